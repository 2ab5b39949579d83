// The exam's date as a learner types it.

const { dayOf } = quiz.schedule;

const FARTHEST = 10 * 366; // days: an exam beyond that is a slip of the keys

// The name of what is wrong with an exam's date as it was typed, "" for nothing. `unread` says that something is there which the browser
// cannot read as a date, such as a day without its year.
function examFault(date, unread, today) {
  if (!date) return unread ? "unfinished" : "";
  const day = dayOf(date);
  if (Number.isNaN(day)) return "unreal";
  return day < today ? "past" : day > today + FARTHEST ? "far" : "";
}
