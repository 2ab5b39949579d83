// Each row that is right earns its share.
quiz.add("sorting", {
  mark: ({ picked }, { right }) => ({ share: quiz.markRows(picked, right) }),
});
