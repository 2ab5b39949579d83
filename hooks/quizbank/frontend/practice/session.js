// A session of questions from several chapters, asked one after another on the stage. What is asked, and what is said before and after
// it, is the business of the page: the daily review, mistakes, the level test.

const { localDay, make, Attempt } = quiz;
const { questions, placeQuestion, explainFailure, readingLink, unfold, whenChanged } = quiz.practice;

class Session extends HTMLElement {
  session = new Attempt(this.constructor.place); // kept, so that a session that was left goes on at its question

  // Each question is asked once and counts; what the learner filled in on a quiz page stays as it is.
  mode = { ...quiz.STUDY, once: true, ...this.session.mode };

  stage = new quiz.Stage(this, { next: () => this.next(), leave: () => this.finish() });

  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.addEventListener("click", ({ target }) => this[target.closest("[data-do]")?.dataset.do]?.());
    whenChanged(this, () => this.recount());
    this.prepare();
    this.overview();
    this.resume();
  }

  // What a page with settings does once.
  prepare() {}

  turn(view) {
    for (const name of ["overview", "session", "end"]) this.at[name].hidden = name !== view;
    if (view !== "session") this.stage.close();
  }

  // Another day has come, or another tab has kept something. A session goes on as it is, unless the other tab ended it.
  recount() {
    if (!this.at.overview.hidden) this.overview();
    else if (!this.at.session.hidden && !this.session.piece) this.leave();
  }

  begin(chosen) {
    this.session.begin({ way: this.constructor.place, ids: chosen.map(({ id }) => id) });
    this.next();
  }

  // A session of this day goes on. What was open on another day is chosen again: it may not be due, or other questions more so.
  resume() {
    const { piece } = this.session;
    const asked = quiz.isAsked("start");
    if (piece?.day === localDay()) return this.next();
    if (piece) this.session.clear();
    if (asked && !this.at.begin.hidden) this.start();
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

  // The end of the session. `kept` is what it was.
  finish() {
    this.count();
    const { kept } = this;
    this.session.clear();
    this.conclude(kept);
    this.turn("end");
    this.at.went.focus();
  }

  // What to read again: each passage once.
  showReading(wrong) {
    const { reading, passages } = this.at;
    const missed = questions.filter(({ id }) => wrong.includes(id));
    const places = missed.map((question) => [question.bank.name + question.section, make("li", {}, readingLink(question))]);
    passages.replaceChildren(...new Map(places).values());
    reading.hidden = places.length === 0;
  }

  leave() {
    this.asked = undefined;
    this.back();
  }

  back() {
    this.overview();
    this.turn("overview");
    this.at.begin.focus();
  }
}

Object.assign(quiz.practice, { Session });
