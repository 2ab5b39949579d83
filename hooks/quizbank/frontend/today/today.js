// The daily review: what is due, weak and new, in one session of mixed questions. The page brings the HTML; this fills it in.

const { localDay, schedule } = quiz;
const { questions, includedQuestions, reviewOn, isDone, returning, Session, countsOf, worthOf } = quiz.practice;

function doneWords(today) {
  const n = returning(today);
  return n ? say("today.tomorrow", { n }) : say("today.nothing_tomorrow");
}

class QuizToday extends Session {
  static place = "today";

  prepare() {
    this.at.details.addEventListener("toggle", () => this.bringSettings());
    if (quiz.takeWish("settings") !== undefined) this.at.details.open = true;
  }

  // What there is to do, and the one button.
  overview() {
    const { score, piles, nothing, begin, begun, unread } = this.at;
    const today = localDay();
    this.settings?.fill();
    this.picked = reviewOn(today);
    const chosen = this.picked.chosen.map(({ question }) => question);
    const { all: count } = countsOf(chosen);
    const minutes = quiz.minutesFor(worthOf(chosen));
    score.textContent = count ? say("today.ready", { n: count, minutes }) : say("today.none_ready");
    if (count && isDone(this.picked, today)) score.textContent = doneWords(today);
    piles.textContent = say("today.piles", countsOf(includedQuestions()));
    begin.textContent = say("today.start", { n: count });
    begin.hidden = count === 0;
    // Without a chapter that was read or chosen there is nothing to ask from, and that is said with the ways to change it.
    unread.hidden = includedQuestions().length > 0;
    begun.hidden = !unread.hidden;
    nothing.hidden = count > 0;
    this.foresee(today);
    this.turn("overview");
  }

  // What the exam's date means for each day.
  foresee(today) {
    const { examDay, settings } = schedule;
    const parts = questions.flatMap((question) => question.parts);
    const cards = parts.map(({ id }) => ({ id, card: schedule.card(id, today) })).filter(({ card }) => card);
    const days = schedule.plan({ cards, fresh: this.picked.unseen.length, newPerDay: settings.fresh, today, examDay });
    const asked = days.reduce((sum, day) => sum + day.reviews + day.fresh, 0);
    const count = Math.ceil(asked / Math.max(1, days.length));
    const left = examDay - today; // days, NaN without an exam
    this.at.passed.hidden = !(left <= 0);
    this.at.plan.hidden = left <= 0;
    this.at.plan.textContent = left ? say("today.pace_to_exam", { days: left, count }) : say("today.pace", { n: count });
  }

  // The list of chapters stands in the settings, which may still have to come.
  chapters() {
    this.at.details.open = true;
    this.bringSettings();
    quizParts.push([() => this.settings.chapters[0].focus(), {}, "feature:settings"]);
  }

  // Once it is open. A script that was lost is asked for again when the learner opens it again.
  bringSettings() {
    if (!this.at.details.open || this.settings) return;
    const make = () => (this.settings ??= new quiz.ReviewSettings(this.at, () => this.overview()));
    this.at.lost.hidden = true;
    quizParts.push([make, {}, "feature:settings"]);
    quiz.fetchLater("settings", () => (this.at.lost.hidden = false));
  }

  start() {
    this.begin(alternate(this.picked.chosen).map(({ question }) => question));
  }

  // The day is done when nothing more is due; what returns tomorrow is said, so that it can be left in peace.
  conclude({ done, wrong }) {
    const { result, unanswered, tomorrow } = this.at;
    const today = localDay();
    if (done.length) quiz.store.write("finished", "today", { day: today });
    result.textContent = done.length ? say("today.score", this.scoreOf({ done, wrong })) : "";
    unanswered.hidden = done.length > 0;
    tomorrow.hidden = done.length === 0 || !isDone(reviewOn(today), today);
    tomorrow.textContent = doneWords(today);
    this.showReading({ done, wrong });
  }
}

customElements.define("quiz-today", QuizToday);
