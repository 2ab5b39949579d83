// The choice of the interface's language. Another language takes effect when the page is loaded again: then nothing on it is in two
// languages.

class LanguageChoice extends HTMLElement {
  connectedCallback() {
    const { store } = quiz;
    this.hidden = !store.kept;
    for (const button of this.querySelectorAll("button")) {
      const language = button.lang;
      button.setAttribute("aria-pressed", language === quiz.chosenIn(store));
      button.onclick = () => {
        store.write("language", "chosen", { language });
        setTimeout(() => location.reload()); // after the keeper of a folder has heard of it
      };
    }
  }
}

customElements.define("quiz-language", LanguageChoice);
