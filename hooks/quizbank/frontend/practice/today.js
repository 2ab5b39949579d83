// The daily review: what is due, weak and new, in one session of mixed questions. The page brings the HTML; this fills it in.

const { localDay, make, schedule, Attempt } = quiz;
const { questions, placeQuestion, explainFailure, readingLink, standing, pick, alternate, unfold, whenChanged } = quiz.practice;

// What is wrong with an exam's date, by the names that the schedule gives it.
const FAULTS = {
  unfinished: say("today.unfinished"),
  unreal: say("today.unreal"),
  past: say("today.past"),
  far: say("today.far")
};

function marksOf(chosen) {
  return chosen.flatMap(({ question }) => question.parts).reduce((sum, part) => sum + part.marks, 0);
}

class QuizToday extends HTMLElement {
  session = new Attempt("today"); // kept, so that a session that was left goes on at its question

  // Each question is asked once and counts; what the learner filled in on a quiz page stays as it is.
  mode = { ...quiz.STUDY, once: true, ...this.session.mode };

  stage = new quiz.Stage(this, { next: () => this.next(), leave: () => this.finish() });

  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.addEventListener("click", ({ target }) => this[target.closest("[data-do]")?.dataset.do]?.());
    this.at.form.addEventListener("change", () => this.choose());
    this.at.form.elements.exam.addEventListener("blur", () => this.explain(this.fault));
    whenChanged(this, () => this.recount());
    this.overview();
    this.resume();
  }

  get chapters() {
    return [...this.at.form.querySelectorAll("[name=chapter]")];
  }

  turn(view) {
    for (const name of ["overview", "session", "end"]) this.at[name].hidden = name !== view;
    if (view !== "session") this.stage.close();
  }

  // What there is to do, and the one button.
  overview() {
    const { settings } = schedule;
    const { score, piles, nothing, begin } = this.at;
    const today = localDay();
    this.fillForm(settings);
    const wanted = questions.filter((question) => !settings.without.includes(question.bank.name));
    this.picked = pick(
      wanted.map((question) => standing(question, today)),
      today,
      settings
    );
    const { due, weak, unseen, chosen } = this.picked;
    const count = chosen.length;
    score.textContent = say("today.ready", { n: count, minutes: quiz.minutesFor(marksOf(chosen)) });
    piles.textContent = say("today.piles", { due: due.length, weak: weak.length, unseen: unseen.length });
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

  // Another day has come, or another tab has kept something. A session goes on as it is, unless the other tab ended it.
  recount() {
    if (!this.at.overview.hidden) this.overview();
    else if (!this.at.session.hidden && !this.session.piece) this.leave();
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
    for (const box of this.chapters) box.checked = !settings.without.includes(box.value);
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
  choose() {
    const { exam, size, fresh } = this.at.form.elements;
    const without = this.chapters.filter((box) => !box.checked).map((box) => box.value);
    const { settings } = schedule;
    const date = this.fault ? settings.exam : exam.value;
    if (!this.fault) this.explain("");
    schedule.settings = {
      exam: date,
      size: Number(size.value || settings.size),
      fresh: Number(fresh.value || settings.fresh),
      without
    };
    this.overview();
  }

  start() {
    this.session.begin({ way: "today", ids: alternate(this.picked.chosen).map((one) => one.question.id) });
    this.next();
  }

  // A session of this day goes on. What was open on another day is chosen again: it may not be due, or other questions more so.
  resume() {
    const { piece } = this.session;
    if (!piece) return;
    if (piece.day !== localDay()) return this.session.clear();
    this.next();
  }

  // Another tab may have ended the session.
  get kept() {
    return this.session.piece ?? { ids: [], done: [], wrong: [] };
  }

  // The questions of the session that are still to come. One that was withdrawn meanwhile is left out.
  get waiting() {
    const { ids, done } = this.kept;
    return questions
      .filter(({ id }) => ids.includes(id) && !done.includes(id))
      .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  }

  next() {
    this.count();
    [this.current] = this.waiting;
    if (this.current) this.ask();
    else this.finish();
  }

  async ask() {
    const { chapter, failed, place } = this.at;
    chapter.textContent = this.current.bank.title;
    failed.hidden = true;
    this.turn("session");
    try {
      this.asked = await placeQuestion(this.current, place, say("practice.question"));
    } catch {
      place.replaceChildren();
      this.stage.close();
      return explainFailure(failed);
    }
    const { waiting } = this;
    this.stage.stand(place);
    this.stage.show(this.asked, { step: this.kept.done.length, stands: this.stands, isLast: waiting.length === 1 });
  }

  // How each question of the session stands, in the order in which they are asked.
  get stands() {
    const { done, wrong } = this.kept;
    return [...done.map((id) => (wrong.includes(id) ? "wrong" : "right")), ...this.waiting.map(() => "open")];
  }

  reload() {
    location.reload();
  }

  // Count the question that was answered, unless another tab did. One that is left open counts for nothing.
  count() {
    const { asked, current } = this;
    this.asked = undefined;
    if (!asked?.every((question) => question.result)) return;
    for (const one of asked) if (one.result.self) one.note(); // also if no point was ticked
    const { done, wrong } = this.kept;
    if (done.includes(current.id)) return;
    const right = asked.every((one) => one.result.share === 1);
    this.session.keep({ done: [...done, current.id], wrong: right ? wrong : [...wrong, current.id] });
  }

  finish() {
    const { result, reading, passages, went } = this.at;
    this.count();
    const { done, wrong } = this.kept;
    const missed = questions.filter(({ id }) => wrong.includes(id));
    const places = new Map(
      missed.map((question) => [question.bank.name + question.section, make("li", {}, readingLink(question))])
    );
    const score = say("today.score", { right: done.length - wrong.length, n: done.length });
    result.textContent = done.length ? score : say("today.nothing_answered");
    passages.replaceChildren(...places.values());
    reading.hidden = places.size === 0;
    this.session.clear();
    this.turn("end");
    went.focus();
  }

  leave() {
    this.asked = undefined;
    this.back();
  }

  back() {
    this.overview();
    this.at.begin.focus();
  }
}

customElements.define("quiz-today", QuizToday);
