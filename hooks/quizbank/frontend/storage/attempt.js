// An attempt at some questions: a test on a quiz page, a daily review, a round of flashcards. It is kept as it happens, separate from the
// answers that the learner checked before: one piece for the attempt, and one for each response in it. So nothing is lost with the page.

// `at` is the question that was asked last, `done` are those that are finished with, `wrong` those of them that went wrong. `paused` says
// that the learner has left it, or with false that they follow a link from it and will be back; `over` that its end has been shown. A field
// that cannot be read is taken as new; only an attempt that does not say what it asks is none.
quiz.store.readers.attempt = ({ way, ids, at, day, started, done, wrong, paused, over, result }) => {
  if (typeof way !== "string" || !quiz.isTexts(ids)) return null;
  const isScore = quiz.isMap(result) && [result.earned, result.marks].every(Number.isFinite);
  return {
    way,
    ids,
    at: typeof at === "string" ? at : "",
    day: Number.isSafeInteger(day) ? day : 0,
    started: Number.isSafeInteger(started) ? started : 0,
    done: quiz.isTexts(done) ? done : [],
    wrong: quiz.isTexts(wrong) ? wrong : [],
    paused: typeof paused === "boolean" ? paused : undefined,
    over: over === true || undefined,
    result: isScore ? { earned: result.earned, marks: result.marks } : undefined
  };
};

// A response in an attempt has the shape of an answer. Its id is the attempt's, "~", and the question's.
quiz.store.readers.response = quiz.store.readers.answer;
