// For a site that is read from a folder. Firefox gives every file a storage of its own there (since version 68), so that no page
// would know of the answers on another. Then one file, keeper.htm, keeps the pieces of all pages: it stands in each page as an unseen
// frame, hands over what it has, and hears of every change. Elsewhere all files share one storage: the keeper's mark is seen
// from the page itself, and after the first visit there is no frame.

const KEEPER_TIME = 10000; // milliseconds; without an answer the page starts with its own storage

// As much of a Storage as the store uses: its own names are the keys.
class KeptArea {
  #tell;

  constructor(pieces, tell) {
    Object.assign(this, pieces);
    this.#tell = tell;
  }

  getItem(key) {
    return this[key] ?? null;
  }

  setItem(key, text) {
    this[key] = text;
    this.#tell([key, text]);
  }

  removeItem(key) {
    delete this[key];
    this.#tell([key, null]);
  }
}

function isShared(store) {
  try {
    return localStorage.getItem(`${store.prefix}keeper`) !== null;
  } catch {
    return true; // storage is blocked, for the keeper too
  }
}

// Call `start` once the store has what was kept.
globalThis.quizInFolder = ({ store, root }, start) => {
  if (isShared(store)) return start();
  const frame = Object.assign(document.createElement("iframe"), { hidden: true, title: "Storage" });
  frame.src = new URL("assets/quiz/keeper.htm", root);
  let started = false;

  function begin({ pieces, kept } = {}) {
    if (started) return;
    started = true;
    if (isShared(store)) frame.remove();
    else if (pieces) {
      store.area = new KeptArea(pieces, (change) => frame.contentWindow.postMessage(change, "*")); // a file has no origin to name
      store.kept = kept;
    }
    start();
  }

  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow) return; // another page's message is not for us
    if (data.pieces) begin(data);
    else if (data.full) store.kept = false;
    else if (started) changed(data);
  });

  // Another tab has kept or erased a piece.
  function changed({ key, text }) {
    if (text === null) delete store.area[key];
    else store.area[key] = text;
    dispatchEvent(new StorageEvent("storage", { key, newValue: text }));
  }

  document.body.append(frame);
  setTimeout(begin, KEEPER_TIME);
};
