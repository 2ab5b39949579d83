// Questions in rows (matching, ordering, sorting): their marking, and feedback that says of each row what the learner chose there.

// By what became of a row: its sign, what stands beside it in the form, and what is said of the learner's choice, if there is one.
const ROWS = {
  right: ["✓", () => say("question.tag_row_correct"), (choice) => say("question.row_correct", { choice })],
  wrong: ["✗", () => say("question.tag_row_incorrect"), (choice) => say("question.row_incorrect", { choice })],
  open: ["–", () => say("question.tag_row_open"), () => say("question.row_open")]
};

// Rows that are each given one choice: every right row earns its share, a wrong or open one earns nothing.
function markRows(picked, right) {
  return picked.filter((value) => right.includes(value)).length / right.length;
}

// The options or radio buttons of some rows, without the option that stands for no choice.
function choicesOf(place) {
  return [...place.querySelectorAll(".quiz-row :is(option, input)")].filter(({ value }) => value);
}

function wordsOf(choice) {
  return (choice.text ?? choice.nextElementSibling.textContent).trim().replace(/\.$/, "");
}

// Mark one row of the form. Returns its reason, with the learner's choice and the verdict of it before what is right.
function tellRow(question, reason, right) {
  const row = right.closest(".quiz-row");
  const chosen = choicesOf(row.parentNode).find((choice) => row.contains(choice) && (choice.selected || choice.checked));
  const state = !chosen ? "open" : chosen === right ? "right" : "wrong";
  const [icon, tag, tell] = ROWS[state];
  const heading = row.querySelector("legend, span");
  const head = quiz.make("b", {}, quiz.make("span", { class: "quiz-tag" }, icon), " ", ...heading.cloneNode(true).childNodes);
  const told = quiz.make("p", {}, tell(chosen && wordsOf(chosen)));
  if (state !== "right") told.append(" ", quiz.make("b", {}, say("question.row_answer", { choice: wordsOf(right) })));
  question.tag(row, state, tag(), heading.matches("legend") ? heading : row);
  const copy = reason.cloneNode(true);
  copy.classList.add(`is-${state}`);
  copy.firstElementChild.replaceWith(head, " ", told);
  return copy;
}

// A kind in rows.
quiz.inRows = {
  mark: ({ picked }, { right }) => ({ share: markRows(picked, right) }),

  // The reasons to show, or undefined where the question has no rows but coded options.
  tell(question) {
    const choices = choicesOf(question.form);
    const rightOf = (reason) => choices.find(({ value }) => value === reason.dataset.value);
    return choices.length
      ? question.reasons.map((reason) => (rightOf(reason) ? tellRow(question, reason, rightOf(reason)) : reason.cloneNode(true)))
      : undefined;
  }
};
