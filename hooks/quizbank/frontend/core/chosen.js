// The language that the learner has chosen for the interface. LANGUAGES are all that there are, each with the script of its words; the
// course's, LANGUAGE, needs none.

function readLanguage({ language }) {
  return Object.hasOwn(LANGUAGES, language) ? { language } : null;
}

function loadScript(path, root, done) {
  const script = document.createElement("script");
  script.onload = script.onerror = done;
  script.src = new URL(path, root);
  document.head.append(script);
}

// Call `run` when what is kept can be read and the words of the chosen language are here, with what `speak` takes of it; with nothing
// where they are the course's, or do not come.
function inChosenLanguage({ store, root }, run) {
  const there = (globalThis.quizLanguages ??= {});
  const chosen = () => store.read("language", "chosen")?.language ?? LANGUAGE;

  // Another language takes effect when the page is loaded again: then nothing on it is in two languages.
  class LanguageChoice extends HTMLElement {
    connectedCallback() {
      this.hidden = !store.kept;
      for (const button of this.querySelectorAll("button")) {
        const language = button.lang;
        button.setAttribute("aria-pressed", language === chosen());
        button.onclick = () => {
          store.write("language", "chosen", { language });
          setTimeout(() => location.reload()); // after the keeper of a folder has heard of it
        };
      }
    }
  }

  function begin() {
    const language = chosen();
    const done = () => run(there[language]);
    // Instant navigation may have brought it with the script of another page.
    if (!customElements.get("quiz-language")) customElements.define("quiz-language", LanguageChoice);
    if (there[language] || !LANGUAGES[language]) done();
    else loadScript(LANGUAGES[language], root, done);
    // The browser may bring back a page as it was left, in the language of that time.
    onpageshow = () => language === chosen() || location.reload();
  }

  // In a folder, what was kept may first have to come from another file.
  if (location.protocol !== "file:") begin();
  else
    loadScript("assets/quiz/folder.js", root, () => (globalThis.quizInFolder ? quizInFolder({ store, root }, begin) : begin()));
}
