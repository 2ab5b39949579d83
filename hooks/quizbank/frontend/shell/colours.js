// The choice of colours, kept as the theme keeps it, so that both may read it: `__palette` has the place of the choice in the form and its
// colours, and the body says which are in force.

const DEVICE = "(prefers-color-scheme)"; // the choice that follows the device
const form = document.querySelector("[data-md-component=palette]");
const choices = [...(form?.querySelectorAll("input") ?? [])];
const mediaOf = (choice) => choice.dataset.mdColorMedia;
const isOfScheme = (choice) => mediaOf(choice) !== DEVICE && matchMedia(mediaOf(choice)).matches;

let isChosen = false; // on this page
let inForce = choices.findIndex((choice) => choice.checked); // a tap may have come before this

function showColours(index) {
  inForce = index;
  const media = mediaOf(choices[index]);
  const shown = choices.find((choice) => media === DEVICE && isOfScheme(choice)) ?? choices[index];
  const color = { media };
  for (const name of ["scheme", "primary", "accent"]) color[name] = shown.getAttribute(`data-md-color-${name}`);
  for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
  for (const [at, { nextElementSibling: button }] of choices.entries()) {
    if (button?.matches("label")) button.hidden = at !== index;
  }
  return { index, color };
}

function choose(index) {
  isChosen = true;
  globalThis.__md_set("__palette", showColours(index)); // oxlint-disable-line no-underscore-dangle -- the theme's name for it
}

function keptPlace() {
  return globalThis.__md_get("__palette")?.index; // oxlint-disable-line no-underscore-dangle -- the theme's name for it
}

if (choices.length) {
  const ofDevice = choices.findIndex((choice) => matchMedia(mediaOf(choice)).matches);
  if (inForce < 0) showColours(Math.max(0, Math.min(keptPlace() ?? ofDevice, choices.length - 1)));
  else choose(inForce);
  form.addEventListener("change", ({ target }) => choose(choices.indexOf(target)));
  // A radio button takes the arrow keys; Enter, which a button takes, goes on to the next choice.
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter" || globalThis.component$) return; // later the theme does it
    const next = choices[(inForce + 1) % choices.length];
    next.click();
    next.focus();
  });
  for (const choice of choices) matchMedia(mediaOf(choice)).addEventListener("change", () => showColours(inForce));
  // Another page may have chosen while this one lay aside in the browser's memory.
  addEventListener("pageshow", ({ persisted }) => persisted && showColours(keptPlace() ?? inForce));
  // The theme begins with what is kept, which is nothing where the browser keeps nothing.
  addEventListener("site-theme", () => isChosen && choices[inForce].dispatchEvent(new Event("change", { bubbles: true })));
}
