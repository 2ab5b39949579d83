// What a learner may choose on a quiz page, with the number of questions and the minutes of each choice, and how the quiz stands.

const QUICK = 10;

// Ordered by need: due for review, then mistakes, then those that were never answered, then the rest.
function mostNeeded(quizSet) {
  const { due, wrong, questions } = quizSet;
  const rank = (question) => (due.includes(question) ? 0 : wrong.includes(question) ? 1 : question.result ? 3 : 2);
  const ranked = questions.map((question, index) => [rank(question), index, question]);
  return ranked.sort(([one, first], [other, second]) => one - other || first - second).map(([, , question]) => question);
}

class LobbyQuiz extends AttemptedQuiz {
  // The choices by their names: the questions of each.
  choices = {
    quick: () => mostNeeded(this).slice(0, QUICK),
    mistakes: () => this.wrong,
    due: () => this.due,
    written: () => this.questions.filter((question) => question.querySelector("[name=point]")),
    all: () => this.questions,
    section: () => this.inSection(this.sections.value)
  };

  labels = {
    quick: (values) => say("set.quick", values),
    mistakes: (values) => say("set.mistakes_choice", values),
    due: (values) => say("set.due_choice", values),
    written: (values) => say("set.written_choice", values),
    all: (values) => say("set.all_choice", values)
  };

  get sections() {
    return this.lobby.querySelector("select");
  }

  showLobby() {
    this.listSections();
    for (const button of this.lobby.querySelectorAll(".quiz-choices button")) {
      const asked = this.choices[button.value]();
      button.hidden = asked.length === 0;
      button.textContent = this.labels[button.value]({ n: asked.length, minutes: quiz.minutesFor(sumOf(asked, "marks")) });
    }
    const done = this.questions.filter(({ result }) => result).length;
    this.lobby.querySelector(".quiz-standing").textContent = say("set.standing", { done, all: this.questions.length });
  }

  inSection(id) {
    return this.questions.filter((question) => sectionOf(question).id === id);
  }

  // A section is chosen by its heading in the chapter; the order is that of the quiz.
  listSections() {
    if (this.sections.options.length) return;
    const titles = new Map(this.questions.map(sectionOf).map(({ id, title }) => [id, title]));
    this.sections.append(...[...titles].map(([value, title]) => make("option", { value }, title)));
    this.sections.closest("label").hidden = titles.size < 2;
  }

  // The way and the order stand among the options.
  choose({ value }) {
    const { way, mixed } = this.lobby.querySelector("form").elements;
    const asked = this.choices[value]();
    if (mixed.checked) this.begin(way.value, asked, () => Math.random());
    else this.begin(way.value, asked);
  }

  // The questions come in the order of the quiz, or by the ranks of their units.
  async begin(way, asked, rank = (_, index) => index) {
    if (!(await this.mayDiscard())) return;
    this.attempt.clear();
    if (this.taken) this.leave();
    const ranks = new Map(this.units.map((unit, index) => [unit, rank(unit, index)]));
    this.arrange((unit) => ranks.get(unit));
    this.start(way, asked);
  }
}

// Where the chapter teaches what a question asks, by the link in its explanation.
function sectionOf(question) {
  const link = question.querySelector(".quiz-explanation > p:last-child > a");
  return {
    id: decodeURIComponent(link?.hash.slice(1) ?? ""),
    address: link?.href,
    title: link?.querySelector("[data-title]")?.dataset.title ?? ""
  };
}
