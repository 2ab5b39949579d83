// The attempts at a quiz: whatever is taken beside the quiz itself is kept separately, can be left and resumed, and the answers that were checked
// before stay as they are. In practice a new answer takes the earlier one's place when it is checked, and not before.

const { STUDY, Attempt, agreed } = quiz;

const nothing = () => null;

// A test has no feedback before its end, and its result is of the first answers; a first try, before reading, does not count.
function modeOf({ way, result }, attempt) {
  const { read, write, remove } = attempt.mode;
  return {
    ...STUDY,
    read,
    remove,
    answers: way !== "exam" || Boolean(result),
    once: way === "exam",
    review: way === "first" ? nothing : STUDY.review,
    write: (name, answer) => {
      write(name, answer);
      if (way === "study" && answer.checked) STUDY.write(name, answer);
    }
  };
}

class AttemptedQuiz extends QuizPanel {
  // For questions whose script comes late.
  get mode() {
    return this.taken ? modeOf(this.taken, this.attempt) : STUDY;
  }

  asks(name) {
    return agreed(this.querySelector(`[data-ask=${name}]`));
  }

  // Whether what waits here may go. What is handed in goes unasked, and so does what holds no answer, or in practice none that was not
  // checked: those that were stay.
  async mayDiscard() {
    const { piece, responses } = this.attempt;
    const isStudy = piece?.way === "study";
    const lost = responses.filter((id) => !(isStudy && quiz.store.read("response", id).checked));
    return Boolean(piece?.result) || lost.length === 0 || this.asks(isStudy ? "stop" : "discard");
  }

  // A test that waits for its end.
  get isTest() {
    return this.taken?.way === "exam" && !this.taken.result;
  }

  // By the last time each was asked, here or elsewhere. A right guess is not known yet. Of answers from before there were cards, only
  // the results are known.
  get wrong() {
    return this.questions.filter(({ name, result }) => {
      const rating = quiz.store.read("card", name)?.log.at(-1)[2];
      return rating === undefined ? result?.share < 1 : rating < 3;
    });
  }

  get due() {
    const today = quiz.localDay();
    return this.questions.filter((question) => quiz.schedule.card(question.name, today)?.due <= today);
  }

  // `wrong` are those of the questions that went wrong before.
  start(way, asked) {
    const wrong = this.wrong.filter((question) => asked.includes(question)).map(({ name }) => name);
    const ids = this.questions.filter((question) => asked.includes(question)).map(({ name }) => name);
    this.attempt.begin({ way, ids, wrong });
    this.resume();
  }

  // Put the attempt that is kept on the page, where the learner left it.
  resume() {
    this.taken = this.attempt.piece;
    const { ids } = this.taken;
    const { mode } = this;
    this.arrange((unit) =>
      Math.min(...[unit, ...unit.querySelectorAll("quiz-question")].map((part) => ids.indexOf(part.name) + 1 || Infinity))
    );
    this.change(() => {
      for (const question of this.questions) {
        question.hidden = !ids.includes(question.name);
        if (!question.hidden && question.form) question.use(mode);
      }
    });
    if (this.taken.result) this.focusHeading();
  }

  // The quiz as it was, and the attempt waits to be resumed.
  leave() {
    this.taken = undefined;
    this.arrange((unit) => this.units.indexOf(unit));
    this.change(() => {
      for (const question of this.questions) {
        question.hidden = false;
        if (question.form && question.mode !== STUDY) question.use(STUDY);
      }
    });
  }

  back() {
    this.leave();
    this.focusChoice();
  }

  // The first thing that a learner may choose.
  focusChoice() {
    this.querySelector(":is(.quiz-left:not([hidden]), .quiz-lobby) button:not([hidden])").focus();
  }

  async discard() {
    if (!(await this.mayDiscard())) return;
    this.attempt.clear();
    this.leave();
    this.focusChoice();
  }

  // The end of a test that was left.
  submit() {
    this.resume();
    this.judge();
  }

  async again() {
    const { missed } = this;
    if (await this.mayDiscard()) this.start("study", missed);
  }

  async over() {
    if (!(await this.asks("over"))) return;
    this.attempt.clear();
    this.leave();
    this.change(() => {
      for (const question of this.shown) question.reset();
    });
    this.view("lobby");
    this.focusChoice();
  }

  // Change many questions; one update follows.
  change(task) {
    this.busy = true;
    task();
    this.busy = false;
    this.update();
  }

  // A case stays together.
  arrange(rankOf) {
    const ordered = [...this.units].sort((one, other) => rankOf(one) - rankOf(other) || 0);
    const present = [...this.children].filter((child) => this.units.includes(child));
    if (ordered.every((unit, index) => unit === present[index])) return;
    this.lobby.after(...ordered);
    this.listed = undefined;
  }

  // The end of a test: every question gets its verdict, and counts. One that was left open says nothing of memory.
  async judge() {
    const states = this.shown.map(filledStateOf);
    if (states.some((state) => state !== "answered")) {
      this.querySelector(".quiz-count").textContent = openOf(states);
      if (!(await this.asks("judge"))) return;
    }
    this.taken = { ...this.taken, result: { earned: 0, marks: 0 } };
    const { mode } = this;
    this.change(() => {
      for (const question of this.shown) {
        question.mode = question.isBlank ? { ...mode, review: nothing } : mode;
        question.show();
        question.mode = mode;
      }
    });
    this.focusHeading();
  }

  note(asked) {
    const result = { earned: sumOf(asked, "earned"), marks: sumOf(asked, "marks") };
    if (JSON.stringify(this.taken.result) === JSON.stringify(result)) return;
    this.taken = { ...this.taken, result };
    this.attempt.keep({ result });
  }
}
