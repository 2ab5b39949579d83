// When a question comes back: a card's log of answers in, its memory and its next day out.
// A log is a list of [time, day, rating]: time in ms since 1970 names the entry, day is the learner's calendar day (`localDay`).
// A card is { stability, difficulty, last, rating, reviews, lapses }: `last` is the day of its last answer, `rating` what that
// was, `lapses` how often the answer was forgotten. All days are whole numbers since 1 January 1970.

const LAST_REVIEWS = 6;

// The log without days later than today: the clock was ahead when they were written. Who stores the result keeps such an
// answer from counting as today's again tomorrow. The same list comes back if there is nothing to correct.
function withoutFutureDays(log, today) {
  return log.some(([, day]) => day > today) ? log.map(([time, day, rating]) => [time, Math.min(day, today), rating]) : log;
}

// The card after all answers of a log, undefined if there are none. In order of day and then of time, which are one order
// unless the clock was wrong.
function replay(log, today) {
  const entries = [...withoutFutureDays(log, today)].sort((x, y) => x[1] - y[1] || x[0] - y[0]);
  return entries.reduce((card, [, day, rating]) => answered(card, day, rating), undefined);
}

function answered(card, day, rating) {
  if (!card) return { ...firstState(rating), last: day, rating, reviews: 1, lapses: 0 };
  const { last, reviews, lapses } = card;
  return {
    ...nextState(card, rating, day - last),
    last: day,
    rating,
    reviews: reviews + 1,
    lapses: lapses + (rating === 1 ? 1 : 0)
  };
}

// The day on which a card is due. Before an exam no gap runs past it: a card that would come later gets a last review on
// one of the last days before, which one its id says, so that not all come on one day. Counted from the card's last answer
// and not from today: else the day would move on as it comes near. An answer in the last three days was the last review, in
// the last seven if the memory is firm (97 of 100 know it after a fifth of its stability): else all would come again and again.
function dueDay({ stability, last }, today, examDay, id) {
  const due = last + intervalFor(stability);
  if (!(examDay > today)) return due;
  const left = examDay - last;
  const spread = idNumber(id) % (Math.min(LAST_REVIEWS, Math.floor(left / 3)) + 1);
  const done = left <= Math.max(3, Math.min(LAST_REVIEWS + 1, stability / 5));
  return Math.min(due, done ? examDay : examDay - 1 - spread);
}

// A stable number from a text.
function idNumber(id) {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 1000003, 7);
}

function isKnown(card, due, today) {
  return card.rating >= 3 && due > today;
}
