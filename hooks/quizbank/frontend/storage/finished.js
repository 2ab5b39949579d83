// What was finished: the learner's day on which a daily review ended last with something answered, and chapters that were read to
// their end, by their pages, which `notes/done.js` notes.

quiz.store.readers.finished = ({ day }) => (Number.isSafeInteger(day) ? { day } : null);
quiz.store.readers.read = ({ at }) => (Number.isSafeInteger(at) ? { at } : null);
