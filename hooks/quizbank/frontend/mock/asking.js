// A mock test while it is taken: one question at a time, and the palette that shows what has become of each.

const { loadBank, placeQuestion, explainFailure } = quiz.practice;

// What `stateOf` names, in words.
const STATES = {
  answered: say("mock.answered"),
  "partly answered": say("mock.partly"),
  "not answered": say("mock.unanswered"),
  "marked for review": say("mock.marked"),
  "answered and marked for review": say("mock.answered_marked"),
  "partly answered and marked for review": say("mock.partly_marked"),
  "not visited": say("mock.not_visited")
};

class AskedSitting extends TimedSitting {
  async ask(index) {
    this.spend();
    this.index = index;
    const unit = this.units[index];
    this.keep({ at: unit.question.id });
    this.note(this.first, { visited: true });
    this.write("h2[tabindex]", say("mock.heading", { number: index + 1, all: this.units.length, section: unit.section.id }));
    for (const rules of this.body.querySelectorAll("[data-section]")) rules.hidden = rules.dataset.section !== unit.section.id;
    this.find("[data-by='-1']").hidden = index === 0;
    this.find("[data-by='1']").hidden = index === this.units.length - 1;
    this.find("h2").focus({ preventScroll: true });
    scrollTo(0, 0);
    this.asked = [];
    this.paint();
    unit.place = make("div");
    this.find(".quiz-place").replaceChildren(unit.place);
    const asked = await this.placeUnit(unit, index);
    if (asked && this.index === index) this.asked = asked;
  }

  // Put a question on the page, worth what its section gives. Answers marked point by point keep their own marks.
  async placeUnit({ question, section, place }, index) {
    const placed = await placeQuestion(question, place, say("practice.numbered", { number: index + 1 })).catch(() => undefined);
    if (!place.isConnected) return undefined; // the learner is elsewhere by now
    this.find(".quiz-failed").hidden = true;
    if (!placed) explainFailure(this.find(".quiz-failed"));
    if (question.parts.length > 1 || quiz.kinds[question.kind].selfMarked) return placed;
    for (const asked of placed ?? []) {
      asked.dataset.marks = section.marks;
      asked.negative = section.negative;
      if (section.reasonMarks) this.payReason(asked, section);
      asked.querySelector(".quiz-marks").textContent = say("question.marks", { n: section.marks });
    }
    return placed;
  }

  reload() {
    location.reload();
  }

  // The reason is worth marks here. The box to tick for it waits until the answers are shown.
  payReason(asked, { marks, reasonMarks }) {
    asked.reasonMarks = reasonMarks;
    asked.points.push(make("input", { type: "checkbox", name: "point", value: "reason" }));
    asked.fill(this.entry(asked.name));
    asked.querySelector(".quiz-pays").textContent = say("mock.pays", { reason: reasonMarks, n: marks });
  }

  turn({ dataset }) {
    this.ask(this.index + Number(dataset.by));
  }

  // On a phone the open palette would cover the question.
  go(button) {
    this.find(".quiz-palette").open = isWide();
    this.ask(Number(button.dataset.index));
  }

  flag() {
    this.note(this.first, { flagged: !this.entry(this.first).flagged });
    this.paint();
  }

  empty() {
    for (const asked of this.asked) {
      asked.fill(quiz.EMPTY);
      asked.save(false);
    }
    this.tell(say("mock.cleared"));
    this.paint();
  }

  // Show what has become of each question.
  paint() {
    const states = this.units.map(({ question }) => stateOf(question.parts.map((part) => this.entry(part.id))));
    const count = (start) => states.filter((state) => state.startsWith(start)).length;
    const [answered, partly] = [count("answered"), count("partly answered")];
    const flagged = (state) => state.includes("marked");
    for (const [index, button] of this.body.querySelectorAll("[data-do=go]").entries()) {
      button.dataset.state = states[index];
      button.setAttribute("aria-label", say("mock.numbered", { number: index + 1, state: STATES[states[index]] }));
      button.setAttribute("aria-current", index === this.index);
    }
    this.find("[data-do=flag]").setAttribute("aria-pressed", flagged(states[this.index]));
    const all = states.length;
    const counts = { all, answered, partly, open: all - answered - partly, marked: states.filter(flagged).length };
    this.write(".quiz-count", partly ? say("mock.count_partly", counts) : say("mock.count", counts));
    this.write(".quiz-open", partly ? say("mock.summary_partly", counts) : say("mock.summary", counts));
  }
}

function isWide() {
  return matchMedia("(min-width: 60em)").matches;
}

// The buttons that lead to each question, by section.
function numbersOf(units) {
  const lists = {};
  for (const [index, { section }] of units.entries()) {
    lists[section.id] ??= make("ol", { "aria-label": say("mock.of_section", { section: section.id }) });
    lists[section.id].append(
      make("li", {}, make("button", { type: "button", "data-do": "go", "data-index": index }, String(index + 1)))
    );
  }
  return Object.values(lists);
}
