// How far the learner has read, for each chapter by its page: the section that was reached last, and when.

quiz.store.readers.place = ({ section, at }) =>
  typeof section === "string" ? { section, at: Number.isSafeInteger(at) ? at : 0 } : null;
