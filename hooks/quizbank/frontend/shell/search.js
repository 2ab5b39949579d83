// Comes in the place of the theme's script, before all that a page defers. Of that, such a site asks for the search alone, so it comes when somebody searches:
// it is as large as everything else of a page together. What was typed until it is here is searched for.

const { dataset } = document.currentScript;
const search = document.forms.search;
const toggle = document.querySelector("[data-md-toggle=search]");
const isThere = () => Boolean(globalThis.component$); // the theme's script

// The theme's channel, for what waits there for a page. No page takes the place of another here: this one is the first and the last, and
// it is there when all its scripts have run.
const page = new Promise((resolve) => addEventListener("DOMContentLoaded", () => resolve(document)));
globalThis.document$ = { subscribe: (run) => page.then(run) };

let isComing = false;
let isLost = false; // the script, or the index that it asks for
let isOld = false; // the script is there without its index, which it asks for only once

// The theme asks for the index by the first of these.
class WatchedRequest extends XMLHttpRequest {
  constructor() {
    super();
    this.addEventListener("error", () => {
      isOld = true;
      tellLost(true);
    });
  }
}

function come() {
  if (isOld) location.reload();
  if (isComing) return;
  isComing = true;
  tellLost(false);
  globalThis.XMLHttpRequest = WatchedRequest;
  const script = document.createElement("script");
  script.src = dataset.late;
  script.onload = begin;
  script.onerror = () => {
    script.remove();
    isComing = false;
    tellLost(true);
  };
  document.head.append(script);
}

function tellLost(yes) {
  isLost = yes;
  const [preparing, note] = document.querySelector("[data-md-component=search-result]").children;
  preparing.hidden = isLost;
  note.hidden = !isLost;
  if (isLost && document.activeElement === search.query) toggle.checked = true; // where the note stands
}

// The theme waits for the page, which has been there for long, and for what the reader typed.
function begin() {
  globalThis.document$.next(document);
  dispatchEvent(new Event("site-theme"));
  hearText();
  // The theme closes the search an eighth of a second after it has gone to the target of an address.
  setTimeout(() => document.activeElement === search.query && !toggle.checked && toggle.click(), 250);
}

// The theme listens to keys alone, and text comes from menus and by voice as well.
function hearText() {
  if (search.query.value) search.query.dispatchEvent(new Event("keyup"));
}

function openSearch() {
  come();
  if (!isThere()) toggle.checked = true; // the theme opens it with the focus
  search.query.focus({ preventScroll: true });
}

function closeSearch() {
  toggle.checked = false;
}

// The theme's keys: to the search always by us, since the theme moves the page; the others until it hears them itself.
const KEYS = { "/": openSearch, f: openSearch, s: openSearch, p: "prev", ",": "prev", n: "next", ".": "next" };

function onKey(event) {
  const { key, target } = event;
  if (toggle?.checked && !isThere() && ["Escape", "Tab"].includes(key)) closeSearch();
  const does = KEYS[key];
  const isTyping = target.isContentEditable || target.matches?.("input:not([type=radio]), select, textarea");
  const isShortcut = event.metaKey || event.ctrlKey || event.altKey;
  if (!does || isTyping || isShortcut || event.defaultPrevented) return;
  if (does === openSearch) {
    if (!search) return;
    event.preventDefault(); // or the key is typed into the field
    event.stopImmediatePropagation();
    openSearch();
  } else if (!isThere()) {
    const link = document.querySelector(`link[rel=${does}]`);
    if (link) location.assign(link.href);
  }
}

// On a phone the page stands still under the open search, at its top. The browser notes where the reader was when a result is followed.
function freePage({ target }) {
  const { body } = document;
  if (!target.closest("a") || !body.hasAttribute("data-md-scrolllock")) return;
  const top = -Number.parseInt(body.style.top, 10);
  body.removeAttribute("data-md-scrolllock");
  body.style.top = "";
  scrollTo({ top, behavior: "instant" });
}

// Who goes past the field by the keyboard wants nothing of it.
if (search) {
  search.addEventListener("pointerdown", come);
  search.addEventListener("input", () => {
    if (isThere()) return hearText();
    toggle.checked = true;
    if (!isLost) come(); // the next attempt is made when the search is opened again
  });
  toggle.addEventListener("change", () => toggle.checked && !isThere() && openSearch());
  search.closest("[data-md-component=search]").addEventListener("click", freePage);
  if (/[?&][qh]=/.test(location.search)) come();
  // Opened before this ran; or the browser remembers that it was, on a way back or a reload, and has nothing to show.
  const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (isNew && (search.query.value || toggle.checked)) openSearch();
  addEventListener("pageshow", () => isComing || closeSearch());
}
addEventListener("keydown", onKey);
