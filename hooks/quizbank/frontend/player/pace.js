// How long questions take: at first as a usual learner does, and then by this learner's own pace.

// A mark takes most learners 48 seconds: ten short questions are eight minutes. That counts as much as 20 marks of one's own.
const USUAL = { seconds: 960, marks: 20 };
const LONGEST = 240; // seconds for a mark: whoever takes longer was not there

quiz.store.readers.pace = ({ seconds, marks }) =>
  [seconds, marks].every((value) => Number.isFinite(value) && value >= 0) ? { seconds, marks } : null;

function ownPace() {
  return quiz.store.read("pace", "main") ?? { seconds: 0, marks: 0 };
}

// Note the seconds that an answer took.
function notePace(seconds, marks) {
  if (seconds > LONGEST * marks) return;
  const own = ownPace();
  quiz.store.write("pace", "main", { seconds: own.seconds + seconds, marks: own.marks + marks });
}

// The minutes that questions worth so many marks take, as a whole number.
function minutesFor(marks) {
  const own = ownPace();
  return Math.ceil((marks * (USUAL.seconds + own.seconds)) / (USUAL.marks + own.marks) / 60);
}

Object.assign(quiz, { minutesFor, notePace });
