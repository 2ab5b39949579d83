// What is said of an answer: its key, the verdict, and the reasons that concern it. Comes when the first answer is to be marked.

const { EMPTY, STUDY, isPicker, make } = quiz;

// Said when it is asked for: in which language is known only then.
const VERDICTS = {
  right: () => ["✓", say("question.correct")],
  partly: () => ["◐", say("question.partly")],
  near: () => ["≈", say("question.close")],
  wrong: () => ["✗", say("question.incorrect")],
  unknown: () => ["–", say("question.skipped")]
};

function verdictOf(result, blank) {
  if (result.self && (result.share || !blank)) return "self";
  if (blank) return "unknown";
  if (result.share === 1) return "right";
  if (result.near !== undefined) return "near";
  return result.share || result.someRight ? "partly" : "wrong";
}

// A wrong choice or a mistake that the author named; neither what is right nor a note.
function isSlip({ dataset }) {
  return !("right" in dataset) && ("value" in dataset || "near" in dataset);
}

function isRight(reason) {
  return "right" in reason.dataset;
}

class AnsweredQuestion extends HTMLElement {
  get marks() {
    return Number(this.dataset.marks);
  }

  get text() {
    return Object.values(this.response.typed).join(" ").trim();
  }

  // Nothing chosen or typed. A text that marking calls `unreadable` is nothing either: it is asked for again, never marked and never noted.
  get hasNoChoice() {
    return this.inputs.some(isPicker) ? !this.response.picked.length : !this.text || this.marked.unreadable;
  }

  // What marking says of the response as it stands.
  get marked() {
    return this.kind.mark({ ...this.response, text: this.text }, this.key, this);
  }

  // A reason that is worth marks is an answer, too.
  get isBlank() {
    return this.hasNoChoice && !(this.reasonMarks && this.text);
  }

  get key() {
    const right = this.reasons.filter(isRight);
    const { tolerance, unit, accepted = "[]" } = right[0]?.dataset ?? {};
    const slips = this.reasons.filter(isSlip);
    return {
      right: right.map((reason) => reason.dataset.value).filter((value) => value !== undefined),
      wrong: slips.length, // of a question with options
      tolerance: Number(tolerance),
      unit,
      accepted: JSON.parse(accepted),
      near: slips.map((reason) => reason.dataset.near)
    };
  }

  get kind() {
    return quiz.kinds[this.dataset.kind];
  }

  mark() {
    this.result = this.marked;
    this.earned = this.mode.earned(this);
  }

  // The reasons that concern this answer: the slip first, then what is right, then notes, as they stand.
  tellReasons() {
    const shown = this.reasons.filter((reason) => this.concerns(reason));
    return shown
      .sort((one, other) => isSlip(other) - isSlip(one))
      .map((reason) => {
        const copy = reason.cloneNode(true);
        if (!this.form.querySelector(`.is-missed [value="${reason.dataset.value}"]`)) return copy;
        copy.className = "is-missed";
        copy.firstElementChild.textContent = `${say("question.missed")}:`;
        return copy;
      });
  }

  concerns(reason) {
    const { value, near } = reason.dataset;
    if (!isSlip(reason)) return true;
    return near === undefined ? this.response.picked.includes(value) : near === (this.result.near ?? this.result.slip);
  }

  verdict() {
    const name = verdictOf(this.result, this.hasNoChoice);
    const [icon, words] = VERDICTS[name]?.() ?? this.result.self;
    const values = { verdict: words, note: this.result.note ?? "", marks: outOf(this.earned, this.marks) };
    const sentence = say("question.sentence", values).replace("  ", " ");
    const lines = [make("p", { class: `quiz-verdict is-${name}` }, make("span", { "aria-hidden": "true" }, icon), " ", sentence)];
    if (this.text && !this.result.self) {
      const unmarked = this.inputs.some(isPicker) && !this.reasonMarks;
      const text = { text: make("span", { translate: "no" }, `“${this.text}”`) };
      const line = unmarked ? sayAround("question.you_wrote_unmarked", text) : sayAround("question.you_wrote", text);
      lines.push(make("p", {}, ...line));
    }
    return lines;
  }

  tagChoices() {
    const { right } = this.key;
    for (const { type, value, checked, parentNode } of this.inputs.filter((input) => input.matches(".quiz-choice > input"))) {
      const expected = right.includes(value);
      if (expected && checked) this.tag(parentNode, "right", say("question.tag_correct"));
      else if (expected && type === "checkbox" && !this.isBlank) this.tag(parentNode, "missed", say("question.tag_missed"));
      else if (expected) this.tag(parentNode, "right", say("question.tag_answer"));
      else if (checked) this.tag(parentNode, "wrong", say("question.tag_incorrect"));
    }
  }

  // Mark a part of the form, in words at its end or in `place`.
  tag(part, name, words, place = part) {
    part.classList.add(`is-${name}`);
    place.append(" ", make("span", { class: "quiz-tag" }, words));
  }
}
