// All questions of a bank: ways to take the quiz, progress, the result by objective, another try at the wrong ones, starting over.

const { make, formatMarks, outOf, STUDY } = quiz;

const nothing = () => null;

// In an exam there is no verdict before the end; a first try, before reading, is neither kept nor counted.
const WAYS = {
  study: STUDY,
  exam: { ...STUDY, answers: false },
  first: { ...STUDY, read: nothing, write: nothing, remove: nothing, review: nothing },
};

class QuizSet extends HTMLElement {
  connectedCallback() {
    if (this.panel) return;
    this.panel = this.querySelector(".quiz-result");
    this.units = [...this.children].filter((child) => child.matches("quiz-question, .quiz-case"));
    this.way = "study";
    this.status = this.panel.querySelector(".quiz-score");
    this.toRead = this.panel.querySelector(".quiz-read");
    this.buttons = Object.fromEntries([...this.panel.querySelectorAll("[data-do]")].map((button) => [button.dataset.do, button]));
    for (const cell of this.panel.querySelectorAll(".quiz-you")) cell.hidden = false;
    const form = this.querySelector(".quiz-ways form");
    form.parentNode.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { way, which, mixed } = form.elements;
      this.begin(way.value, which, mixed.checked);
    });
    this.panel.addEventListener("click", ({ target }) => this[target.dataset.do]?.());
    this.addEventListener("quiz-change", () => this.update());
    this.addEventListener("input", () => this.way === "exam" && this.update());
    this.update();
  }

  again() {
    this.retry(this.wrong);
  }

  over() {
    if (confirm("Clear all your answers on this page?")) this.retry(this.questions);
  }

  back() {
    this.take("study");
    this.update();
    this.querySelector(".quiz-ways summary").focus();
  }

  get questions() {
    return [...this.querySelectorAll("quiz-question")];
  }

  // Those whose script has come.
  get ready() {
    return this.questions.filter((question) => question.form);
  }

  get rows() {
    return [...this.panel.querySelectorAll("tbody tr")];
  }

  get wrong() {
    return this.questions.filter((question) => question.result && question.result.share < 1);
  }

  get due() {
    const today = quiz.localDay();
    return this.questions.filter((question) => quiz.schedule.card(question.name, today)?.due <= today);
  }

  begin(way, which, mixed) {
    this.take("study"); // what is wrong or due is read from what is kept
    const asked = this[which.value];
    this.querySelector(".quiz-none").textContent = asked.length ? "" : `None: ${which.selectedOptions[0].text.toLowerCase()}.`;
    if (asked.length === 0) return this.update();
    this.arrange(mixed);
    this.take(way);
    this.retry(this.questions.filter((question) => asked.includes(question)));
  }

  take(way) {
    this.busy = true;
    if (way !== this.way) for (const question of this.ready) question.use(WAYS[way]);
    for (const question of this.questions) question.hidden = false;
    this.way = way;
    this.busy = false;
  }

  // A case stays together; the order of the author comes back when it is asked for.
  arrange(mixed) {
    const ranks = new Map(this.units.map((unit, index) => [unit, mixed ? Math.random() : index]));
    const ordered = [...this.units].sort((one, other) => ranks.get(one) - ranks.get(other));
    this.querySelector(".quiz-ways").after(...ordered);
  }

  // The end of an exam: every question gets its verdict, and counts.
  judge() {
    const open = this.shown.filter((question) => question.isBlank).length;
    if (open && !confirm(`${open} of ${this.shown.length} questions are open. Hand in now?`)) return;
    this.busy = true;
    for (const question of this.shown) {
      question.mode = question.isBlank ? { ...STUDY, review: nothing } : STUDY; // a question left open says nothing of memory
      question.show();
    }
    for (const question of this.ready) {
      if (question.hidden) question.use(STUDY);
      else question.mode = STUDY;
    }
    this.way = "study";
    this.busy = false;
    this.update();
    const heading = this.panel.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
  }

  get shown() {
    return this.ready.filter((question) => !question.hidden);
  }

  update() {
    if (this.busy) return; // many questions are being changed: one update follows
    const exam = this.way === "exam";
    const all = exam ? this.shown : this.questions;
    const done = all.filter((question) => (exam ? !question.isBlank : question.result));
    const finished = !exam && done.length === all.length;
    if (!exam && !all.some((question) => !question.hidden && !question.result)) this.showAll(all);
    this.panel.querySelector("h2").textContent = finished ? "Your result" : "What this quiz tests";
    this.tell(exam ? `${done.length} of ${all.length} questions answered.` : this.sentence(all, done, finished));
    this.showObjectives(exam ? [] : done);
    this.showReading(finished);
    const { judge, again, over, back } = this.buttons;
    judge.hidden = !exam;
    again.hidden = this.wrong.length === 0;
    over.hidden = done.length === 0 || this.way !== "study";
    back.hidden = this.way === "study";
  }

  // Questions that come back above the one just answered would push it out of sight: go along with it.
  showAll(all) {
    const focused = document.activeElement;
    const before = focused.getBoundingClientRect().top;
    for (const question of all) question.hidden = false;
    if (this.contains(focused)) scrollBy(0, focused.getBoundingClientRect().top - before);
  }

  // An unchanged live region stays silent only if it is left alone.
  tell(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  sentence(all, done, finished) {
    const earned = done.reduce((sum, question) => sum + question.earned, 0);
    const marks = (finished ? all : done).reduce((sum, question) => sum + question.marks, 0);
    if (finished) return `You have ${outOf(earned, marks)}.`;
    if (done.length === 0) return `${all.length} questions to answer.`;
    return `${done.length} of ${all.length} questions answered, ${outOf(earned, marks)} so far.`;
  }

  showObjectives(done) {
    for (const row of this.rows) {
      const mine = done.filter((question) => question.dataset.objective === row.dataset.objective);
      const earned = mine.reduce((sum, question) => sum + question.earned, 0);
      row.lastElementChild.textContent = mine.length ? formatMarks(earned) : "–";
    }
  }

  showReading(finished) {
    const wrong = finished ? this.wrong : [];
    const items = wrong.map((question) => {
      const link = question.explanation.querySelector("p:last-child > a");
      const item = make("li", {}, make("a", { href: `#${question.id}` }, question.label));
      if (link) item.append(": ", link.cloneNode(true));
      return item;
    });
    this.toRead.hidden = items.length === 0;
    this.toRead.lastElementChild.replaceChildren(...items);
  }

  // Open some questions again and hide those that need no more work until these are answered.
  retry(questions) {
    this.busy = true;
    for (const question of this.questions) question.hidden = !questions.includes(question);
    for (const question of this.shown) question.reset();
    this.busy = false;
    this.update();
    this.shown[0]?.focusFirst();
  }
}

customElements.define("quiz-set", QuizSet);
