// What is kept of mock exams and level tests. Of a mock exam, a sitting, named by its paper and seed with "~" between them, and for each part of a question that
// was asked an entry, named by the sitting and the part's id. Of a damaged piece each field is taken by itself.

const numberOr = (value, other) => (Number.isFinite(value) ? value : other);
const textOr = (value, other) => (typeof value === "string" ? value : other);

function isScore({ earned, marks }) {
  return Number.isFinite(earned) && Number.isFinite(marks);
}

// Without its marks a result is none: the paper counts as not handed in, and can be handed in again.
function readResult(result, started) {
  if (!quiz.isMap(result) || !isScore(result)) return undefined;
  const { earned, marks, sections } = result;
  const time = numberOr(result.time, started);
  const sound = Array.isArray(sections)
    ? sections.filter((section) => quiz.isMap(section) && quiz.isTexts([section.title]) && isScore(section))
    : [];
  return { time, day: numberOr(result.day, Math.floor(time / 86400000)), earned, marks, sections: sound };
}

// `ids` are the questions of each section. `spent` is in seconds; it was counted up to the time `ticked`. `at` is the question that was
// asked last. `rival` is the score of a friend, in per cent. A piece that says neither what it asks nor how it went is none.
quiz.store.readers.sitting = ({ paper, seed, title, ids, started, timed, spent, ticked, at, rival, result }, id) => {
  const [idPaper, idSeed = ""] = id.split("~");
  const begun = numberOr(started, 0);
  const sound = {
    paper: textOr(paper, idPaper),
    seed: textOr(seed, idSeed),
    title: textOr(title, idPaper),
    ids: Array.isArray(ids) ? ids.map(quiz.textsIn) : [],
    started: begun,
    timed: timed === true,
    spent: numberOr(spent, 0),
    ticked: numberOr(ticked, 0),
    at: textOr(at, ""),
    rival: Number.isInteger(rival) && Math.abs(rival) <= 100 ? rival : undefined,
    result: readResult(result, begun)
  };
  return Array.isArray(ids) || sound.result ? sound : null;
};

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
