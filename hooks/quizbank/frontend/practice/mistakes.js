// Mistakes: what went wrong or was guessed and has not been answered right since, to be put right; and how many were.

const { localDay } = quiz;
const { includedQuestions, reviewOn, fixedSoFar, Session, countsOf, worthOf } = quiz.practice;

const AT_ONCE = 10;

class QuizMistakes extends Session {
  static place = "mistakes";

  overview() {
    const { score, fixed, begin, nothing } = this.at;
    const today = localDay();
    const { mistakes } = reviewOn(today);
    this.chosen = [...mistakes]
      .sort((one, other) => one.recall - other.recall)
      .slice(0, AT_ONCE)
      .map(({ question }) => question);
    score.textContent = say("mistakes.left", { n: countsOf(includedQuestions()).weak });
    fixed.textContent = say("mistakes.fixed", { n: fixedSoFar() });
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
