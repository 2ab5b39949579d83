// A session of questions from several chapters, asked one after another on the stage. What is asked, and what is said before and after
// it, is the business of the page: the daily review, mistakes, the level test.

const { localDay, make, Attempt } = quiz;
const { questions, includedQuestions, placeQuestion, explainFailure, readingLink, unfold, whenChanged } = quiz.practice;

class Session extends HTMLElement {
  session = new Attempt(this.constructor.place); // kept, so that a session that was left goes on at its question

  // Each question is asked once and counts; what the learner filled in on a quiz page stays as it is.
  mode = { ...quiz.STUDY, once: true, ...this.session.mode };

  stage = new quiz.Stage(this, {
    next: () => this.next(),
    pause: () => this.pause(),
    follow: () => this.session.keep({ paused: false })
  });

  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.addEventListener("click", (event) => quiz.doAsked(this, event));
    this.at.end.addEventListener("click", ({ target }) => target.closest("a") && this.session.keep({ paused: false }));
    whenChanged(this, () => this.recount());
    this.prepare();
    this.dropOld();
    this.overview();
    this.open();
  }

  // What a page with settings does once.
  prepare() {}

  // In the overview, a session that was paused comes before a new one.
  turn(view) {
    for (const name of ["overview", "session", "end"]) this.at[name].hidden = name !== view;
    if (view !== "session") this.stage.close();
    const { running } = this;
    this.at.paused.hidden = !running;
    if (!running) return;
    this.at.begin.hidden = true;
    this.at.left.textContent = say("practice.paused", { n: this.waiting.flatMap(({ parts }) => parts).length });
  }

  // Another day has come, or another tab has kept something. A session goes on as it is, unless the other tab ended it.
  recount() {
    if (!this.at.overview.hidden) this.overview();
    else if (!this.at.session.hidden && !this.running) this.leave();
  }

  get running() {
    const { piece } = this.session;
    return piece && !piece.over;
  }

  begin(chosen) {
    this.session.begin({ way: this.constructor.place, ids: chosen.map(({ id }) => id) });
    this.next();
  }

  // What was open on another day is chosen again: it may not be due, or other questions more so. An end that was shown has been read, unless
  // the learner followed a link from it.
  dropOld() {
    const { piece } = this.session;
    if (piece && (piece.day !== localDay() || (piece.over && piece.paused !== false))) this.session.clear();
  }

  // A session of this day goes on, unless the learner paused it. An address with `?start` begins one, or goes on with it.
  open() {
    const isWished = quiz.takeWish("start") !== undefined;
    const { piece } = this.session;
    if (piece?.over) this.finish();
    else if (piece && (isWished || !piece.paused)) this.resume();
    else if (isWished && !this.at.begin.hidden) this.start();
  }

  resume() {
    this.session.keep({ paused: false });
    this.next();
  }

  pause() {
    this.count();
    if (this.waiting.length === 0) return this.finish();
    this.session.keep({ paused: true });
    this.leave();
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
    this.stage.stand(chapter, place);
    const { ids, done } = this.kept;
    const [n, total] = [partsOf(done).length + 1, partsOf(ids).length];
    this.stage.show(this.asked, { step: done.length, stands: this.stands, n, total, isLast: waiting.length === 1 });
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
    const missed = asked.filter(({ result }) => result.share < 1).map(({ name }) => name);
    const more = missed.length ? [current.id, ...missed] : []; // of a case, its wrong parts too
    this.session.keep({ done: [...done, current.id], wrong: [...new Set([...wrong, ...more])] });
  }

  // The end of the session. What it was stays as long as its end is on the page, for whoever reads a passage and comes back.
  finish() {
    this.count();
    this.session.keep({ over: true, paused: true });
    this.conclude(this.kept);
    this.turn("end");
    this.at.went.focus();
  }

  // What improved, the mistakes by passage, and what to do next.
  showReading({ done, wrong }) {
    const { reading, passages, again, improved, after } = this.at;
    const missed = questions.filter(({ id }) => wrong.includes(id));
    const n = partsOf(done).filter(({ id }) => isFixedNow(quiz.store.read("card", id)?.log ?? [])).length;
    improved.textContent = n ? say("practice.improved", { n }) : "";
    passages.replaceChildren(...inPlaces(missed).map(placeItem));
    reading.hidden = missed.length === 0;
    again.hidden = missed.length === 0;
    offerSection(after);
  }

  // Right answers of all, those in cases each counted.
  scoreOf({ done, wrong }) {
    const parts = partsOf(done);
    return { right: parts.filter(({ id }) => !wrong.includes(id)).length, n: parts.length };
  }

  retry() {
    const { wrong } = this.kept;
    this.begin(questions.filter(({ id }) => wrong.includes(id)));
  }

  leave() {
    this.asked = undefined;
    this.back();
  }

  back() {
    this.overview();
    this.turn("overview");
    (this.running ? this.at.resume : this.at.begin).focus();
  }
}

function partsOf(ids) {
  return questions.filter(({ id }) => ids.includes(id)).flatMap(({ parts }) => parts);
}

// Whether the last of a card's ratings put a mistake right.
function isFixedNow(log) {
  const [before, now] = log.slice(-2).map(([, , rating]) => rating);
  return before < 3 && now >= 3;
}

// Questions by the passages that explain them.
function inPlaces(missed) {
  const places = new Map();
  for (const question of missed) {
    const place = question.bank.name + question.section;
    places.set(place, [...(places.get(place) ?? []), question]);
  }
  return [...places.values()];
}

function placeItem(missed) {
  return make("li", {}, readingLink(missed[0]), " · ", say("practice.mistakes", { n: missed.length }));
}

// The first section with a question that was never answered, in the chapters that practice asks from.
function offerSection(link) {
  const next = includedQuestions().find(({ parts }) => parts.some(({ id }) => !quiz.store.read("card", id)));
  link.hidden = !next;
  if (!next) return;
  const { bank, section } = next;
  link.href = new URL(`${bank.quiz}?practise=${encodeURIComponent(section)}`, quiz.root);
  link.textContent = say("practice.next_section", { title: bank.sections[section] || bank.title });
}

Object.assign(quiz.practice, { Session });
