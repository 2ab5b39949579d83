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

// What a kind may call the reasons that its verdict leaves out.
const RESTS = { options: () => say("question.explain_options") };

// Said once, where the learner is, by a script that only those need whose browser keeps nothing.
function warnIfNotKept(place) {
  if (quiz.store.kept || quiz.warned) return;
  quiz.warned = place;
  if (quiz.notice) quiz.notice();
  else loadScript(NOTICE, quiz.root);
}

class QuizQuestion extends AnsweredQuestion {
  connectedCallback() {
    // Once the marking of its kind is there; and not again when it is only moved within the page.
    startInTurn([() => this.form || this.enhance(), {}, `kind:${this.dataset.kind}`]);
    if (location.hash) quiz.holdTarget();
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
    this.form.addEventListener("input", () => (this.result ? quiz.markAgain(this) : this.save(false)));
    this.skip.addEventListener("click", () => {
      this.fill(EMPTY);
      this.submit.focus();
      this.show();
    });
    this.offer();
    this.restore();
  }

  // Also by Enter in a text box, which presses the first button. The form is not sent: in some frames that is blocked.
  press(event) {
    event.preventDefault();
    this.guessed = event.currentTarget !== this.submit; // a page may have a button for guesses
    if (!this.mode.answers) this.save(false);
    else if (this.result) this.tryAgain();
    else this.check();
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

  check() {
    if (this.isBlank) {
      this.feedback.replaceChildren(make("p", {}, this.marked.note ?? say("question.choose_first")));
      return;
    }
    this.show();
  }

  // Mark the response in the form and show the verdict. A question that was just restored is not stored again.
  show(restored = false) {
    this.mark();
    const { rest } = this.details.dataset; // the key of what a kind calls the reasons that are left out here
    this.tagChoices();
    const shown = this.kind.tell?.(this) ?? this.tellReasons();
    if (this.inputs.includes(document.activeElement)) this.submit.focus();
    for (const input of this.inputs) input.disabled = true;
    this.skip.hidden = true;
    this.actions.hidden = this.mode.once;
    this.submit.textContent = say("question.try_again");
    this.feedback.replaceChildren(...this.verdict());
    if (this.kind.present) this.kind.present(this);
    else {
      this.feedback.append(make("ul", { class: "quiz-reasons" }, ...shown));
      this.feedback.after(this.explanation);
    }
    if (rest) this.details.querySelector("summary").textContent = RESTS[rest]();
    this.details.hidden = this.result.self || shown.length === this.reasons.length;
    if (!restored) this.keep();
    this.changed();
  }

  // Keep the answer, and note how well it went. Of an answer that the learner marks, that is known when they tick.
  keep() {
    this.checkedAt = Date.now();
    this.save(true);
    if (!this.result.self || this.isBlank) this.note();
  }

  note() {
    this.mode.review(this.name, this.checkedAt, ratingOf(this.result.share, this.guessed));
  }

  // Back to an open question, with nothing stored.
  reset() {
    this.clear();
    this.mode.remove(this.name);
    this.seen = this.kept;
    this.changed();
  }

  // Take away the verdict and the response.
  clear() {
    for (const tag of this.querySelectorAll(".quiz-tag")) tag.remove();
    for (const part of this.querySelectorAll("fieldset [class*=' is-']")) part.className = part.className.split(" is-")[0];
    for (const input of this.inputs) input.disabled = false;
    this.fill(EMPTY);
    this.result = this.checkedAt = undefined;
    this.earned = 0;
    this.offer();
    this.feedback.replaceChildren();
    this.details.append(...this.form.querySelectorAll(":scope > .quiz-reasons, :scope > .quiz-model"), this.explanation);
    this.details.hidden = true;
    this.details.open = false;
  }

  tryAgain() {
    this.reset();
    this.focusFirst();
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
    if (this.mode === STUDY && this.text && this.marked.unreadable) return; // an earlier version took it for a wrong answer
    this.show(true);
    this.checkedAt = answer.at; // for points that are ticked later
  }

  changed() {
    this.dispatchEvent(new CustomEvent("quiz-change", { bubbles: true }));
  }
}
