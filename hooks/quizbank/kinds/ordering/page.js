// Each row that is right earns its share.
quiz.add("ordering", {
  mark: ({ picked }, { right }) => ({ share: quiz.markRows(picked, right) }),
});
