// What a result is made of beside its sections: how many answers were right, the chapters, and where the time went.

// What became of a question. A written answer that the learner has still to mark is open.
function outcomeOf({ asked, earned, marks, given }) {
  if (!given) return "left";
  if (asked.some(isOpen)) return "open";
  if (earned >= marks) return "right";
  return asked.some(({ result }) => result.share > 0) ? "partly" : "wrong";
}

// How often each outcome came, in the order in which they are told; those that did not come are left out.
function tallyOf(units) {
  const outcomes = units.map(outcomeOf);
  const counts = ["right", "partly", "wrong", "left", "open"].map((name) => [
    name,
    outcomes.filter((one) => one === name).length
  ]);
  return counts.filter(([, n]) => n);
}

// The score of each chapter that was asked about.
function byChapter(units) {
  const groups = new Map();
  for (const unit of units) groups.set(unit.question.bank.title, [...(groups.get(unit.question.bank.title) ?? []), unit]);
  return [...groups].map(([title, mine]) => ({ title, ...scoreOf(mine) }));
}

// Seconds that the paper allows for each mark, of those that count.
function paceOf({ minutes, sections }) {
  return (60 * minutes) / sections.reduce((sum, { answer, marks }) => sum + answer * marks, 0);
}

// Where the time went: seconds for a question on average and as the paper allows, on what went wrong, and the slowest questions.
function timesOf(paper, units) {
  const timed = units.map((unit, index) => ({ ...unit, number: index + 1, allowed: unit.marks * paceOf(paper) }));
  const taken = timed.filter(({ seconds }) => seconds >= 1);
  return {
    average: sumOf(taken, "seconds") / (taken.length || 1),
    allowed: sumOf(taken, "allowed") / (taken.length || 1),
    wrong: sumOf(
      taken.filter((unit) => ["wrong", "partly"].includes(outcomeOf(unit))),
      "seconds"
    ),
    slowest: [...taken].sort((one, other) => other.seconds - one.seconds).slice(0, 5)
  };
}

// A written answer that the learner has not marked yet, or a reason that is worth marks.
function isOpen({ result, isBlank, earned, reasonMarks, text, response }) {
  if (reasonMarks) return result.share === 1 && text !== "" && response.points.length === 0;
  return result.self && !isBlank && !earned;
}
