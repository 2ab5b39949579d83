// Each right choice earns its share of the marks, each wrong one takes a share away.
quiz.add("multiple-choice", {
  mark: ({ picked }, { right }) => ({ share: quiz.markByShares(picked, right) }),
});
