// Last of the question script: the page's elements, and then the features that came before it.

// Another tab has kept something, or may have while this page lay aside in the browser's memory: show what is kept now. The results of a
// mock exam stay.
function follow() {
  for (const question of document.querySelectorAll("quiz-question")) {
    if (!question.form || question.kept === question.seen || (question.result && !question.mode.answers)) continue;
    question.use(question.mode);
    question.changed();
  }
}

function start(other = [LANGUAGE, WORDS]) {
  speak(...other);
  learnWords(WORDS); // what another language lacks
  for (const event of ["storage", "pageshow"]) addEventListener(event, follow);
  customElements.define("quiz-question", QuizQuestion);
  for (const part of globalThis.quizParts ?? []) startInTurn(part);
  globalThis.quizParts = { push: startInTurn, version: VERSION };
  quiz.onEachPage(lookForFaults); // when all scripts of a page have run
  if (document.readyState !== "complete") addEventListener("load", lookForFaults); // also where the theme's script comes later
}

quiz.store.readers.language = readLanguage;
inChosenLanguage(quiz, document.currentScript, start);
