// Stands in a page where the theme's script stood, and brings that script when the page stands, so that nothing waits for it: on a small
// phone it takes as long as everything else together. What was done meanwhile is not lost.

const { dataset } = document.currentScript;
const { classList } = document.documentElement;
const search = document.forms.search;
const toggle = document.querySelector("[data-md-toggle=search]");
const choices = [...document.querySelectorAll("[data-md-component=palette] input")];
let chosen; // colours, before the script came
let pressed; // a key, before the script came

// The theme's own way to know which choice is in force; the button of that one is shown.
const kept = globalThis.__md_get("__palette"); // oxlint-disable-line no-underscore-dangle -- the theme's name for it
const shown = kept?.index ?? choices.findIndex((choice) => matchMedia(choice.dataset.mdColorMedia).matches);
const button = choices[Math.max(0, Math.min(shown, choices.length - 1))]?.nextElementSibling;
if (button) button.hidden = false;

// Until somebody searches, nobody needs the index: more than all else of a first visit.
const wanted = new Promise((want) => {
  if (/[?&][qh]=/.test(location.search)) want();
  search?.addEventListener("focusin", want);
  toggle?.addEventListener("change", want);
});
const Request = XMLHttpRequest;
class HeldRequest extends Request {
  open(method, address, ...rest) {
    this.held = /\/search_index\.json$/.test(address);
    super.open(method, address, ...rest);
  }
  send(body) {
    if (this.held) wanted.then(() => super.send(body));
    else super.send(body);
  }
}

const come = () => {
  globalThis.XMLHttpRequest = HeldRequest;
  const script = document.createElement("script");
  script.src = dataset.late;
  script.onload = begin;
  script.onerror = () => classList.replace("js", "no-js"); // what needs it is not shown
  document.head.append(script);
};

// The theme waits for the page, which has been there for long, and for what the reader did.
const begin = () => {
  globalThis.document$.next(document);
  dispatchEvent(new Event("site-theme"));
  chosen?.dispatchEvent(new Event("change"));
  if (search?.query.value) search.query.dispatchEvent(new Event("keyup"));
  if (pressed) dispatchEvent(new KeyboardEvent("keydown", { key: pressed }));
  for (const name of ["keydown", "change", "click"]) removeEventListener(name, note);
  // The theme closes the search an eighth of a second after it has gone to the target of an address.
  setTimeout(() => document.activeElement === search?.query && !toggle.checked && toggle.click(), 250);
};

const note = ({ type, target, key }) => {
  if (type === "keydown") pressed = target === document.body ? key : undefined;
  else if (type === "change") chosen = choices.includes(target) ? target : chosen;
  else if (target.closest?.("header [for=__search]")) search?.query.focus();
};
for (const name of ["keydown", "change", "click"]) addEventListener(name, note);

// Not before the page stands: the theme looks at all of it.
document.addEventListener("DOMContentLoaded", come);
