// Browsers refuse workers to pages opened from a folder. This stands in for one, so that the theme's search works there:
// it runs the worker's script in a hidden frame and passes messages to and fro. On the web it does nothing.
// The name IFrameWorker is what the theme's search script looks for.
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(script) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "Search";
      this.ready = new Promise((resolve) => {
        frame.addEventListener("load", () => this.start(frame, script, resolve), { once: true });
        if (document.body) document.body.append(frame);
        else document.addEventListener("DOMContentLoaded", () => document.body.append(frame));
      });
    }

    start(frame, script, resolve) {
      const inner = frame.contentWindow;
      inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      inner.importScripts = (...urls) =>
        urls.reduce((before, url) => before.then(() => this.load(inner.document, url)), Promise.resolve());
      this.load(inner.document, script).then(() => resolve(inner));
    }

    load(page, url) {
      return new Promise((done, failed) => {
        const script = page.createElement("script");
        script.src = url;
        script.onload = done;
        script.onerror = failed;
        page.head.append(script);
      });
    }

    postMessage(data) {
      this.ready.then((inner) => inner.dispatchEvent(new inner.MessageEvent("message", { data })));
    }
  };
  window.Worker = window.IFrameWorker;
}
