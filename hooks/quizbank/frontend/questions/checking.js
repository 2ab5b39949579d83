// Checking: marks the response in a question's form, shows the verdict and keeps the answer. Comes when the first answer is to be marked.

// What a kind may call the reasons that its verdict leaves out.
const RESTS = {
  options: say("question.explain_options"),
  close: say("question.explain_close"),
  mistakes: say("question.explain_mistakes")
};

class CheckedQuestion extends AnsweredQuestion {
  check() {
    if (this.isBlank) {
      this.feedback.replaceChildren(make("p", {}, this.marked.note ?? say("question.choose_first")));
      return;
    }
    this.show();
  }

  // The learner does not know.
  pass() {
    if (this.result) return;
    this.fill(EMPTY);
    this.submit.focus();
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
    if (rest) this.details.querySelector("summary").textContent = RESTS[rest];
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

  // What was checked on an earlier visit.
  showKept(answer) {
    if (this.result) return;
    if (this.mode === STUDY && this.text && this.marked.unreadable) return; // an earlier version took it for a wrong answer
    this.show(true);
    this.checkedAt = answer.at; // for points that are ticked later
  }
}

Object.assign(quiz, { markExact, markByShares, formatMarks, outOf, verdictOf });
// Every question on the page can do this from now on.
Object.setPrototypeOf(customElements.get("quiz-question").prototype, CheckedQuestion.prototype);
