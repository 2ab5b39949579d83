// The memory model FSRS, version 6, with its published default parameters: how long an answer stays in mind.
// A memory has a stability, the days until 9 in 10 would still know the answer, and a difficulty from 1 to 10. Ratings are
// 1 again, 2 hard, 3 good, 4 easy. Formulas and parameters: github.com/open-spaced-repetition, "The Algorithm", and the
// Python package `fsrs`, which the tests compare this with. Whole days only: the learner comes once a day or so, so there
// are no steps of minutes for what was just learned. Intervals are not shifted at random: the same answers give the same
// day on every device, and questions that stay together are mixed when they are asked.

const FSRS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
  1.8729, 0.5425, 0.0912, 0.0658, 0.1542
];
// Chosen so that the share who remember is 0.9 when as many days have gone as the stability says.
const FORGETTING = 0.9 ** (-1 / FSRS[20]) - 1;

// The memory after the first answer.
function firstState(rating) {
  return { stability: FSRS[rating - 1], difficulty: Math.max(1, firstDifficulty(rating)) };
}

// The memory after another answer, so many whole days after the one before; 0 is the same day.
function nextState(state, rating, elapsedDays) {
  const stability =
    elapsedDays < 1 ? sameDayStability(state, rating) : laterStability(state, rating, retrievability(state, elapsedDays));
  return { stability: Math.max(0.001, stability), difficulty: nextDifficulty(state, rating) };
}

// The chance, from 0 to 1, that the answer is still known.
function retrievability({ stability }, elapsedDays) {
  return (1 + (FORGETTING * elapsedDays) / stability) ** -FSRS[20];
}

// Whole days until the next review: it comes when 9 in 10 would still know the answer, and that is what stability means.
function intervalFor(stability) {
  return Math.min(36500, Math.max(1, Math.round(stability)));
}

function firstDifficulty(rating) {
  return FSRS[4] - Math.exp(FSRS[5] * (rating - 1)) + 1;
}

// The nearer to 10, the smaller the step, so that it never goes beyond; and a little is drawn back to the first difficulty of
// an easy question.
function nextDifficulty({ difficulty }, rating) {
  const stepped = difficulty - (FSRS[6] * (rating - 3) * (10 - difficulty)) / 9;
  return Math.max(1, FSRS[7] * firstDifficulty(4) + (1 - FSRS[7]) * stepped);
}

function sameDayStability({ stability }, rating) {
  const growth = Math.exp(FSRS[17] * (rating - 3 + FSRS[18])) * stability ** -FSRS[19];
  return stability * (rating > 1 ? Math.max(1, growth) : growth);
}

function laterStability({ stability, difficulty }, rating, recall) {
  const surprise = 1 - recall;
  if (rating === 1) {
    const forgotten = FSRS[11] * difficulty ** -FSRS[12] * ((stability + 1) ** FSRS[13] - 1) * Math.exp(surprise * FSRS[14]);
    return Math.min(forgotten, stability / Math.exp(FSRS[17] * FSRS[18]));
  }
  const ease = rating === 2 ? FSRS[15] : rating === 4 ? FSRS[16] : 1;
  return (
    stability * (1 + Math.exp(FSRS[8]) * (11 - difficulty) * stability ** -FSRS[9] * (Math.exp(surprise * FSRS[10]) - 1) * ease)
  );
}
