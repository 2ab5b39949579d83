// All marks or none.
quiz.add("assertion-reason", {
  mark: ({ picked }, { right }) => ({ share: quiz.markExact(picked, right) })
});
