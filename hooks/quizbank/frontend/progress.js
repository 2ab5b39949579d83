// The page Progress: what is known, what comes back when, how the mock exams went, and the learner's own copy of it all.

const { make, formatMarks, localDay, store, schedule } = quiz;
const { questions, counted, unfold } = quiz.practice;

const LARGEST = 20e6; // bytes; no browser keeps that much for a site

function dayName(day) {
  return new Date(day * 86400000).toLocaleDateString("en-GB", { dateStyle: "medium", timeZone: "UTC" });
}

function percent({ earned, marks }) {
  return `${formatMarks(Math.round((earned / (marks || 1)) * 100))} %`;
}

function fillRows(body, rows) {
  body.replaceChildren(...rows.map(([first, ...cells]) => make("tr", {}, make("th", { scope: "row" }, first), ...cells.map((cell) => make("td", {}, cell)))));
}

// How many cards are known, being learned, and not asked yet.
function numbersOf(cards) {
  const asked = cards.filter(Boolean);
  const known = asked.filter((card) => card.known).length;
  return [known, asked.length - known, cards.length - asked.length];
}

function inWords([known, learning, open]) {
  return `${known} known, ${learning} learning, ${open} not asked.`;
}

class QuizProgress extends HTMLElement {
  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.addEventListener("click", ({ target }) => this[target.dataset.do]?.());
    this.at.file.addEventListener("change", () => this.bringIn());
    this.at.sure.addEventListener("change", () => (this.at.erase.disabled = !this.at.sure.checked));
    this.count();
  }

  // Everything that is counted, from what the browser holds now. Ids that no question has any more are passed over.
  count() {
    this.today = localDay();
    const { examDay } = schedule;
    const ids = [
      ...questions.flatMap(({ bank, parts }) => parts.map((part) => [part.id, "question", bank.name, `${bank.name} ${part.objective}`])),
      ...quiz.data.cards.map(({ id, sort }) => [id, sort]),
    ];
    const all = ids.map(([id, ...piles]) => ({ piles, card: schedule.card(id, this.today, examDay) }));
    const pile = (name) => all.filter(({ piles }) => piles.includes(name)).map(({ card }) => card);
    for (const row of this.querySelectorAll("[data-of]")) this.fillShares(row, numbersOf(pile(row.dataset.of)));
    const asked = pile("question");
    this.at.score.textContent = `${counted(asked.length, "question")}: ${inWords(numbersOf(asked))}`;
    this.ahead(asked, [...pile("term"), ...pile("objective")], examDay - this.today);
    this.sittings();
    this.at.kept.hidden = !store.kept;
    this.at.lost.hidden = store.kept;
  }

  fillShares(row, numbers) {
    for (const [index, number] of numbers.entries()) row.cells[index + 1].textContent = number;
    fillBar(row.querySelector("svg"), inWords(numbers), ...numbers);
  }

  // What is due on each day. What is overdue is due today. `exam` is in how many days the exam is, NaN without one.
  ahead(asked, flashcards, exam) {
    const days = Array.from({ length: 28 }, (_, index) => [index ? dayName(this.today + index) : "Today", 0, 0]);
    const put = (cards, column) => {
      for (const card of cards) if (card?.due < this.today + 28) days[Math.max(0, card.due - this.today)][column] += 1;
    };
    put(asked, 1);
    put(flashcards, 2);
    const sum = (from, end) => days.slice(from, end).reduce((total, day) => total + day[1] + day[2], 0);
    const told = exam >= 0 ? ` Your exam: ${dayName(this.today + exam)}, in ${counted(exam, "day")}.` : "";
    const words = `${sum(0, 1)} due today, ${sum(1, 7)} in the six days after, ${sum(7)} in the three weeks after that.${told}`;
    this.at.due.textContent = words;
    this.at.most.textContent = fillColumns(this.at.columns, words, days);
    placeMark(this.at.exam, exam);
    fillRows(this.at.days, days.map(([name, ...counts], index) => [index === exam ? `${name} (exam)` : name, ...counts]));
  }

  sittings() {
    const done = store.ids("sitting").map((id) => store.read("sitting", id)).filter((sitting) => sitting.result);
    done.sort((one, other) => one.result.time - other.result.time);
    const results = done.map((sitting) => sitting.result);
    this.at.none.hidden = done.length > 0;
    this.at.sat.hidden = done.length === 0;
    if (done.length === 0) return;
    this.at.dots.toggleAttribute("hidden", done.length < 2);
    fillDots(this.at.dots, `From the first to the last: ${results.map(percent).join(", ")}.`, results.map(({ earned, marks }) => earned / (marks || 1)));
    fillRows(this.at.sittings, done.reverse().map(({ title, result }) => [title, dayName(result.day), `${formatMarks(result.earned)} of ${formatMarks(result.marks)}`, percent(result)]));
  }

  save() {
    const copy = store.everything();
    const date = new Date(this.today * 86400000).toISOString().slice(0, 10);
    quiz.download(`${copy.site}-${date}.json`, { ...copy, date });
    this.at.told.textContent = `Saved: ${counted(Object.keys(copy.pieces).length, "piece")}.`;
  }

  async bringIn() {
    const [file] = this.at.file.files;
    this.at.told.textContent = file.size > LARGEST ? "This file is too large to be a copy that was saved here." : this.take(await file.text());
    this.at.file.value = ""; // the same file may be chosen again
    this.count();
  }

  // Return what to tell the learner.
  take(text) {
    const mine = store.everything();
    const { fault, pieces, unread } = readCopy(text, mine, (sort, id, piece) => (Object.hasOwn(store.readers, sort) ? store.understood(sort, piece) : null));
    if (fault) return `${fault} Nothing was changed.`;
    const { write, remove, added, changed, left } = mergeCopies(mine.pieces, pieces);
    for (const [key, piece] of Object.entries(write)) store.write(...parts(key), piece);
    for (const key of remove) store.remove(...parts(key));
    const strange = unread.length ? ` Not understood and left out: ${unread.length}, such as “${unread[0]}”.` : "";
    return `Brought in. New: ${added}. Brought up to date: ${changed}. Left as they were: ${left}.${strange}`;
  }

  // Two steps, so that no slip of a finger erases anything.
  ask() {
    this.at.sure.checked = false;
    this.at.erase.disabled = true;
    this.at.dialog.showModal();
  }

  // Damaged pieces too, which have no reader.
  erase() {
    for (const key of Object.keys(store.everything().pieces)) store.remove(...parts(key));
    for (const key of tried(() => Object.keys(store.area)) ?? []) if (key.startsWith(store.prefix)) tried(() => store.area.removeItem(key));
    this.at.told.textContent = "Everything is erased.";
    this.count();
  }
}

customElements.define("quiz-progress", QuizProgress);
