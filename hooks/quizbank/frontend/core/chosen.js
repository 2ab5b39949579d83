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

function chosenIn(store) {
  return store.read("language", "chosen")?.language ?? LANGUAGE;
}

// Call `run` when what is kept can be read and the words of the chosen language are here, with what `speak` takes of it; with nothing
// where they are the course's, or do not come.
function inChosenLanguage({ store, root }, run) {
  const there = (globalThis.quizLanguages ??= {});
  const chosen = () => chosenIn(store);

  function begin() {
    const language = chosen();
    const done = () => run(there[language]);
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
