// Questions in rows (matching, ordering, sorting): their marking, and feedback that says of each row what the learner chose there.

const ROWS = { right: ["✓", "Right"], wrong: ["✗", "Not right"], open: ["–", "Nothing chosen"] };

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
function tellRow(question, reason, right, say) {
  const row = right.closest(".quiz-row");
  const chosen = choicesOf(row.parentNode).find((choice) => row.contains(choice) && (choice.selected || choice.checked));
  const state = !chosen ? "open" : chosen === right ? "right" : "wrong";
  const [icon, word] = ROWS[state];
  const heading = row.querySelector("legend, span");
  const head = quiz.make("b", {}, quiz.make("span", { class: "quiz-tag" }, icon), " ", ...heading.cloneNode(true).childNodes);
  const words = chosen ? `You chose ${say(wordsOf(chosen))}` : "You chose nothing";
  const told = quiz.make("p", {}, state === "right" ? `${words}, which is right.` : `${words}. `);
  if (state !== "right") told.append(quiz.make("b", {}, `Right: ${say(wordsOf(right))}.`));
  question.tag(row, state, `${icon} ${word}`, heading.matches("legend") ? heading : row);
  const copy = reason.cloneNode(true);
  copy.classList.add(`is-${state}`);
  copy.firstElementChild.replaceWith(head, " ", told);
  return copy;
}

// A kind in rows. `say` puts the words of a choice into the sentence "You chose …".
quiz.inRows = (say = (words) => words) => ({
  mark: ({ picked }, { right }) => ({ share: markRows(picked, right) }),

  // The reasons to show, or undefined where the question has no rows but coded options.
  tell(question) {
    const choices = choicesOf(question.form);
    const rightOf = (reason) => choices.find(({ value }) => value === reason.dataset.value);
    return choices.length
      ? question.reasons.map((reason) =>
          rightOf(reason) ? tellRow(question, reason, rightOf(reason), say) : reason.cloneNode(true)
        )
      : undefined;
  }
});
