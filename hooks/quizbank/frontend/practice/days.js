// A day as schedules count them, as a date.
quiz.dayName = (day) =>
  new Date(day * 86400000).toLocaleDateString(say("practice.locale"), { dateStyle: "medium", timeZone: "UTC" });
