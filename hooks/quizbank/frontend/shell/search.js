// Stands in a page where the theme's script stood. Of that, such a site asks for the search alone, so it comes when somebody searches:
// it is as large as everything else of a page together. What was done until it is here is not lost.

const { dataset } = document.currentScript;
const search = document.forms.search;
const toggle = document.querySelector("[data-md-toggle=search]");

// The theme's channel, for what waits there for a page. No page takes the place of another here: this one is the first and the last, and
// it is there when all its scripts have run.
const page = new Promise((resolve) => addEventListener("DOMContentLoaded", () => resolve(document)));
globalThis.document$ = { subscribe: (run) => page.then(run) };

let isComing = false;

function come() {
  if (isComing) return;
  isComing = true;
  const script = document.createElement("script");
  script.src = dataset.late;
  script.onload = begin;
  script.onerror = () => tellLost(true);
  tellLost(false);
  document.head.append(script);
}

// The next attempt is another one.
function tellLost(isLost) {
  isComing &&= !isLost;
  const [preparing, note] = document.querySelector("[data-md-component=search-result]").children;
  preparing.hidden = isLost;
  note.hidden = !isLost;
}

// The theme waits for the page, which has been there for long, and for what the reader typed.
function begin() {
  globalThis.document$.next(document);
  dispatchEvent(new Event("site-theme"));
  removeEventListener("keydown", onKey);
  if (search.query.value) search.query.dispatchEvent(new Event("keyup"));
  // The theme closes the search an eighth of a second after it has gone to the target of an address.
  setTimeout(() => document.activeElement === search.query && !toggle.checked && toggle.click(), 250);
}

// The theme's keys, until it hears them itself: to the search, and to the page before and after.
const KEYS = { "/": goToSearch, f: goToSearch, s: goToSearch, p: "prev", ",": "prev", n: "next", ".": "next" };

function onKey(event) {
  const does = KEYS[event.key];
  const { target } = event;
  const isTyping = target.isContentEditable || target.matches("input:not([type=radio]), select, textarea");
  if (!does || isTyping || event.defaultPrevented || event.metaKey || event.ctrlKey) return;
  if (does !== goToSearch) {
    const link = document.querySelector(`link[rel=${does}]`);
    if (link) location.assign(link.href);
  } else if (search) {
    event.preventDefault(); // or the key is typed into the field
    goToSearch();
  }
}

function goToSearch() {
  come();
  toggle.checked = true;
  search.query.focus();
}

// Who goes past the field by the keyboard wants nothing of it. Once the theme's script is there, it listens itself.
if (search) {
  search.addEventListener("pointerdown", come);
  search.addEventListener("input", () => isComing || goToSearch());
  toggle.addEventListener("change", () => toggle.checked && !globalThis.component$ && goToSearch());
  if (/[?&][qh]=/.test(location.search)) come();
  if (search.query.value || toggle.checked) goToSearch();
}
addEventListener("keydown", onKey);
