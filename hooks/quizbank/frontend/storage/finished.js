// The learner's day on which a daily review ended last with something answered.

quiz.store.readers.finished = ({ day }) => (Number.isSafeInteger(day) ? { day } : null);
