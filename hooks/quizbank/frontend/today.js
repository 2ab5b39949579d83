// The page Today: what is due, weak and new, in one session of mixed questions. The page brings the HTML; this fills it in.

const { localDay, make, schedule } = quiz;
const { questions, placeQuestion, readingLink, counted, standing, pick, alternate, unfold } = quiz.practice;

class QuizToday extends HTMLElement {
  // Each question is asked once and counts; what the learner filled in on a quiz page stays as it is.
  mode = { ...quiz.STUDY, sure: true, once: true, read: () => null, write: () => {}, remove: () => {} };

  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.addEventListener("click", ({ target }) => this[target.closest("[data-do]")?.dataset.do]?.());
    this.addEventListener("quiz-change", () => this.answered());
    this.at.form.addEventListener("change", () => this.choose());
    this.overview();
  }

  get chapters() {
    return [...this.at.form.querySelectorAll("[name=chapter]")];
  }

  turn(view) {
    for (const name of ["overview", "session", "end"]) this.at[name].hidden = name !== view;
  }

  // What there is to do, and the one button.
  overview() {
    const { settings } = schedule;
    const { form, score, nothing, begin, chosen } = this.at;
    const today = localDay();
    for (const name of ["exam", "size", "fresh"]) form.elements[name].value = settings[name];
    for (const box of this.chapters) box.checked = !settings.without.includes(box.value);
    const wanted = questions.filter((question) => !settings.without.includes(question.bank.name));
    this.picked = pick(wanted.map((question) => standing(question, today)), today, settings);
    const { due, weak, unseen } = this.picked;
    const count = this.picked.chosen.length;
    score.textContent = `${due.length} due, ${weak.length} weak, ${unseen.length} new.`;
    chosen.textContent = counted(count, "question");
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
    const counts = [counted(Math.ceil(asked / Math.max(1, days.length)), "question")];
    if (examDay > today) counts.unshift(counted(examDay - today, "day"));
    const { without, before, past } = this.at.plan.dataset;
    const words = examDay === undefined ? without : examDay > today ? before : past;
    this.at.plan.textContent = words.replace(/%/g, () => counts.shift());
  }

  choose() {
    const { exam, size, fresh } = this.at.form.elements;
    const without = this.chapters.filter((box) => !box.checked).map((box) => box.value);
    const { settings } = schedule;
    const date = exam.validity.valid ? exam.value : settings.exam;
    schedule.settings = { exam: date, size: Number(size.value || settings.size), fresh: Number(fresh.value || settings.fresh), without };
    this.overview();
  }

  start() {
    this.waiting = alternate(this.picked.chosen).map((one) => one.question);
    this.all = this.waiting.length;
    this.done = [];
    this.next();
  }

  next() {
    this.count();
    this.current = this.waiting.shift();
    if (this.current) this.ask();
    else this.finish();
  }

  async ask() {
    const { number, chapter, failed, again, forward, place } = this.at;
    number.textContent = `Question ${this.all - this.waiting.length} of ${this.all}`;
    chapter.textContent = this.current.bank.title;
    failed.hidden = again.hidden = forward.hidden = true;
    this.turn("session");
    try {
      this.asked = await placeQuestion(this.current, place, "Question");
      number.focus();
    } catch {
      place.replaceChildren();
      failed.hidden = again.hidden = false;
      again.focus();
    }
  }

  get isAnswered() {
    return this.asked?.every((question) => question.result);
  }

  // All parts of the question have their verdict.
  answered() {
    const { forward } = this.at;
    const open = this.asked?.find((question) => !question.result);
    if (!this.asked) return;
    forward.hidden = Boolean(open);
    const focused = document.activeElement; // what was just pressed is hidden now; a point that was ticked is not
    if (focused === document.body || focused.closest("[hidden]")) (open ? open.inputs[0] : forward).focus({ preventScroll: true });
  }

  // Count the question that was answered. One that is left open counts for nothing.
  count() {
    if (!this.isAnswered) return;
    for (const asked of this.asked) if (asked.result.self) asked.note(); // also if no point was ticked
    this.done.push({ question: this.current, right: this.asked.every((asked) => asked.result.share === 1) });
    this.asked = undefined;
  }

  finish() {
    const { result, reading, passages, went } = this.at;
    this.count();
    const wrong = this.done.filter((one) => !one.right);
    const places = new Map(wrong.map(({ question }) => [question.bank.name + question.section, make("li", {}, readingLink(question))]));
    result.textContent = `${this.done.length - wrong.length} of ${counted(this.done.length, "question")} right.`;
    passages.replaceChildren(...places.values());
    reading.hidden = places.size === 0;
    this.asked = undefined;
    this.turn("end");
    went.focus();
  }

  back() {
    this.overview();
    this.at.begin.focus();
  }
}

customElements.define("quiz-today", QuizToday);
