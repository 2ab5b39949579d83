// All marks or none.
quiz.add("odd-one-out", {
  mark: ({ picked }, { right }) => ({ share: quiz.markExact(picked, right) })
});
