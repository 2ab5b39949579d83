// The daily review: what is due, weak and new, in one session of mixed questions. The page brings the HTML; this fills it in.

const { localDay, schedule } = quiz;
const { questions, leftOut, includedQuestions, reviewOn, isDone, returning, alternate, Session, countsOf, worthOf } =
  quiz.practice;

// What is wrong with an exam's date, by the names that the schedule gives it.
const FAULTS = {
  unfinished: say("today.unfinished"),
  unreal: say("today.unreal"),
  past: say("today.past"),
  far: say("today.far")
};

function doneWords(today) {
  const n = returning(today);
  return n ? say("today.tomorrow", { n }) : say("today.nothing_tomorrow");
}

class QuizToday extends Session {
  static place = "today";

  prepare() {
    this.at.form.addEventListener("change", ({ target }) => this.choose(target.name === "chapter"));
    this.at.form.elements.exam.addEventListener("blur", () => this.explain(this.fault));
    if (quiz.takeWish("settings") !== undefined) this.at.form.closest("details").open = true;
  }

  get chapters() {
    return [...this.at.form.querySelectorAll("[name=chapter]")];
  }

  // What there is to do, and the one button.
  overview() {
    const { settings } = schedule;
    const { score, piles, nothing, begin } = this.at;
    const today = localDay();
    this.fillForm(settings);
    this.picked = reviewOn(today);
    const chosen = this.picked.chosen.map(({ question }) => question);
    const { all: count } = countsOf(chosen);
    const minutes = quiz.minutesFor(worthOf(chosen));
    score.textContent = count ? say("today.ready", { n: count, minutes }) : say("today.none_ready");
    if (count && isDone(this.picked, today)) score.textContent = doneWords(today);
    piles.textContent = say("today.piles", countsOf(includedQuestions()));
    begin.textContent = say("today.start", { n: count });
    begin.hidden = count === 0;
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
    this.at.plan.textContent =
      examDay === undefined
        ? say("today.pace", { n: count })
        : examDay > today
          ? say("today.pace_to_exam", { days: examDay - today, count })
          : say("today.exam_passed");
  }

  // What the learner is typing, and what cannot be used and is explained beside its field, stays as it is.
  fillForm(settings) {
    const { exam, size, fresh } = this.at.form.elements;
    for (const [field, value] of [
      [exam, settings.exam],
      [size, settings.size],
      [fresh, settings.fresh]
    ]) {
      if (field !== document.activeElement && field.ariaInvalid !== "true") field.value = value;
    }
    const without = leftOut();
    for (const box of this.chapters) box.checked = !without.includes(box.value);
  }

  // What is wrong with the exam's date as it stands in its field.
  get fault() {
    const { exam } = this.at.form.elements;
    return schedule.examFault(exam.value, exam.validity.badInput, localDay());
  }

  explain(fault) {
    this.at.fault.textContent = FAULTS[fault] ?? "";
    this.at.form.elements.exam.ariaInvalid = String(Boolean(fault));
  }

  // A date that is still being typed, or that no exam can have, changes nothing. It is explained when the learner leaves its field.
  choose(hasChosen) {
    const { exam, size, fresh } = this.at.form.elements;
    const { settings } = schedule;
    const chosen = hasChosen || settings.chosen;
    const without = chosen ? this.chapters.filter((box) => !box.checked).map((box) => box.value) : [];
    const date = this.fault ? settings.exam : exam.value;
    if (!this.fault) this.explain("");
    schedule.settings = {
      exam: date,
      size: Number(size.value || settings.size),
      fresh: Number(fresh.value || settings.fresh),
      goal: settings.goal,
      without,
      chosen
    };
    this.overview();
  }

  // A file for the learner's calendar, which reminds them every day until the exam.
  remind() {
    quizParts.push([() => this.saveReminder(), {}, "feature:calendar"]);
    quiz.fetchLater("calendar", () => (this.at.reminded.textContent = say("practice.not_loaded")));
  }

  saveReminder() {
    const today = localDay();
    const { examDay } = schedule;
    quiz.saveReminder({
      summary: document.title,
      description: say("today.reminder"),
      url: location.protocol === "file:" ? "" : new URL("?start", location).href,
      day: today,
      time: this.at.time.value || "19:00",
      until: examDay >= today ? examDay : undefined
    });
    this.at.reminded.textContent = say("today.reminder_saved");
  }

  start() {
    this.begin(alternate(this.picked.chosen).map(({ question }) => question));
  }

  // The day is done when nothing more is due; what returns tomorrow is said, so that it can be left in peace.
  conclude({ done, wrong }) {
    const { result, tomorrow } = this.at;
    const today = localDay();
    if (done.length) quiz.store.write("finished", "today", { day: today });
    result.textContent = done.length ? say("today.score", this.scoreOf({ done, wrong })) : say("today.nothing_answered");
    tomorrow.hidden = done.length === 0 || !isDone(reviewOn(today), today);
    tomorrow.textContent = doneWords(today);
    this.showReading({ done, wrong });
  }
}

customElements.define("quiz-today", QuizToday);
