// The schedule of this learner: what the store holds, read by the rules of the schedule.

// What the learner has set: the exam's date ("" for none), how many questions at a time, how many new ones a day, chapters left out, and
// whether these were `chosen`. When it was set ("at", in milliseconds) is not always known, nor on how many days of a week they mean to
// study ("goal", 0 for no goal).
const SETTINGS = { exam: "", size: 20, fresh: 10, without: [], chosen: false };

function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0 && value <= 1000;
}

const IS_SOUND = {
  exam: (date) => date === "" || !Number.isNaN(dayOf(date)),
  size: (count) => isCount(count) && count > 0,
  fresh: isCount,
  without: Array.isArray,
  chosen: (value) => typeof value === "boolean",
  goal: (days) => isCount(days) && days <= 7,
  at: Number.isSafeInteger
};

// Each by itself: a date that cannot be read changes no pace.
quiz.store.readers.settings = (piece) => {
  const sound = Object.keys(IS_SOUND).filter((name) => IS_SOUND[name](piece[name]));
  const without = quiz.textsIn(piece.without);
  const settings = {
    ...SETTINGS,
    chosen: without.length > 0, // an earlier version did not note it
    ...Object.fromEntries(sound.map((name) => [name, piece[name]])),
    without
  };
  return sound.length ? settings : null;
};

// The day of a date written as 2027-03-01, NaN where there is no such day.
function dayOf(date) {
  const time = typeof date === "string" && /^2[01]\d\d-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
  return time && new Date(time).toISOString().startsWith(date) ? time / 86400000 : NaN;
}

quiz.schedule = {
  answered,
  dayOf,
  dueDay,
  retrievability,

  get settings() {
    return quiz.store.read("settings", "main") ?? SETTINGS;
  },

  set settings(settings) {
    quiz.store.write("settings", "main", { ...settings, at: Date.now() });
  },

  // The day of the exam, or undefined without one.
  get examDay() {
    return this.settings.exam ? dayOf(this.settings.exam) : undefined;
  },

  // A card as it stands today: its memory state, when it is due, and whether it is known. Undefined if it was never asked.
  // `more` are reviews that it might get.
  card(id, today = quiz.localDay(), examDay = this.examDay, more = []) {
    const log = quiz.store.read("card", id)?.log ?? [];
    const corrected = withoutFutureDays(log, today);
    const ahead = new Set(log.map((entry) => entry[1]).filter((day) => day > today)); // several such days: the clock is wrong now, not then
    if (ahead.size === 1) quiz.store.write("card", id, { log: corrected });
    const card = replay([...corrected, ...more], today);
    if (!card) return undefined;
    const due = dueDay(card, today, examDay, id);
    return { ...card, due, known: isKnown(card, due, today) };
  }
};
