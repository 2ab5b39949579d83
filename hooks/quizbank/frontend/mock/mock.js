// The page of a mock test: before the start, while it is sat, and the way to its results. Everything is kept as it happens, so
// there is nothing to save. The page brings the HTML of each view; this fills it in and does what its buttons say.

class QuizMock extends AskedSitting {
  connectedCallback() {
    if (this.body) return;
    this.body = this.querySelector(".quiz-body");
    this.paper = quiz.data.papers.find((paper) => paper.name === this.dataset.paper);
    this.mode = {
      ...quiz.STUDY,
      answers: false,
      once: true,
      earned: earnedBy,
      read: (id) => this.entry(id),
      write: (id, response) => (this.asked || !this.isStale) && this.answer(id, response)
    };
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.addEventListener("click", (event) => {
      quiz.doAsked(this, event);
      this.stay(event);
    });
    this.addEventListener("change", ({ target }) => this.choose(target));
    this.addEventListener("input", () => quiz.whenPainted(() => this.asked && this.paint()));
    addEventListener("hashchange", () => this.follow(), { signal });
    addEventListener("storage", () => this.refresh(), { signal });
    document.addEventListener("visibilitychange", () => this.look(), { signal });
    this.pulse = setInterval(() => this.tick(), 1000);
    Object.assign(this, askedBy(location.hash));
    this.collect();
    if (this.goesOn && this.stage === "begun") this.goOn();
    else this.overview();
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
    quiz.setRunning(this, view === "run");
    this.body.replaceChildren(this.querySelector(`[data-view=${view}]`).content.cloneNode(true));
    const gone = this.collect();
    this.write(".quiz-gone", say("mock.withdrawn", { n: gone }));
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

  get stage() {
    if (this.units.length === 0) return "new";
    return this.sitting.result ? "done" : "begun";
  }

  // A link within the page. The theme would load the page again, and without an event of another code.
  stay(event) {
    const { hash, pathname } = event.target.closest("a") ?? {};
    if (!hash || pathname !== location.pathname) return;
    event.stopPropagation();
    if (hash.startsWith("#seed")) return;
    event.preventDefault();
    const place = this.find(hash);
    place.tabIndex = -1;
    place.focus();
  }

  // What the address said stands there no longer: a reload waits for the learner.
  goOn() {
    history.replaceState(history.state, "", `#seed=${encodeURIComponent(this.seed)}`);
    this.run();
  }

  // Another code in the address is another paper. Links within the page change the address as well.
  follow() {
    if (!location.hash.startsWith("#seed=")) return;
    const asked = askedBy(location.hash);
    if (["seed", "print", "rival", "fault"].every((name) => asked[name] === this[name])) return;
    this.spend();
    Object.assign(this, asked);
    this.overview();
  }

  choose({ name, value, checked }) {
    if (name === "seed") {
      const hash = `#seed=${encodeURIComponent(value)}`;
      if (codeIn(hash)) history.replaceState(history.state, "", hash); // which fires no event: the theme would load the page again
      Object.assign(this, { rival: undefined, fault: "" }, codeIn(hash));
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
    for (const part of this.body.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.includes(this.stage);
    for (const part of this.body.querySelectorAll("[data-fault-in]")) part.hidden = part.dataset.faultIn !== this.fault;
    const rival = this.rival ?? this.sitting?.rival;
    this.find(".quiz-rival").hidden = rival === undefined || Boolean(result);
    this.write(".quiz-rival", say("mock.rival", { score: rival }));
    this.write(".quiz-seed", say("mock.paper", { seed: this.seed }));
    if (result) this.write(".quiz-earned", say("mock.submitted", scoreIn(result)));
    this.find("[name=seed]").value = this.seed;
    const code = make("strong", { class: "quiz-code", translate: "no" }, this.code);
    this.find(".quiz-full").replaceChildren(...sayAround("mock.full_code", { code }));
    this.find(".quiz-changed").hidden = !this.print || this.print === bare(this.fingerprint);
    const others = quiz.store.ids("sitting").filter((id) => id.startsWith(`${this.paper.name}~`) && id !== this.key);
    this.find(".quiz-others").hidden = others.length === 0;
    this.find(".quiz-others ul").replaceChildren(...others.map(otherPaper));
  }

  async clear() {
    if (!(await quiz.agreed(this.find("dialog")))) return;
    const { title, result } = this.sitting;
    if (result) quiz.store.write("past", `${this.key}~${result.time}`, { title, ...result });
    for (const id of quiz.store.ids("entry")) if (id.startsWith(`${this.key}~`)) quiz.store.remove("entry", id);
    quiz.store.remove("sitting", this.key);
    this.overview();
  }

  // Draw the paper, unless another tab has begun it meanwhile.
  begin() {
    const { name, title } = this.paper;
    const timed = this.find("[name=timed]").checked;
    if (unitsOf(this.paper.sections, this.sitting?.ids ?? [], questions).length === 0) {
      this.keep({
        paper: name,
        seed: this.seed,
        title,
        ids: this.draw(),
        started: Date.now(),
        timed,
        spent: 0,
        ticked: 0,
        at: "",
        rival: this.rival,
        result: undefined
      });
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
    for (const part of this.body.querySelectorAll("[data-timed]")) part.hidden = !timed;
    this.find(".quiz-palette").open = isWide();
    this.find(".quiz-numbers").append(...numbersOf(this.units));
    this.showTime();
    await this.ask(
      Math.max(
        0,
        this.units.findIndex(({ question }) => question.id === at)
      )
    );
    for (const bank of new Set(this.units.map(({ question }) => question.bank))) loadBank(bank).catch(() => {}); // the network may be gone later
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

  // The address of the same questions, for a class.
  async share() {
    this.tell(await copied(new URL(`#seed=${this.code}`, location).href, say("mock.copied")));
  }

  async challenge() {
    this.tell(await handOn(this));
  }

  // What lost marks waits on the page of mistakes, which begins with it.
  retry() {
    const ids = this.units.filter(({ earned, marks }) => earned < marks).map(({ question }) => question.id);
    new quiz.Attempt("mistakes").begin({ way: "mistakes", ids });
  }

  // The answers are kept, and the site is back.
  leave() {
    this.spend();
    this.overview();
  }
}

function otherPaper(id) {
  const [, seed] = id.split("~");
  const { result } = quiz.store.read("sitting", id);
  const paper = make("a", { href: `#seed=${seed}` }, say("mock.paper", { seed }));
  return make(
    "li",
    {},
    ...(result ? sayAround("mock.other_done", { paper, ...scoreIn(result) }) : sayAround("mock.other_begun", { paper }))
  );
}

customElements.define("quiz-mock", QuizMock);
