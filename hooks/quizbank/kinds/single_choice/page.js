// All marks or none.
quiz.add("single-choice", {
  mark: ({ picked }, { right }) => ({ share: quiz.markExact(picked, right) })
});
