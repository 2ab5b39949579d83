// Mistakes: what went wrong or was guessed and has not been answered right since, to be put right; and how many were.

const { localDay } = quiz;
const { questions, standing, Session, marksOf } = quiz.practice;

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
    const weak = questions.map((question) => standing(question, today)).filter(({ fresh, rating }) => !fresh && rating < GOOD);
    this.chosen = weak
      .sort((one, other) => one.recall - other.recall)
      .slice(0, AT_ONCE)
      .map(({ question }) => question);
    score.textContent = say("mistakes.left", { n: weak.length });
    fixed.textContent = say("mistakes.fixed", { n: questions.flatMap(({ parts }) => parts).filter(isFixed).length });
    begin.textContent = say("mistakes.start", { n: this.chosen.length, minutes: quiz.minutesFor(marksOf(this.chosen)) });
    begin.hidden = weak.length === 0;
    nothing.hidden = weak.length > 0;
    this.turn("overview");
  }

  start() {
    this.begin(this.chosen);
  }

  conclude({ done, wrong }) {
    this.at.result.textContent = say("mistakes.result", { n: done.length - wrong.length });
    this.showReading(wrong);
  }
}

customElements.define("quiz-mistakes", QuizMistakes);
