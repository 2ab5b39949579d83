// What is kept of a mock test: a sitting, named by its paper and seed with "~" between them. Of a damaged piece each field is taken by
// itself.

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

Object.assign(quiz, { numberOr, textOr, readResult });
