// One question of an attempt at a time, on the stage: where a learner left it, or as the page's address asks.

class PlayedQuiz extends LobbyQuiz {
  // What a learner sees: the choices, all questions, or how the practice went. What is on the stage hides all of these.
  view(name) {
    this.dataset.view = name;
  }

  viewAll() {
    this.view("all");
    this.questions[0].focusFirst();
  }

  // The questions of the attempt, in the order in which they are asked.
  get round() {
    return this.questions.filter(({ hidden }) => !hidden);
  }

  // What was begun, unless all its questions have left this quiz since.
  get begun() {
    const { piece } = this.attempt;
    return this.questions.some(({ name }) => piece?.ids.includes(name)) ? piece : undefined;
  }

  // What waits for a learner who comes back from a passage is on the stage at once, or its end is; so is what the address asks for.
  open() {
    const piece = this.begun;
    const section = quiz.takeWish("practise");
    const isWished = section !== undefined || quiz.takeWish("quick") !== undefined;
    const isBack =
      quiz.takeWish("resume") !== undefined ? piece && !piece.result : piece?.paused === false && piece.day === quiz.localDay();
    if (piece?.over && !isBack) this.attempt.clear();
    if (isBack) this.resume();
    else {
      this.update();
      if (isWished) this.practise(section);
    }
  }

  // Begin with the questions of a section, or with those that are needed most. What was begun in this section goes on.
  practise(section) {
    const asked = section === undefined ? this.choices.quick() : this.inSection(section);
    const { piece } = this.attempt;
    const isBegun = piece?.way === "study" && piece.ids.join() === asked.map(({ name }) => name).join();
    if (isBegun) this.resume();
    else if (asked.length) this.begin("study", asked);
  }

  // Put the attempt that is kept on the stage, where the learner left it, or show its result.
  resume() {
    this.ended = false;
    super.resume();
    if (this.taken.result) return this.view("all");
    const { round, taken } = this;
    if (taken.over) return this.showEnd();
    const left = round.findIndex(({ name, result }) => name === taken.at && (!result || taken.paused === false));
    this.ask(Math.max(0, left < 0 ? round.findIndex(({ result }) => !result) : left));
  }

  // Show one question, with the passage around it if it is part of a case.
  ask(index) {
    const { round, isTest } = this;
    const question = round[index];
    const isLast = isTest ? index === round.length - 1 : !round.some((other) => other !== question && !other.result);
    for (const part of [...this.units, ...this.questions]) part.toggleAttribute("data-on-stage", part.contains(question));
    this.index = index;
    this.attempt.keep({ at: question.name, paused: true });
    this.stage ??= this.newStage();
    this.stage.stand(this.lobby, this.panel);
    this.stage.show([question], { step: index, stands: round.map(quiz.standOf), isTest, isLast });
  }

  newStage() {
    return new quiz.Stage(this, {
      next: () => this.next(),
      previous: () => this.ask(this.index - 1),
      pause: () => this.back(),
      follow: () => this.attempt.keep({ paused: false })
    });
  }

  // A test goes on in its order; practice goes on to what is open, and is over when nothing is.
  next() {
    const { round, index, isTest } = this;
    if (isTest) return index + 1 < round.length ? this.ask(index + 1) : this.judge();
    const later = round.map((_, step) => (index + 1 + step) % round.length);
    const open = later.find((step) => !round[step].result);
    return open === undefined ? this.showEnd() : this.ask(open);
  }

  // A finished test shows all its questions with their verdicts.
  async judge() {
    await super.judge();
    if (!this.taken?.result) return;
    this.stage.close();
    this.view("all");
    this.update();
    this.focusHeading();
  }

  leave() {
    this.stage?.close();
    if (this.ended && this.taken.way === "study") this.attempt.clear();
    this.ended = false;
    super.leave();
    this.view("lobby");
  }
}
