// Asks the browser to keep the site, once the page is there. Whoever saves data is not made to download all of it; where there are no
// service workers, or they are refused, nothing happens.
{
  const worker = new URL("../../service-worker.js", document.currentScript.src);
  const register = () => {
    try {
      if (!navigator.connection?.saveData) navigator.serviceWorker.register(worker).catch(() => {});
    } catch {}
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
