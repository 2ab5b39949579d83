// All questions of a bank: progress, the result by objective, another try at the wrong ones, and starting over.

const { make, makeButton, formatMarks, outOf } = quiz;

class QuizSet extends HTMLElement {
  connectedCallback() {
    if (this.panel) return;
    this.panel = this.querySelector(".quiz-result");
    this.status = make("p", { class: "quiz-score", role: "status" });
    this.again = makeButton("Try the wrong ones again", "button");
    this.over = makeButton("Start over", "button", true);
    this.toRead = make("div");
    this.panel.querySelector("h2").after(this.status, this.toRead, make("div", { class: "quiz-actions" }, this.again, this.over));
    this.panel.querySelector("thead tr").append(make("th", { scope: "col" }, "You"));
    for (const row of this.rows) row.append(make("td"));
    this.again.addEventListener("click", () => this.retry(this.wrong));
    this.over.addEventListener("click", () => {
      if (confirm("Clear all your answers on this page?")) this.retry(this.questions);
    });
    this.addEventListener("quiz-change", () => this.update());
    this.update();
  }

  get questions() {
    return [...this.querySelectorAll("quiz-question")];
  }

  get rows() {
    return [...this.panel.querySelectorAll("tbody tr")];
  }

  get wrong() {
    return this.questions.filter((question) => question.result && question.result.share < 1);
  }

  update() {
    if (this.busy) return; // many questions are being cleared: one update follows
    const all = this.questions;
    const done = all.filter((question) => question.result);
    const finished = done.length === all.length;
    if (!all.some((question) => !question.hidden && !question.result)) this.showAll(all);
    this.panel.querySelector("h2").textContent = finished ? "Your result" : "What this quiz tests";
    this.tell(this.sentence(all, done, finished));
    this.showObjectives(done);
    this.showReading(finished);
    this.again.hidden = this.wrong.length === 0;
    this.over.hidden = done.length === 0;
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
    this.toRead.replaceChildren();
    if (!finished || this.wrong.length === 0) return;
    const items = this.wrong.map((question) => {
      const link = question.explanation.querySelector("p:last-child > a");
      const item = make("li", {}, make("a", { href: `#${question.id}` }, question.label));
      if (link) item.append(": ", link.cloneNode(true));
      return item;
    });
    this.toRead.append(make("p", {}, "Not right yet:"), make("ul", {}, ...items));
  }

  // Open some questions again and hide those that need no more work until these are answered.
  retry(questions) {
    this.busy = true;
    for (const question of this.questions) question.hidden = !questions.includes(question);
    for (const question of questions) question.reset();
    this.busy = false;
    this.update();
    questions[0].focusFirst();
  }
}

customElements.define("quiz-set", QuizSet);
