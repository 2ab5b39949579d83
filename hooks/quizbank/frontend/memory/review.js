// What is noted of each answer, for the schedule: when it was given, on which day of the learner's calendar, and how well.

// The learner's own calendar day, as days since 1 January 1970. Dates, not hours, so a change of zone or of clock moves nothing.
function localDay(date = new Date()) {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86400000);
}
