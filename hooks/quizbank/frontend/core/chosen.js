// The language that the learner has chosen for the interface. LANGUAGE is the course's; OTHERS are the scripts with all words of the
// other languages, of which one is loaded when it was chosen.

function readLanguage({ language }) {
  return [LANGUAGE, ...Object.keys(OTHERS)].includes(language) ? { language } : null;
}

function loadScript(path, root, done) {
  const script = document.createElement("script");
  script.onload = script.onerror = done;
  script.src = new URL(path, root);
  document.head.append(script);
}

// Call `run` when what is kept can be read and the words of the chosen language are here, with what their script brought; without it
// where they are the course's, or do not come.
function inChosenLanguage({ store, root }, run) {
  const chosen = () => store.read("language", "chosen")?.language ?? LANGUAGE;

  function begin() {
    const language = chosen();
    const done = () => run(globalThis.quizLanguages?.[language]);
    // Instant navigation may have brought it with the script of another page.
    if (!customElements.get("quiz-language")) customElements.define("quiz-language", choiceIn(store, chosen));
    if (language === LANGUAGE || globalThis.quizLanguages?.[language]) done();
    else loadScript(OTHERS[language], root, done);
    // The browser may bring back a page as it was left, in the language of that time.
    addEventListener("pageshow", () => language === chosen() || location.reload());
  }

  // In a folder, what was kept may first have to come from another file.
  const fromFolder = () => (globalThis.quizInFolder ? quizInFolder({ store, root }, begin) : begin());
  if (location.protocol === "file:") loadScript("assets/quiz/folder.js", root, fromFolder);
  else begin();
}

// Another language takes effect when the page is loaded again: then nothing on it is in two languages.
const choiceIn = (store, chosen) =>
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = !store.kept;
      for (const button of this.querySelectorAll("button")) {
        const language = button.lang;
        button.setAttribute("aria-pressed", language === chosen());
        button.classList.toggle("md-button--primary", language === chosen());
        button.onclick = () => {
          store.write("language", "chosen", { language });
          setTimeout(() => location.reload()); // after the keeper of a folder has heard of it
        };
      }
    }
  };
