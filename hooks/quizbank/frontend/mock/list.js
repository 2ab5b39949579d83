// The attempts at one mock test, where the tests are listed: what was scored, and the way back into one that was left.

const { make, dayName, fillRows, marksOf } = quiz;

class QuizAttempts extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    for (const event of ["storage", "pageshow"]) addEventListener(event, () => this.count(), this.leaving);
    this.count();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  count() {
    this.showRunning();
    this.showDone(quiz.attempts(this.dataset.paper));
  }

  // The one that was worked on last.
  get running() {
    const { store } = quiz;
    const mine = store.ids("sitting").filter((id) => id.startsWith(`${this.dataset.paper}~`));
    const begun = mine.map((id) => store.read("sitting", id)).filter(({ ids, result }) => ids.flat().length && !result);
    return begun.sort((one, other) => other.ticked - one.ticked)[0];
  }

  showRunning() {
    const { running } = this;
    const link = this.querySelector("a.md-button");
    link.classList.toggle("md-button--primary", Boolean(running));
    link.hash = running ? `#seed=${encodeURIComponent(running.seed)}&do=run` : "";
    link.textContent = running ? this.resumeWords(running) : say("tests.open");
  }

  resumeWords({ timed, spent }) {
    const left = Math.floor(60 * this.dataset.minutes - spent);
    if (!timed) return say("mock.resume");
    return left > 0 ? say("tests.resume", { n: Math.ceil(left / 60) }) : say("tests.resume_over");
  }

  // The line below the test says none, or opens all of them. It takes the same room, so nothing moves.
  showDone(attempts) {
    const [none, list] = this.querySelectorAll(".quiz-attempts");
    none.hidden = attempts.length > 0;
    list.hidden = attempts.length === 0;
    if (list.hidden) return;
    const percent = Math.max(...attempts.map(percentOf));
    list.querySelector("summary").textContent = say("tests.attempts", { n: attempts.length, percent });
    fillRows(
      list.querySelector("tbody"),
      attempts.map((attempt) => [this.dateOf(attempt), `${percentOf(attempt)}%`, marksOf(attempt)]).reverse()
    );
  }

  // What is still there to see has a link.
  dateOf({ day, seed }) {
    const hash = `#seed=${encodeURIComponent(seed)}`;
    return seed ? make("a", { href: this.querySelector("a").pathname + hash }, dayName(day)) : dayName(day);
  }
}

function percentOf({ earned, marks }) {
  return Math.round((100 * earned) / (marks || 1));
}

customElements.define("quiz-attempts", QuizAttempts);
