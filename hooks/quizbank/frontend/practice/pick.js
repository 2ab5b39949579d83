// Which questions come next and how long they take, as pure functions of how each one stands.

// Wrong or guessed when it was asked last: a mistake, until it is answered right. One that is due now is a mistake as well.
function isMistake({ fresh, rating }) {
  return !fresh && rating < 3;
}

// What is due comes first, the most nearly forgotten before the others; then what went wrong or was guessed; then new ones.
function pick(standings, today, { size, fresh }) {
  const due = standings.filter((one) => one.due <= today).sort((one, other) => one.recall - other.recall);
  const mistakes = standings.filter(isMistake);
  const weak = mistakes.filter((one) => one.due > today && one.last < today);
  const unseen = inTurns(
    standings.filter((one) => one.fresh),
    (one) => one.question.bank.name
  );
  const chosen = [...due, ...weak, ...unseen.slice(0, fresh)].slice(0, size);
  return { due, mistakes, unseen, chosen };
}

// The daily review of a day: what `pick` gives of the chapters that practice asks from.
function reviewOn(today) {
  const standings = includedQuestions().map((question) => standing(question, today));
  return pick(standings, today, quiz.schedule.settings);
}

// The day is done when a daily review has ended and nothing more is due. More may be asked, but nothing has to be.
function isDone({ due }, today) {
  return due.length === 0 && quiz.store.read("finished", "today")?.day === today;
}

// How many questions are due tomorrow, if nothing more is answered.
function returning(today) {
  return countsOf(includedQuestions(), today + 1).due;
}

// One from each group, and again, until none is left.
function inTurns(items, groupOf) {
  const groups = new Map();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  const turns = [];
  for (let turn = 0; turns.length < items.length; turn += 1)
    for (const group of groups.values()) turns.push(...group.slice(turn, turn + 1));
  return turns;
}

Object.assign(quiz.practice, { pick, isMistake, reviewOn, isDone, returning });
