// What is kept of mock exams: a sitting, named by its paper and seed with "~" between them, and for each part of a question that
// was asked an entry, named by the sitting and the part's id.

function areNumbers(...values) {
  return values.every(Number.isFinite);
}

function isScore({ earned, marks }) {
  return areNumbers(earned, marks);
}

function isResult(result) {
  const { time, day, sections } = result;
  return areNumbers(time, day) && isScore(result) && Array.isArray(sections) && sections.every((section) => quiz.isMap(section) && quiz.isTexts([section.title]) && isScore(section));
}

// `spent` is in seconds; it was counted up to the time `ticked`. `at` is the question that was asked last.
quiz.store.readers.sitting = ({ paper, seed, title, ids, started, timed, spent, ticked, at, result }) => {
  const told = quiz.isTexts([paper, seed, title, at]) && Array.isArray(ids) && ids.every(quiz.isTexts) && typeof timed === "boolean";
  const sound = told && areNumbers(started, spent, ticked) && (result === undefined || (quiz.isMap(result) && isResult(result)));
  return sound ? { paper, seed, title, ids, started, timed, spent, ticked, at, result } : null;
};

// `partly` came later than the rest.
quiz.store.readers.entry = ({ picked, points, typed, answered, partly, flagged, visited, seconds }) => {
  const texts = quiz.isTexts(picked) && quiz.isTexts(points) && quiz.isMap(typed) && quiz.isTexts(Object.values(typed));
  const sound = texts && [answered, flagged, visited].every((value) => typeof value === "boolean") && areNumbers(seconds);
  return sound ? { picked, points, typed, answered, partly: partly === true, flagged, visited, seconds } : null;
};
