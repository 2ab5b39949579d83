// The choice of the interface's language on a page, which says what is chosen; the header's is in `chosen.js`.

class LanguageChoice extends HTMLElement {
  connectedCallback() {
    const { store } = quiz;
    this.hidden = !store.kept;
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", button.lang === quiz.chosenIn(store));
      button.onclick = () => {
        store.write("language", "chosen", { language: button.lang });
        setTimeout(() => location.reload()); // after the keeper of a folder has heard of it
      };
    }
  }
}

customElements.define("quiz-language", LanguageChoice);
