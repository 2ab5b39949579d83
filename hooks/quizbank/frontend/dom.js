// The one way to make elements here: texts are set as text, so nothing a learner or an author typed is read as HTML.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function makeButton(label, type, quiet, action = () => {}) {
  const button = make("button", { type, class: quiet ? "md-button" : "md-button md-button--primary" }, label);
  button.addEventListener("click", action);
  return button;
}

// Give the learner a file of their own.
function download(name, data) {
  const href = URL.createObjectURL(new Blob([JSON.stringify(data)], { type: "application/json" }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000); // not before the browser has taken it
}
