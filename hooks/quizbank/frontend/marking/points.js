// Answers that learners mark themselves, by ticking the points of a model answer that their own words make.

// The marks of ticked points add up, to all of the question's marks at the most.
function markPoints(ticked, marks) {
  return Math.min(1, ticked.reduce((sum, point) => sum + point, 0) / marks);
}

// A point was ticked or taken back after the answer was shown.
quiz.markAgain = (question) => {
  question.mark();
  question.feedback.querySelector(".quiz-verdict").replaceWith(question.verdict()[0]);
  question.save(true);
  if (question.checkedAt) question.note();
  question.changed();
};

quiz.byLearner = {
  selfMarked: true,

  mark(response, key, { points, marks }) {
    const ticked = points.filter((point) => point.checked).map((point) => Number(point.dataset.marks));
    return {
      share: markPoints(ticked, marks),
      self: ["✎", say("question.compare")]
    };
  },

  // The model answer and its points take the place of reasons.
  present({ feedback, details, explanation }) {
    feedback.after(...details.querySelectorAll(".quiz-model, .quiz-reasons"), explanation);
  }
};
