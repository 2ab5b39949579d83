// What the daily review, flashcards and backups ask of the schedule beside a card's next day: the days ahead, and logs of two devices in one.

const { answered, dueDay } = quiz.schedule;

const DAYS_AHEAD = 28;

// All entries of both logs, each time once, in order. Two devices may hold one entry with two days, when one of them has
// corrected it (below): the earlier day is right, whichever log comes first.
function mergeLogs(a, b) {
  const sorted = [...a, ...b].sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]);
  return sorted.filter(([time], index) => index === 0 || time !== sorted[index - 1][0]);
}

// The days ahead as [{ day, reviews, fresh }], from today to the day before the exam, or four weeks without one: how many
// cards come back and how many unseen questions are added, if all is done on its day and every answer is good.
// `cards` are { id, card }, `fresh` is the number of unseen questions.
function plan({ cards, fresh, newPerDay, today, examDay }) {
  const left = examDay > today ? examDay - today : DAYS_AHEAD;
  const pace = examDay > today ? paceBefore(left, fresh, newPerDay) : newPerDay;
  const days = Array.from({ length: left }, () => []);
  const put = (id, card) => days[Math.max(0, dueDay(card, today, examDay, id) - today)]?.push({ id, card });
  for (const { id, card } of cards) put(id, card);
  return days.map((due, index) => {
    const day = today + index;
    const reviews = due.length;
    for (; due.length - reviews < pace && fresh > 0; fresh -= 1) due.push({ id: `new ${fresh}` });
    for (const { id, card } of due) put(id, answered(card, day, 3));
    return { day, reviews, fresh: due.length - reviews };
  });
}

// New questions a day before an exam: as many as the learner chose, but enough to have seen all of them in the first two
// thirds of the days. The last third is for coming back to them.
function paceBefore(left, fresh, newPerDay) {
  return Math.max(newPerDay, Math.ceil(fresh / Math.max(1, Math.floor((left * 2) / 3))));
}

Object.assign(quiz.schedule, { mergeLogs, plan });
