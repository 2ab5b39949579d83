// The one way to make elements here: texts are set as text, so nothing a learner or an author typed is read as HTML.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function makeButton(label, type, quiet, action = () => {}) {
  const button = make("button", { type, class: `md-button${quiet ? "" : " md-button--primary"}` }, label);
  button.addEventListener("click", action);
  return button;
}
