// One question: turns its plain form into a self-check with a verdict, reasons and a stored answer.

// How a question behaves. Pages other than the notes and the plain quiz bring their own.
// `answers` says whether there is a verdict as soon as the learner asks for it.
const STUDY = {
  answers: true,
  earned: ({ result, marks }) => result.share * marks,
  read: (name) => quiz.store.read("answer", name),
  write: (name, answer) => quiz.store.write("answer", name, answer),
  remove: (name) => quiz.store.remove("answer", name),
  review: (name, time, rating) => quiz.store.review(name, time, rating)
};

// Said once, where the learner is, by a script that only those need whose browser keeps nothing.
function warnIfNotKept(place) {
  if (quiz.store.kept || quiz.warned) return;
  quiz.warned = place;
  if (quiz.notice) quiz.notice();
  else load(NOTICE);
}

// Into the page's body, which keeps it when the theme swaps in another page.
function load(path) {
  const url = new URL(path, quiz.root);
  const element = path.endsWith(".css") ? make("link", { rel: "stylesheet", href: url }) : make("script", { src: url });
  return document.body.appendChild(element);
}

// Once for each file that a page names for later, by the attribute `data-<name>` of the question script that stands on it. What is lost is
// asked for again the next time. A style sheet starts as a part of its own.
const fetched = new Set();

function fetchLater(name, onLost) {
  const named = document.querySelector(`script[data-${name}]`)?.dataset[name] ?? "";
  for (const path of named.split(" ").filter((each) => each && !fetched.has(each))) {
    fetched.add(path);
    const element = load(path);
    if (element.rel) element.onload = () => startInTurn([() => {}, `sheet:${name}`]);
    element.onerror = () => {
      fetched.delete(path);
      onLost();
    };
  }
}

// What a question does before its answer is checked. The rest, `checking.js`, comes with the learner's first answer in the notes, and before
// all questions where they are asked one after another.
class QuizQuestion extends HTMLElement {
  connectedCallback() {
    const enhance = () => this.form || this.enhance(); // not again when it is only moved within the page
    if (this.closest("quiz-set, [data-quiz-page]")) startInTurn([enhance, {}, this.needed]);
    else enhance();
    if (location.hash) quiz.holdTarget();
  }

  get name() {
    return this.id.slice("q-".length);
  }

  get response() {
    return readResponse(this.inputs, this.points);
  }

  // What has to be there before an answer is marked.
  get needed() {
    return `kind:${this.dataset.kind}`;
  }

  // Where marking does not come, the answer can still be opened.
  fetchMarking() {
    fetchLater("marking", () => {
      showFault(this);
      this.details.hidden = false;
    });
  }

  whenMarked(task) {
    startInTurn([task, {}, this.needed]);
    this.fetchMarking();
  }

  enhance() {
    this.mode = this.closest("quiz-set, [data-quiz-page]")?.mode ?? STUDY;
    this.form = this.querySelector("form");
    this.inputs = [...this.form.querySelectorAll("fieldset :is(input, textarea, select)")];
    this.points = [...this.form.querySelectorAll("[name=point]")];
    this.details = this.form.querySelector(".quiz-answer");
    this.reasons = [...this.form.querySelectorAll(".quiz-reasons > li")];
    this.explanation = this.form.querySelector(".quiz-explanation");
    this.submit = makeButton("", "submit", false, (event) => this.press(event));
    this.skip = makeButton(say("question.skip"), "button", true);
    this.actions = make("div", { class: "quiz-actions" }, this.submit, this.skip);
    this.feedback = make("div", { class: "quiz-feedback", role: "status" });
    this.details.hidden = true;
    this.details.before(this.actions, this.feedback);
    this.form.addEventListener("input", () => {
      this.fetchMarking();
      if (this.result) quiz.markAgain(this);
      else this.save(false);
    });
    this.skip.addEventListener("click", () => this.whenMarked(() => this.pass()));
    this.offer();
    this.restore();
  }

  // Also by Enter in a text box, which presses the first button. The form is not sent: in some frames that is blocked.
  press(event) {
    event.preventDefault();
    this.guessed = event.currentTarget !== this.submit; // a page may have a button for guesses
    if (!this.mode.answers) this.save(false);
    else if (this.result) this.tryAgain();
    else this.whenMarked(() => this.result || this.check());
  }

  // Another way of asking, for instance as in an exam.
  use(mode) {
    if (this.result) this.clear();
    this.mode = mode;
    this.fill(EMPTY);
    this.offer();
    this.restore();
  }

  // The buttons of an open question.
  offer() {
    this.actions.hidden = !this.mode.answers;
    this.submit.textContent = this.mode.checkLabel ?? say("question.check");
    this.skip.hidden = false;
  }

  focusFirst() {
    this.inputs[0].focus();
  }

  fill(response) {
    fillResponse(this.inputs, this.points, response);
  }

  // What is kept of the answer. `seen` is what was when this page last read or wrote it.
  get kept() {
    return JSON.stringify(this.mode.read(this.name));
  }

  // What another tab has checked is shown, and no draft takes its place.
  save(checked) {
    if (!checked && this.kept !== this.seen && this.mode.read(this.name)?.checked) return this.use(this.mode);
    this.mode.write(this.name, { ...this.response, checked, at: checked ? this.checkedAt : Date.now() });
    this.seen = this.kept;
    warnIfNotKept(this);
  }

  // Only what still exists comes back: an option that was rewritten leaves the question open again.
  restore() {
    const answer = this.mode.read(this.name);
    this.seen = this.kept;
    warnIfNotKept(this);
    if (!answer) return;
    this.fill(answer);
    if (!answer.checked || !this.mode.answers || this.response.picked.length !== answer.picked.length) return;
    this.whenMarked(() => this.showKept(answer));
  }

  changed() {
    this.dispatchEvent(new CustomEvent("quiz-change", { bubbles: true }));
  }
}
