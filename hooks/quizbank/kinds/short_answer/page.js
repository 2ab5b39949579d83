// The learner ticks the points that their own answer made, and the points add up.
quiz.add("short-answer", quiz.byLearner);
