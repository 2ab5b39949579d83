// What else is kept of mock tests, and of level tests. Of a mock test, for each part of a question that was asked an entry, named by the
// sitting and the part's id.

const { numberOr, textOr, readResult } = quiz;

// The result of an attempt that made room for another one at the same paper. Its id is the sitting's, "~", and the time of its end.
quiz.store.readers.past = (piece, id) => {
  const result = readResult(piece, 0);
  return result ? { title: textOr(piece.title, id.split("~")[0]), ...result } : null;
};

// `partly` came later than the rest. A response of which a part is gone answers nothing.
quiz.store.readers.entry = ({ picked, points, typed, answered, partly, flagged, visited, seconds }) => {
  const { response = quiz.EMPTY, whole } = quiz.soundResponse({ picked, points, typed }) ?? {};
  const marks = { flagged: flagged === true, visited: visited === true };
  if (response === quiz.EMPTY && !Object.values(marks).some(Boolean) && !Number.isFinite(seconds)) return null;
  return {
    ...response,
    answered: Boolean(whole) && answered === true,
    partly: partly === true || (!whole && answered === true),
    ...marks,
    seconds: numberOr(seconds, 0)
  };
};

// What a level test showed last: right answers, all answers, and the banks of the wrong ones.
quiz.store.readers.level = ({ right, n, wrong }) =>
  [right, n].every(Number.isSafeInteger) && quiz.isTexts(wrong) ? { right, n, wrong } : null;
