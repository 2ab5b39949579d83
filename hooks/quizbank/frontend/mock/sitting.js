// A mock test that is being taken, as pure functions: the paper's code, time, what has become of each question, and marks.

const AWAKE = 10; // seconds: in a longer gap between two ticks the device was asleep, or the page was away

// The paper's code in an address, or undefined where there is none: the seed and, behind a point, the fingerprint of the questions
// that whoever shared the code had.
function codeIn(hash) {
  const [seed, print = ""] = (new URLSearchParams(hash.slice(1)).get("seed") ?? "").split(".");
  const plain = seed
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "")
    .slice(0, 16);
  return plain ? { seed: plain, print: bare(print) } : undefined;
}

function secondsBetween(then, now) {
  const seconds = (now - then) / 1000;
  return seconds > 0 && seconds < AWAKE ? seconds : 0;
}

function minutesAndSeconds(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

// Each question of a sitting with its section. One that was withdrawn since is left out.
function unitsOf(sections, ids, questions) {
  const units = sections.flatMap((section, index) =>
    (ids[index] ?? []).map((id) => ({ section, question: questions.find((question) => question.id === id) }))
  );
  return units.filter((unit) => unit.question);
}

// The name of what has become of a question, from the entries of its parts; the first keeps what is true of them all.
function stateOf(entries) {
  const [{ flagged, visited }] = entries;
  const some = entries.some((entry) => entry.answered || entry.partly);
  const state = entries.every((entry) => entry.answered) ? "answered" : some ? "partly answered" : "";
  if (flagged) return state ? `${state} and marked for review` : "marked for review";
  return state || (visited ? "not answered" : "not visited");
}

// Some papers take marks for an answer in which nothing is right. One that is partly right, even if its share came to zero, and an
// open one cost nothing; nor does an answer that the learner marks.
// A reason that the paper pays for, and that the learner found to be ours, earns its marks beside the right choice only.
function earnedBy({ result, marks, isBlank, points = [], negative = 0, reasonMarks = 0 }) {
  const { share, self, someRight } = result;
  if (reasonMarks && !points.some((point) => point.checked)) marks -= reasonMarks;
  return share || self || someRight || isBlank ? share * marks : 0 - negative;
}

// The questions of a section that count: where the learner may choose, the best of those that were answered.
function countingOf(units, section) {
  const mine = units.filter((unit) => unit.section === section);
  const given = mine.filter((unit) => unit.given).sort((one, other) => other.earned - one.earned);
  return [...given, ...mine.filter((unit) => !unit.given)].slice(0, section.answer);
}

function scoreOf(units) {
  return { earned: sumOf(units, "earned"), marks: sumOf(units, "marks") };
}

// The marks of all that counts, and those of each section.
function resultOf(sections, units) {
  const scores = sections.map((section) => ({
    title: `${section.id}. ${section.title}`,
    ...scoreOf(countingOf(units, section))
  }));
  return { ...scoreOf(scores), sections: scores };
}
