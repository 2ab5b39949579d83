// Last of the core: what the scripts share, to which each kind's script adds its marking, and the page's elements.

const waiting = [];

const quiz = {
  kinds: {},
  markExact,
  markByShares,
  markRows,
  store: new AnswerStore(document.currentScript.dataset.site, () => window.localStorage),

  add(name, kind) {
    quiz.kinds[name] = kind;
    for (const entry of waiting.filter((entry) => entry.name === name)) {
      waiting.splice(waiting.indexOf(entry), 1);
      entry.wake();
    }
  },

  // Call `wake` once the kind's script is there: at once, or when it arrives.
  use(name, wake) {
    if (name in quiz.kinds) wake();
    else waiting.push({ name, wake });
  },
};

// Scripts of kinds that came first wait in a list; those that come later find this in its place.
for (const part of globalThis.quizParts ?? []) part(quiz);
globalThis.quizParts = { push: (part) => part(quiz) };

customElements.define("quiz-question", QuizQuestion);
customElements.define("quiz-set", QuizSet);
