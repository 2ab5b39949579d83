// Mistakes: what went wrong or was guessed and has not been answered right since, to be put right; and how many were.

const { localDay } = quiz;
const { questions, includedQuestions, standing, isMistake, Session, countsOf, worthOf } = quiz.practice;

const AT_ONCE = 10;
const GOOD = 3; // the rating of a right answer that was no guess

// Whether a part of a question went wrong once and is right now.
function isFixed({ id }) {
  const ratings = (quiz.store.read("card", id)?.log ?? []).map(([, , rating]) => rating);
  return ratings.at(-1) >= GOOD && ratings.some((rating) => rating < GOOD);
}

class QuizMistakes extends Session {
  static place = "mistakes";

  overview() {
    const { score, fixed, begin, nothing } = this.at;
    const today = localDay();
    const mistakes = includedQuestions()
      .map((question) => standing(question, today))
      .filter(isMistake);
    this.chosen = [...mistakes]
      .sort((one, other) => one.recall - other.recall)
      .slice(0, AT_ONCE)
      .map(({ question }) => question);
    score.textContent = say("mistakes.left", { n: countsOf(includedQuestions()).weak });
    fixed.textContent = say("mistakes.fixed", {
      n: questions.flatMap(({ parts }) => parts).filter(isFixed).length
    });
    begin.textContent = say("mistakes.start", { n: countsOf(this.chosen).all, minutes: quiz.minutesFor(worthOf(this.chosen)) });
    begin.hidden = mistakes.length === 0;
    nothing.hidden = mistakes.length > 0;
    this.turn("overview");
  }

  start() {
    this.begin(this.chosen);
  }

  conclude({ done, wrong }) {
    this.at.result.textContent = say("mistakes.result", { n: this.scoreOf({ done, wrong }).right });
    this.showReading({ done, wrong });
  }
}

customElements.define("quiz-mistakes", QuizMistakes);
