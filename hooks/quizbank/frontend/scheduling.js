// The schedule of this learner: what the store holds, read by the rules of the schedule.

// What the learner has set: the exam's date ("" for none), how many questions at a time, how many new ones a day, chapters left out.
const SETTINGS = { exam: "", size: 20, fresh: 10, without: [] };

quiz.store.readers.settings = ({ exam, size, fresh, without }) => {
  const counts = [size, fresh].every((count) => Number.isSafeInteger(count) && count >= 0 && count <= 1000);
  return counts && quiz.isTexts(without) && (exam === "" || !Number.isNaN(dayOf(exam))) ? { exam, size, fresh, without } : null;
};

// The day of a date written as 2027-03-01.
function dayOf(date) {
  return /^2[01]\d\d-\d\d-\d\d$/.test(date) ? Date.parse(date) / 86400000 : NaN;
}

quiz.schedule = {
  plan,
  mergeLogs,
  retrievability,
  isKnown,

  get settings() {
    return quiz.store.read("settings", "main") ?? SETTINGS;
  },

  set settings(settings) {
    quiz.store.write("settings", "main", settings);
  },

  // The day of the exam, or undefined without one.
  get examDay() {
    return this.settings.exam ? dayOf(this.settings.exam) : undefined;
  },

  // A card as it stands today: its memory state, when it is due, and whether it is known. Undefined if it was never asked.
  // `more` are reviews that it might get.
  card(id, today = quiz.localDay(), examDay = this.examDay, more = []) {
    const log = quiz.store.read("card", id)?.log ?? [];
    const settled = settle(log, today);
    const ahead = new Set(log.map((entry) => entry[1]).filter((day) => day > today)); // several such days: the clock is wrong now, not then
    if (ahead.size === 1) quiz.store.write("card", id, { log: settled });
    const card = replay([...settled, ...more], today);
    if (!card) return undefined;
    const due = dueDay(card, today, examDay, id);
    return { ...card, due, known: isKnown(card, due, today) };
  },
};
