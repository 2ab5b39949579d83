// What is noted of each answer, for the schedule: when it was given, on which day of the learner's calendar, and how well.

// The learner's own calendar day, as days since 1 January 1970. Dates, not hours, so a change of zone or of clock moves nothing.
function localDay(date = new Date()) {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86400000);
}

// 1 again, 2 hard, 3 good, as the schedule counts. A right guess is no more than hard: it comes back sooner.
function ratingOf(share, guess) {
  if (share < 0.5) return 1;
  return share < 1 || guess ? 2 : 3;
}
