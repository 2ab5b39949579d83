// The language that the learner has chosen for the interface. LANGUAGES are all that there are; the course's, LANGUAGE, needs no words.

function readLanguage({ language }) {
  return LANGUAGES.includes(language) ? { language } : null;
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

// Another language takes effect when the page is loaded again: then nothing on it is in two languages. The header stays where the theme
// swaps pages, so it is the document that hears of a press, once.
function offerLanguages(store) {
  const chosen = chosenIn(store);
  for (const button of document.querySelectorAll(".site-header [data-choose]"))
    button.hidden = !store.kept || button.dataset.choose === chosen;
  document.onclick ??= ({ target }) => {
    const language = target.closest?.("[data-choose]")?.dataset.choose;
    if (!language) return;
    store.write("language", "chosen", { language });
    setTimeout(() => location.reload()); // after the keeper of a folder has heard of it
  };
}

// Bring each file with words once, also where several scripts of a page ask for it.
function bringWords(path, root) {
  const brought = (globalThis.quizBrought ??= {});
  return (brought[path] ??= new Promise((resolve) => loadScript(path, root, resolve)));
}

// Call `run` when the words of the chosen language that `script` names are here, with what `speak` takes of it; at once and with nothing
// where they are the course's. Words that do not come are said in the course's language.
function withWords(language, { script, root }, run) {
  const files = script.getAttribute(`data-words-${language}`)?.split(" ");
  const there = () => globalThis.quizLanguages?.[language];
  if (language === LANGUAGE || !files) run();
  else
    Promise.all(files.map((path) => bringWords(path, root))).then(() => {
      there()?.learn();
      run(there()?.spoken);
    });
}

// As above, when what is kept can be read.
function inChosenLanguage({ store, root, script }, run) {
  function begin() {
    const language = chosenIn(store);
    offerLanguages(store);
    withWords(language, { script, root }, run);
    // The browser may bring back a page as it was left, in the language of that time.
    onpageshow = () => language === chosenIn(store) || location.reload();
  }

  // In a folder, what was kept may first have to come from another file.
  if (location.protocol !== "file:") begin();
  else
    loadScript("assets/quiz/folder.js", root, () => (globalThis.quizInFolder ? quizInFolder({ store, root }, begin) : begin()));
}
