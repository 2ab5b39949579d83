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

// Another language takes effect when the page is loaded again: then nothing on it is in two languages.
function offerLanguages(store, chosen) {
  for (const button of document.querySelectorAll(".site-language")) {
    button.hidden = !store.kept || button.lang === chosen;
    button.onclick = () => {
      store.write("language", "chosen", { language: button.lang });
      setTimeout(() => location.reload()); // after the keeper of a folder has heard of it
    };
  }
}

// Call `run` when what is kept can be read and the words of the chosen language that `script` names are here, with what `speak` takes of
// it; with nothing where they are the course's, or do not come. The first file that it names brings the others.
function inChosenLanguage({ store, root }, script, run) {
  function begin() {
    globalThis.quizKeptIn?.(store.area); // for what stands alone in a folder
    const language = chosenIn(store);
    const [first] = script.getAttribute(`data-words-${language}`)?.split(" ") ?? [];
    offerLanguages(store, language);
    if (first) loadScript(first, root, () => globalThis.quizOther?.bring(script).then(run) ?? run());
    else run();
    // The browser may bring back a page as it was left, in the language of that time.
    onpageshow = () => language === chosenIn(store) || location.reload();
  }

  // In a folder, what was kept may first have to come from another file.
  if (location.protocol !== "file:") begin();
  else
    loadScript("assets/quiz/folder.js", root, () => (globalThis.quizInFolder ? quizInFolder({ store, root }, begin) : begin()));
}
