// What a quiz page says of its questions: progress, the result by objective, what to read again, and what was left.

const { make, formatMarks, filledIn, sumOf } = quiz;

function filledStateOf(question) {
  return question.form ? filledIn(question) : "not answered";
}

// How many of these states are answered, partly or not at all.
function countsOf(states) {
  const count = (state) => states.filter((other) => other === state).length;
  return {
    all: states.length,
    answered: count("answered"),
    partly: count("partly answered"),
    open: count("not answered")
  };
}

function answeredOf(states) {
  const counts = countsOf(states);
  return counts.partly ? say("set.answered_partly", counts) : say("set.answered", counts);
}

function openOf(states) {
  const counts = countsOf(states);
  return counts.partly ? say("set.unanswered_partly", counts) : say("set.unanswered", counts);
}

class QuizPanel extends HTMLElement {
  // In the order in which they stand on the page, until that changes.
  get questions() {
    return (this.listed ??= [...this.querySelectorAll("quiz-question")]);
  }

  // Those whose script has come.
  get shown() {
    return this.questions.filter((question) => question.form && !question.hidden);
  }

  get rows() {
    return [...this.panel.querySelectorAll("tbody tr")];
  }

  get missed() {
    return this.shown.filter((question) => question.result && question.result.share < 1);
  }

  focusHeading() {
    const heading = this.panel.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
  }

  // An unchanged live region stays silent only if it is left alone.
  tell(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  sentence(all, done, finished) {
    const earned = formatMarks(sumOf(done, "earned"));
    const marks = sumOf(done, "marks"); // of all questions at the end
    if (finished) return say("set.scored", { earned, n: marks });
    if (done.length === 0) return say("set.open", { n: all.length });
    return say("set.so_far", { done: done.length, all: all.length, earned, marks });
  }

  // Of the questions that are asked: the marks of others would look as if they were lost.
  showObjectives(all, done) {
    for (const row of this.rows) {
      const asked = all.filter(({ dataset }) => dataset.objective === row.dataset.objective);
      const mine = asked.filter((question) => done.includes(question));
      row.hidden = asked.length === 0;
      row.cells[1].textContent = asked.reduce((sum, { dataset }) => sum + Number(dataset.marks), 0);
      row.lastElementChild.textContent = mine.length ? formatMarks(sumOf(mine, "earned")) : "–";
    }
  }

  showReading(finished) {
    const items = (finished ? this.missed : []).map((question) => {
      const link = question.explanation.querySelector("p:last-child > a");
      const item = make(
        "li",
        {},
        make("a", { href: `#${question.id}` }, question.querySelector(".quiz-label").firstChild.textContent.trim())
      );
      if (link) item.append(": ", link.cloneNode(true));
      return item;
    });
    this.toRead.hidden = items.length === 0;
    this.toRead.lastElementChild.replaceChildren(...items);
  }

  // What was left, or the last result. On a page that was swapped in, the questions may not have started yet: only their ids are there.
  showLeft() {
    const { piece } = this.attempt;
    this.left.hidden = Boolean(this.taken) || !this.questions.some(({ id }) => piece?.ids.includes(id.slice("q-".length)));
    if (this.left.hidden) return;
    const stage = piece.result ? "done" : piece.way;
    for (const part of this.left.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.includes(stage);
    const { earned, marks } = piece.result ?? {};
    if (piece.result)
      this.left.querySelector("p[data-when=done]").textContent = say("set.left_done", { earned: formatMarks(earned), n: marks });
  }
}
