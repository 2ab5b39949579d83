// Marking, as pure functions: a response and a key in, the share of the marks (0 to 1) out.

// All marks for exactly the right choices, else none.
function markExact(picked, right) {
  return picked.length === right.length && picked.every((value) => right.includes(value)) ? 1 : 0;
}

// Each right choice earns its share, each wrong one takes a share away, and the total never falls below zero.
function markByShares(picked, right) {
  const hits = picked.filter((value) => right.includes(value)).length;
  return Math.max(0, (hits - (picked.length - hits)) / right.length);
}

// Rows that are each given one choice: every right row earns its share, a wrong or open one earns nothing.
function markRows(picked, right) {
  return picked.filter((value) => right.includes(value)).length / right.length;
}

// Points that the learner ticked: their marks add up, to all of the question's marks at the most.
function markPoints(ticked, marks) {
  return Math.min(1, ticked.reduce((sum, point) => sum + point, 0) / marks);
}

// Some papers take marks for an answer in which nothing is right.
function marksFor({ share, self }, marks, negative) {
  return share === 0 && !self ? 0 - negative : share * marks;
}

// Marks as a learner reads them: at most two decimals, none that are zero.
function formatMarks(marks) {
  return String(Math.round(marks * 100) / 100).replace("-", "−");
}

function outOf(earned, marks) {
  return `${formatMarks(earned)} of ${marks} mark${marks === 1 ? "" : "s"}`;
}
