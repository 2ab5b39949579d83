// A week of study, from Monday: how much was answered on each day.

const DAYS = 7;

// 1 January 1970 was a Thursday.
function mondayOf(day) {
  return day - ((day + 3) % DAYS);
}

// The days of the week of `today` as { day, answers, state }: done, open (today, while nothing is answered), past or ahead.
function weekOf(today, reviewDays) {
  return Array.from({ length: DAYS }, (_, index) => {
    const day = mondayOf(today) + index;
    const answers = reviewDays.filter((other) => other === day).length;
    const state = answers ? "done" : day === today ? "open" : day < today ? "past" : "ahead";
    return { day, answers, state };
  });
}
