// Last of the question script: the page's elements, and then the features that came before it.

function start() {
  customElements.define("quiz-question", QuizQuestion);
  for (const part of globalThis.quizParts ?? []) take(part);
  globalThis.quizParts = { push: take, version: VERSION };
}

// In a folder, what was kept may first have to come from another file.
if (location.protocol === "file:") {
  const script = make("script", { src: new URL("assets/quiz/folder.js", quiz.root) });
  script.onload = () => quizInFolder(quiz, start);
  script.onerror = start;
  document.head.append(script);
} else start();
