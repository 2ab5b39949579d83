// Last of the question script: the page's elements, and then the features that came before it.

customElements.define("quiz-question", QuizQuestion);

for (const part of globalThis.quizParts ?? []) take(part);
globalThis.quizParts = { push: take };
