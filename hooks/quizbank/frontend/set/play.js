// One question of an attempt at a time, on the stage; at the end of practice, how it went.

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

  // Put the attempt that is kept on the stage, where the learner left it, or show its result.
  resume() {
    super.resume();
    if (this.taken.result) return this.view("all");
    const { round, taken } = this;
    const left = round.findIndex(({ name, result }) => name === taken.at && !result);
    this.ask(Math.max(0, left < 0 ? round.findIndex(({ result }) => !result) : left));
  }

  // Show one question, with the passage around it if it is part of a case.
  ask(index) {
    const { round, isTest } = this;
    const question = round[index];
    const isLast = isTest ? index === round.length - 1 : !round.some((other) => other !== question && !other.result);
    for (const other of this.questions) other.toggleAttribute("data-on-stage", other === question);
    this.index = index;
    this.attempt.keep({ at: question.name });
    this.stage ??= this.newStage();
    this.stage.stand(this.units.find((unit) => unit.contains(question)));
    this.stage.show([question], { step: index, stands: round.map(quiz.standOf), isTest, isLast });
  }

  newStage() {
    return new quiz.Stage(this, {
      next: () => this.next(),
      previous: () => this.ask(this.index - 1),
      leave: () => this.back()
    });
  }

  // A test goes on in its order; practice goes on to what is open, and is over when nothing is.
  next() {
    const { round, index, isTest } = this;
    if (isTest) return index + 1 < round.length ? this.ask(index + 1) : this.judge();
    const later = round.map((_, step) => (index + 1 + step) % round.length);
    const open = later.find((step) => !round[step].result);
    return open === undefined ? this.showPractice() : this.ask(open);
  }

  // A finished test shows all its questions with their verdicts.
  async judge() {
    await super.judge();
    if (!this.taken?.result) return;
    this.stage.close();
    this.view("all");
    this.focusHeading();
  }

  // What this session brought. Its answers are kept already; the attempt is over, but for the result of a pre-test.
  showPractice() {
    const { way } = this.taken;
    this.stage.close();
    this.ended = true;
    if (way === "study") this.attempt.clear();
    this.view("result");
    this.update();
    this.querySelector(".quiz-brought").textContent = [this.improved, this.returning].join(" ").trim();
    this.focusHeading();
  }

  // The mistakes that were put right.
  get improved() {
    const { wrong } = this.taken;
    const n = this.round.filter(({ name, result }) => wrong.includes(name) && result.share === 1).length;
    return n ? say("set.improved", { n }) : "";
  }

  // When the questions of this session come back, so that they can be left in peace until then. Those of a pre-test do not.
  get returning() {
    const today = quiz.localDay();
    const days = this.round.map(({ name }) => quiz.schedule.card(name, today)?.due - today).filter((day) => day > 0);
    if (days.length === 0 || this.taken.way !== "study") return "";
    const soon = days.filter((day) => day === 1).length;
    return soon ? say("set.tomorrow", { n: soon }) : say("set.returns", { n: Math.min(...days) });
  }

  leave() {
    this.stage?.close();
    this.ended = false;
    super.leave();
    this.view("lobby");
  }
}
