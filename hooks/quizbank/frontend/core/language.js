// The choice of the interface's language on a page: says which one is chosen. The press itself is heard in `chosen.js`.

class LanguageChoice extends HTMLElement {
  connectedCallback() {
    const { store } = quiz;
    this.hidden = !store.kept;
    for (const button of this.querySelectorAll("button"))
      button.setAttribute("aria-pressed", button.dataset.choose === quiz.chosenIn(store));
  }
}

customElements.define("quiz-language", LanguageChoice);
