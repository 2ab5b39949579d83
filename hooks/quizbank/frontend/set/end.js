// The end of practice: how it went, what improved, the mistakes by the sections that explain them, and what to do next.

class EndingQuiz extends PlayedQuiz {
  // The answers are kept already. The attempt stays as long as its end is on the page, for whoever reads a passage and comes back; the result
  // of a pre-test stays longer.
  showEnd() {
    const { taken } = this;
    this.stage?.close();
    this.ended = true;
    if (taken.way === "study") this.attempt.keep({ over: true, paused: true });
    this.view("result");
    this.update();
    this.querySelector(".quiz-brought").textContent = [this.improved, this.returning].join(" ").trim();
    this.offerNext();
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

  // After a section, the next one with open questions; after others, the first. Where none is left, the next quiz.
  get nextSection() {
    const sections = [...new Map(this.inOrder.map(sectionOf).map((section) => [section.id, section])).values()];
    const practised = new Set(this.round.map((question) => sectionOf(question).id));
    const from = practised.size === 1 ? sections.findIndex(({ id }) => practised.has(id)) + 1 : 0;
    const inTurn = [...sections.slice(from), ...sections.slice(0, from)];
    return inTurn.find(({ id }) => id && this.inSection(id).some(({ name }) => !STUDY.read(name)?.checked));
  }

  // All questions, as the quiz has them: those of an attempt stand before the others meanwhile.
  get inOrder() {
    return this.units.flatMap((unit) => (unit.matches("quiz-question") ? unit : [...unit.querySelectorAll("quiz-question")]));
  }

  offerNext() {
    const { nextSection, missed } = this;
    const [section, chapter] = this.nexts;
    section.hidden = !nextSection;
    section.value = nextSection?.id ?? "";
    section.textContent = nextSection ? say("set.next_section", nextSection) : "";
    if (chapter) chapter.hidden = Boolean(nextSection);
    for (const next of this.nexts) next.classList.toggle("md-button--primary", missed.length === 0);
  }

  // A button for the next section, and unless this is the last quiz a link to the next one.
  get nexts() {
    return [...this.panel.querySelectorAll("[data-next]")];
  }

  goOnWith({ value }) {
    this.begin("study", this.inSection(value));
  }

  // Each section once, with the number of its mistakes.
  listMistakes(missed) {
    const sections = new Map(missed.map(sectionOf).map((section) => [section.id, section]));
    return [...sections.values()].map(({ id, title, address }) => {
      const n = missed.filter((question) => sectionOf(question).id === id).length;
      return make("li", {}, make("a", { href: address }, title), " · ", say("set.mistakes", { n }));
    });
  }

  showReading(finished) {
    super.showReading(finished);
    const [ofTest, ofPractice] = this.toRead.querySelectorAll("p");
    ofTest.hidden = Boolean(this.ended);
    ofPractice.hidden = !this.ended;
    if (this.ended) this.toRead.lastElementChild.replaceChildren(...this.listMistakes(this.missed));
  }

  leave() {
    for (const next of this.nexts) next.hidden = true;
    super.leave();
  }
}
