// The learner ticks each basis for which both sides were filled; more bases than marks earn no more marks.
quiz.add("distinguish", quiz.byLearner);
