// One question a screen: how far one is above it, the question, and in reach of a thumb the one thing to do next. What is asked, and in
// which order, is the host's business: a quiz, the daily review.

// How a question stands, for its segment of the progress bar.
function standOf(question) {
  if (question.result) return verdictOf(question.result, question.hasNoChoice);
  return question.form && filledIn(question) !== "not answered" ? "filled" : "open";
}

// `host` holds the questions. `acts` are what it does: `next`, `previous` (in a test), `pause`, and `follow` when the learner takes a link
// to a passage, from where they will want to come back. A test has no verdicts before its end.
class Stage {
  constructor(host, acts) {
    Object.assign(this, { host, acts });
    this.help = new KeyHelp();
    this.head = new quiz.StageHead(this.help.button, this.help.dialog, this.button(say("player.pause"), true, acts.pause));
    this.skip = this.button(say("question.skip"), true, () => this.pass());
    this.guess = this.button(say("player.guessed"), true, () => this.check(true));
    this.back = this.button(say("player.previous"), true, acts.previous);
    this.why = this.button(say("player.why"), true, () => this.explain());
    this.go = this.button(say("question.check"), false, () => this.goOn());
    this.bar = make("div", { class: "player-bar" }, this.back, this.skip, this.guess, this.why, this.go);
    host.addEventListener("quiz-change", () => this.asked && this.update());
    host.addEventListener("input", () => quiz.whenPainted(() => this.asked && this.update()));
    host.addEventListener("keydown", (event) => this.asked && this.press(event));
    host.addEventListener("click", ({ target }) => this.asked && target.closest("a[href]") && acts.follow());
  }

  button(label, quiet, action) {
    return makeButton(label, "button", quiet, ({ currentTarget }) => quiz.afterPaint(currentTarget, action));
  }

  // Above and below the elements that hold what is asked.
  stand(first, last = first) {
    if (first.previousElementSibling !== this.head.element) first.before(this.head.element);
    if (last.nextElementSibling !== this.bar) last.after(this.bar);
  }

  // Show these questions: one, or the parts of a case. `step` counts from 0; `stands` says how each step of the round stands. Where a step may
  // be a case, `n` is the number of its first question, and `total` that of all questions.
  show(asked, { step, stands, n = step + 1, total = stands.length, isTest = false, isLast = false }) {
    Object.assign(this, { asked, step, stands, isTest, isLast });
    const values = { n, last: n + asked.length - 1, total };
    this.head.show(asked.length > 1 ? say("player.steps", values) : say("player.step", values), stands, step);
    this.host.toggleAttribute("data-why", false);
    this.host.dataset.playing = isTest ? "test" : "practice";
    setRunning(this.host, true);
    this.since = Date.now();
    quiz.dropCaret();
    this.update();
    this.takeFocus();
    this.head.comeIntoView();
  }

  // Who has a keyboard can type at once where one box is all that is asked for; on a touch screen a keyboard would cover the question. Who
  // hears the page is told the number, which else has the focus; the question itself is the name of the group around the box.
  takeFocus() {
    const { title } = this.head;
    const [box] = (this.asked.length === 1 && this.open?.inputs) || [];
    const isTyped = box?.type === "text" && matchMedia("(pointer: fine)").matches;
    if (isTyped) box.setAttribute("aria-describedby", title.id);
    (isTyped ? box : title).focus({ preventScroll: true });
  }

  close() {
    quiz.dropCaret();
    this.asked = undefined;
    delete this.host.dataset.playing;
    setRunning(this.host, false);
  }

  // The first question on the screen that waits for its verdict.
  get open() {
    return this.asked.find((question) => question.form && !question.result);
  }

  update() {
    const { open, isTest } = this;
    const kinds = [...this.stands];
    kinds[this.step] = standOf(this.asked.at(-1));
    this.head.draw(kinds, this.step);
    this.back.hidden = !isTest || this.step === 0;
    this.skip.hidden = isTest || !open?.isBlank;
    this.guess.hidden = isTest || !open || open.isBlank;
    this.why.hidden = isTest || Boolean(open) || !this.isAllRight || this.host.hasAttribute("data-why");
    this.go.textContent = this.following;
    this.keepFocus();
  }

  // What the main button does next.
  get following() {
    if (!this.isTest && this.open) return say("question.check");
    if (!this.isLast) return say("player.next");
    return this.isTest ? say("set.submit") : say("player.finish");
  }

  // What was pressed is hidden or disabled now: the next thing to do takes its place.
  keepFocus() {
    const focused = document.activeElement;
    if (focused === document.body || focused.disabled || focused.closest("[hidden]")) this.go.focus({ preventScroll: true });
  }

  // What is right needs no reasons, unless the learner asks for them.
  get isAllRight() {
    return this.asked.every(({ result }) => result && !result.self && result.share === 1);
  }

  explain() {
    this.host.toggleAttribute("data-why", true);
    this.update();
  }

  pass() {
    const { open } = this;
    open.skip.click();
    this.bringVerdict(open);
  }

  // Scroll as little as brings the verdict and its reasons into view between the head and the bar, and no further than the learner's answer
  // stays in view; where there is no room for both, the verdict's first line comes before the answer.
  bringVerdict({ form, feedback }) {
    const boxOf = (element) => element.getBoundingClientRect();
    const answer = form.querySelector(".quiz-choice:has(:checked), .quiz-typed") ?? feedback;
    const below = (element) => boxOf(element).bottom + AIR - boxOf(this.bar).top;
    const untilAnswerLeaves = boxOf(answer).top - AIR - boxOf(this.head.element).bottom;
    const wanted = Math.min(Math.max(below(feedback), 0), untilAnswerLeaves);
    scrollBy({ top: Math.max(below(feedback.firstElementChild), wanted), behavior: "instant" });
  }

  check(guessed) {
    const { open } = this;
    open.guessed = guessed;
    open.check();
    if (open.result) this.notePace(open);
    this.bringVerdict(open);
  }

  notePace({ marks }) {
    quiz.notePace((Date.now() - this.since) / 1000, marks);
    this.since = Date.now();
  }

  goOn() {
    if (!this.isTest && this.open) this.check(false);
    else this.acts.next();
  }

  // Keys for those who want them, while the focus is inside and nobody is typing.
  press(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest(ELSEWHERE)) return;
    const choice = key.length === 1 && this.choices[CHOICES.indexOf(key.toLowerCase()) % 9];
    if (choice) choice.click();
    else if (key === "?") this.help.open();
    else if (key === "Enter" && !target.closest("button, a, summary")) this.goOn();
    else return;
    event.preventDefault();
  }

  get choices() {
    return [...(this.open?.querySelectorAll("fieldset .quiz-choice > input") ?? [])];
  }
}

const AIR = 8; // pixels between what is brought into view and what stands beside it

// Where keys have a meaning of their own.
const ELSEWHERE = "dialog, textarea, select, input:is([type=text], [type=number])";

// The place of a key is that of its choice: 1 and a are the first.
const CHOICES = "123456789abcdefghi";

Object.assign(quiz, { Stage, standOf });
