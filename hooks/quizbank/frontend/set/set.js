// All questions of a bank: the page's buttons, what other tabs do meanwhile, and what the page says after each change. The ways to take the
// quiz are in attempts.js, what it says of its questions in panel.js, and at the end of practice in end.js.

class QuizSet extends EndingQuiz {
  connectedCallback() {
    const { signal } = (this.leaving = new AbortController());
    addEventListener("storage", () => this.refresh(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || this.stage?.asked || this.update(), { signal }); // another day, perhaps
    addEventListener("hashchange", () => this.taken || this.view("all"), { signal });
    if (this.panel) return;
    this.attempt = new Attempt(`quiz:${this.dataset.bank}`);
    this.panel = this.querySelector(".quiz-result");
    this.left = this.querySelector(".quiz-left");
    this.units = [...this.children].filter((child) => child.matches("quiz-question, .quiz-case"));
    this.status = this.panel.querySelector(".quiz-score");
    this.toRead = this.panel.querySelector(".quiz-read");
    this.buttons = Object.fromEntries([...this.panel.querySelectorAll("[data-do]")].map((button) => [button.dataset.do, button]));
    for (const cell of this.panel.querySelectorAll(".quiz-you")) cell.hidden = false;
    this.lobby = this.querySelector(".quiz-lobby");
    this.view(location.hash && !location.search ? "all" : "lobby");
    this.addEventListener("click", (event) => this.act(event));
    this.addEventListener("quiz-change", () => this.update());
    this.addEventListener("input", () => this.isTest && this.update());
    this.update();
    setTimeout(() => this.inTurn(() => this.open())); // on a page that was swapped in, the questions start after this
  }

  // What begins by itself, or is asked for on a slow network, waits for everything that the questions need.
  inTurn(task) {
    const kinds = new Set(this.questions.map(({ dataset }) => `kind:${dataset.kind}`));
    globalThis.quizParts.push([() => this.isConnected && task(), {}, ...kinds]);
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  // A passage that is read from the end of practice leads back to it.
  act(event) {
    if (this.ended && event.target.closest(".quiz-read a")) this.attempt.keep({ paused: false });
    const button = event.target.closest("[data-do]");
    if (!button) return;
    event.preventDefault(); // the form of choices goes nowhere
    quiz.afterPaint(button, () => this.inTurn(() => this[button.dataset.do](button)));
  }

  // Another tab may have submitted or discarded what is taken here, or answered in it.
  refresh() {
    const { piece } = this.attempt;
    if (this.taken && !this.ended && (piece?.started !== this.taken.started || !piece.result !== !this.taken.result))
      return this.leave();
    if (this.isTest) for (const question of this.shown) question.fill(this.attempt.mode.read(question.name) ?? quiz.EMPTY);
    this.update();
  }

  update() {
    if (this.busy) return;
    const { taken, isTest } = this;
    const all = taken ? this.shown : this.questions;
    const done = isTest ? [] : all.filter((question) => question.result);
    const finished = !isTest && done.length === all.length;
    if (finished && taken && taken.way !== "study") this.note(all);
    this.lobby.hidden = Boolean(taken);
    if (this.stage?.asked) return; // nothing of what follows is on the screen
    if (!taken) this.showLobby();
    this.panel.querySelector("h2").textContent = finished ? say("set.result") : say("set.by_objective");
    this.tell(isTest ? answeredOf(all.map(filledStateOf)) : this.sentence(all, done, finished));
    this.showObjectives(all, done);
    this.showReading(finished);
    this.showButtons(taken && !finished);
    this.showLeft();
  }

  // What can be done next.
  showButtons(running) {
    const { judge, again, over, back } = this.buttons;
    judge.hidden = !this.isTest;
    again.hidden = running || this.missed.length === 0;
    over.hidden =
      this.ended || (this.taken && this.taken.way !== "study") || !this.questions.some(({ name }) => STUDY.read(name)?.checked);
    back.hidden = !this.taken;
    back.textContent = this.ended ? say("set.done") : say("set.exit_test");
  }
}

customElements.define("quiz-set", QuizSet);
