// All marks or none.
quiz.add("statements", {
  mark: ({ picked }, { right }) => ({ share: quiz.markExact(picked, right) })
});
