// Asks the browser to keep the site, once the page is there. Whoever saves data is not made to download all of it; where there are no
// service workers, or they are refused, nothing happens.
{
  const worker = new URL("../../service-worker.js", document.currentScript.src);
  let left = 0;
  const leave = () => (left = Date.now());

  // While a new version waits, the worker asks each page whether it is the one that is being left: then the version can have its turn.
  const watch = (registration) => {
    const listen = () => registration.waiting && addEventListener("beforeunload", leave);
    listen();
    const follow = () => registration.installing?.addEventListener("statechange", listen);
    follow(); // a version may be on its way already
    registration.onupdatefound = follow;
    navigator.serviceWorker.onmessage = ({ ports }) => ports[0]?.postMessage(Date.now() - left < 5000);
  };

  const register = () => {
    try {
      if (!navigator.connection?.saveData)
        navigator.serviceWorker
          .register(worker)
          .then(watch)
          .catch(() => {});
    } catch {}
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
