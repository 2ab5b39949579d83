// Each right choice earns its share of the marks, each wrong one costs at least as much.
quiz.add("multiple-choice", {
  mark: ({ picked }, { right, wrong }) => quiz.markByShares(picked, right, wrong)
});
