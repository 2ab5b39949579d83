// The page of a mock exam: before the start, while it is sat, and the way to its results. Everything is kept as it happens, so
// there is nothing to save. The page brings the HTML of each view; this fills it in and does what its buttons say.

const { loadBank, placeQuestion, explainFailure, readingLink, counted } = quiz.practice;

class QuizMock extends TimedSitting {
  connectedCallback() {
    if (this.body) return;
    this.body = this.querySelector(".quiz-body");
    this.paper = quiz.data.papers.find((paper) => paper.name === this.dataset.paper);
    this.mode = { ...quiz.STUDY, answers: false, once: true, earned: earnedBy, read: (id) => this.entry(id), write: (id, response) => (this.asked || !this.isStale) && this.answer(id, response) };
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.addEventListener("click", (event) => this.act(event));
    this.addEventListener("change", ({ target }) => this.choose(target));
    this.addEventListener("input", () => this.asked && this.paint());
    addEventListener("hashchange", () => this.follow(), { signal });
    addEventListener("storage", () => this.refresh(), { signal });
    document.addEventListener("visibilitychange", () => this.look(), { signal });
    this.pulse = setInterval(() => this.tick(), 1000);
    Object.assign(this, { seed: "1", print: "" }, codeIn(location.hash));
    this.overview();
  }

  disconnectedCallback() {
    this.spend();
    this.leaving.abort();
    clearInterval(this.pulse);
  }

  // Fill the page with one of the views that it brought. The questions of the sitting that were withdrawn meanwhile are left out.
  show(view) {
    this.asked = this.index = undefined;
    this.dataset.view = view;
    this.toggleAttribute("data-running", view === "run");
    this.body.replaceChildren(this.querySelector(`[data-view=${view}]`).content.cloneNode(true));
    const gone = this.collect();
    this.write(".quiz-gone span", counted(gone, "question"));
    if (gone && view !== "start") this.find(".quiz-gone").hidden = false;
    if (this.opened) this.find("h2").focus();
    this.opened = true;
  }

  // The questions of the sitting, if there is one. Returns how many were withdrawn.
  collect() {
    const ids = this.sitting?.ids ?? [];
    this.units = unitsOf(this.paper.sections, ids, questions);
    return ids.flat().length - this.units.length;
  }

  act(event) {
    const button = event.target.closest("[data-do]"); // a page translator puts elements of its own into buttons and links
    if (button) this[button.dataset.do](button);
    if (event.target.closest("a")?.hash.startsWith("#seed")) event.stopPropagation(); // else the theme goes there, and tells nobody
  }

  // Another code in the address is another paper. Links within the page change the address as well.
  follow() {
    const code = codeIn(location.hash);
    if (!code || (code.seed === this.seed && code.print === this.print)) return;
    this.spend();
    Object.assign(this, code);
    this.overview();
  }

  choose({ name, value, checked }) {
    if (name === "seed") {
      const hash = `#seed=${encodeURIComponent(value)}`;
      if (codeIn(hash)) history.replaceState(history.state, "", hash); // which tells nobody: the theme would load the page again
      Object.assign(this, codeIn(hash));
      this.describe(); // in place: this happens while the button that takes the focus is being pressed
    }
    if (name === "only") for (const unit of this.units) unit.place.hidden = checked && unit.earned === unit.marks;
  }

  // Before the start, or before going on.
  overview() {
    this.show("start");
    this.describe();
  }

