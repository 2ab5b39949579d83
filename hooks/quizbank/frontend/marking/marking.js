// Marking, as pure functions: a response and a key in, the share of the marks (0 to 1) out.

// All marks for exactly the right choices, else none.
function markExact(picked, right) {
  return picked.length === right.length && picked.every((value) => right.includes(value)) ? 1 : 0;
}

// The rule of multiple_choice/__init__.py: each right choice earns 1/R, each wrong one costs the larger of 1/R and 1/W, and the
// total never falls below zero. `wrong` is W, the number of wrong options that were offered.
function markByShares(picked, right, wrong) {
  const hits = picked.filter((value) => right.includes(value)).length;
  const misses = picked.length - hits;
  const share = Math.max(0, hits / right.length - misses / Math.min(right.length, wrong));
  return share || !hits ? { share } : { share, someRight: true, note: say("question.costs") };
}

function outOf(earned, marks) {
  return say("question.marks_of", { earned: formatMarks(earned), n: marks });
}
