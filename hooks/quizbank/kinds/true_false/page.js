// The choice is marked; the reason that the learner wrote stands beside the model reason for comparison.
quiz.add("true-false", {
  mark: ({ picked }, { right }) => ({ share: quiz.markExact(picked, right) })
});