  describe() {
    this.collect();
    const { result } = this.sitting ?? {};
    const stage = this.units.length === 0 ? "new" : result ? "done" : "begun";
    for (const part of this.body.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.includes(stage);
    this.write(".quiz-seed", this.seed);
    if (result) this.write(".quiz-earned", quiz.outOf(result.earned, result.marks));
    this.find("[name=seed]").value = this.seed;
    this.write(".quiz-code", this.code);
    this.find(".quiz-changed").hidden = !this.print || this.print === bare(this.fingerprint);
    const others = quiz.store.ids("sitting").filter((id) => id.startsWith(`${this.paper.name}~`) && id !== this.key);
    this.find(".quiz-others").hidden = others.length === 0;
    this.find(".quiz-others ul").replaceChildren(...others.map(otherPaper));
  }

  async clear() {
    if (!(await quiz.agreed(this.find("dialog")))) return;
    for (const id of quiz.store.ids("entry")) if (id.startsWith(`${this.key}~`)) quiz.store.remove("entry", id);
    quiz.store.remove("sitting", this.key);
    this.overview();
  }

  // Draw the paper, unless another tab has begun it meanwhile.
  begin() {
    const { name, title } = this.paper;
    const timed = this.find("[name=timed]").checked;
    if (unitsOf(this.paper.sections, this.sitting?.ids ?? [], questions).length === 0) {
      this.keep({ paper: name, seed: this.seed, title, ids: this.draw(), started: Date.now(), timed, spent: 0, ticked: 0, at: "", result: undefined });
    }
    this.run();
  }

  async run() {
    if (!this.sitting || this.sitting.result) return this.overview(); // another tab handed in, or started afresh
    this.show("run");
    const { started, timed, at } = this.sitting;
    this.started = started;
    this.left = undefined;
    this.keep({ ticked: Date.now() });
    this.find(".quiz-clock").hidden = !timed;
    this.find(".quiz-palette").open = matchMedia("(min-width: 60em)").matches;
    this.find(".quiz-numbers").append(...numbersOf(this.units));
    this.showTime();
    await this.ask(Math.max(0, this.units.findIndex(({ question }) => question.id === at)));
    for (const bank of new Set(this.units.map(({ question }) => question.bank))) loadBank(bank).catch(() => {}); // the network may be gone later
  }

  async ask(index) {
    this.spend();
    this.index = index;
    const unit = this.units[index];
    this.keep({ at: unit.question.id });
    this.note(this.first, { visited: true });
    this.write(".quiz-number", `${index + 1} of ${this.units.length}`);
    this.write(".quiz-section", unit.section.id);
    for (const rules of this.body.querySelectorAll("[data-section]")) rules.hidden = rules.dataset.section !== unit.section.id;
    this.find("[data-by='-1']").hidden = index === 0;
    this.find("[data-by='1']").hidden = index === this.units.length - 1;
    this.find("h2").focus();
    this.asked = [];
    this.paint();
    unit.place = quiz.make("div");
    this.find(".quiz-place").replaceChildren(unit.place);
    const asked = await this.placeUnit(unit, index);
    if (asked && this.index === index) this.asked = asked;
  }

  // Put a question on the page, worth what its section gives. Answers marked point by point keep their own marks.
  async placeUnit({ question, section, place }, index) {
    const placed = await placeQuestion(question, place, `Question ${index + 1}`).catch(() => undefined);
    if (!place.isConnected) return undefined; // the learner is elsewhere by now
    this.find(".quiz-failed").hidden = true;
    if (!placed) explainFailure(this.find(".quiz-failed"));
    if (question.parts.length > 1 || quiz.kinds[question.kind].selfMarked) return placed;
    for (const asked of placed ?? []) {
      asked.dataset.marks = section.marks;
      asked.negative = section.negative;
      if (section.reasonMarks) this.payReason(asked, section);
      asked.querySelector(".quiz-marks").textContent = counted(section.marks, "mark");
    }
    return placed;
  }

  reload() {
    location.reload();
  }

  // The reason is worth marks here. The box to tick for it waits until the answers are shown.
  payReason(asked, { marks, reasonMarks }) {
    asked.reasonMarks = reasonMarks;
    asked.points.push(quiz.make("input", { type: "checkbox", name: "point", value: "reason" }));
    asked.fill(this.entry(asked.name));
    asked.querySelector(".quiz-pays").textContent = `(${reasonMarks} of the ${counted(marks, "mark")}, which you give yourself at the end)`;
  }

  turn({ dataset }) {
    this.ask(this.index + Number(dataset.by));
  }

  go(button) {
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
    this.tell("empty");
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
      button.setAttribute("aria-label", `${index + 1}, ${states[index]}`);
      button.setAttribute("aria-current", index === this.index);
    }
    this.find("[data-do=flag]").setAttribute("aria-pressed", flagged(states[this.index]));
    this.write(".quiz-count", `${answered} of ${states.length}`);
    this.write(".quiz-partly", partly ? `, ${partly} partly answered` : "");
    this.write(".quiz-open", states.length - answered - partly);
    this.write(".quiz-flagged", states.filter(flagged).length);
  }

  // Another tab has started afresh: what this one shows belongs to a sitting that is gone.
  get isStale() {
    return this.sitting?.started !== this.started;
  }

  // Another tab may have answered, handed in or started afresh.
  refresh() {
    if (this.dataset.view === "results" && this.isStale) return this.overview();
    if (!this.asked) return;
    const { sitting } = this;
    if (this.isStale || sitting.result) return this.overview();
    for (const asked of this.asked) asked.fill(this.entry(asked.name));
    this.paint();
  }

  // Say what is still open before the paper is handed in.
  async offer() {
    if (await quiz.agreed(this.find("dialog"))) this.results();
  }

  results() {
    this.spend();
    this.show("results");
    this.started = this.sitting.started;
    new Results(this).mark();
  }

  async copy() {
    const link = new URL(`#seed=${this.code}`, location).href;
    try {
      await navigator.clipboard.writeText(link);
      this.tell("copied");
    } catch {
      this.write(".quiz-told", link); // no clipboard here
    }
  }
}

function otherPaper(id) {
  const [, seed] = id.split("~");
  const { result } = quiz.store.read("sitting", id);
  const words = result ? quiz.outOf(result.earned, result.marks) : "begun";
  return quiz.make("li", {}, quiz.make("a", { href: `#seed=${seed}` }, `Paper ${seed}`), `: ${words}`);
}

// The buttons that lead to each question, by section.
function numbersOf(units) {
  const lists = {};
  for (const [index, { section }] of units.entries()) {
    lists[section.id] ??= quiz.make("ol", { "aria-label": `Section ${section.id}` });
    lists[section.id].append(quiz.make("li", {}, quiz.make("button", { type: "button", "data-do": "go", "data-index": index }, String(index + 1))));
  }
  return Object.values(lists);
}

customElements.define("quiz-mock", QuizMock);
