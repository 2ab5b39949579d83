// The page Progress: what is known, what comes back when, how the mock tests went, and the backup of it all.

const { localDay, dayName, fillRows, marksOf, store, schedule } = quiz;
const { questions, unfold, renameCards, whenChanged } = quiz.practice;

function percent(share) {
  return share.toLocaleString(say("practice.locale"), { style: "percent" }).replace("-", "−");
}

// How many cards are mastered, being learned, and not started.
function numbersOf(cards) {
  const asked = cards.filter(Boolean);
  const mastered = asked.filter((card) => card.known).length;
  return { mastered, learning: asked.length - mastered, open: cards.length - asked.length };
}

// What is wrong with a file, by the names that `readCopy` gives it; `name` is what it is about.
function faultWords(fault, name) {
  return {
    unreadable: say("progress.unreadable"),
    nameless: say("progress.nameless"),
    foreign: say("progress.foreign", { name }),
    newer: say("progress.newer"),
    empty: say("progress.empty"),
    broken: say("progress.broken", { name })
  }[fault];
}

class QuizProgress extends HTMLElement {
  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.addEventListener("click", ({ target }) => this[target.closest("[data-do]")?.dataset.do]?.());
    this.at.file.addEventListener("change", () => this.bringIn());
    this.at.sure.addEventListener("change", () => (this.at.erase.disabled = !this.at.sure.checked));
    whenChanged(this, () => this.count());
    this.count();
  }

  // Everything that is counted, from what the browser holds now. Ids that no question has any longer are passed over.
  count() {
    this.today = localDay();
    const { examDay } = schedule;
    const ids = [
      ...questions.flatMap(({ bank, parts }) =>
        parts.map((part) => [part.id, "question", bank.name, `${bank.name} ${part.objective}`])
      ),
      ...quiz.data.cards.map(({ id, sort }) => [id, sort])
    ];
    const all = ids.map(([id, ...piles]) => ({ piles, card: schedule.card(id, this.today, examDay) }));
    const pile = (name) => all.filter(({ piles }) => piles.includes(name)).map(({ card }) => card);
    for (const row of this.querySelectorAll("[data-of]")) this.fillShares(row, numbersOf(pile(row.dataset.of)));
    const asked = pile("question");
    this.at.score.textContent = say("progress.total", { n: asked.length, ...numbersOf(asked) });
    this.ahead(asked, [...pile("term"), ...pile("objective")], examDay - this.today);
    this.sittings();
    this.tellPromise();
    this.dataset.kept = store.kept;
  }

  fillShares(row, numbers) {
    const { mastered, learning, open } = numbers;
    for (const [index, number] of [mastered, learning, open].entries()) row.cells[index + 1].textContent = number;
    fillBar(row.querySelector("svg"), say("progress.shares", numbers), mastered, learning, open);
  }

  // What is due on each day. What is overdue is due today. `exam` is in how many days the exam is, NaN without one.
  ahead(asked, flashcards, exam) {
    const days = Array.from({ length: 28 }, (_, index) => [index ? dayName(this.today + index) : say("progress.today"), 0, 0]);
    const put = (cards, column) => {
      for (const card of cards) if (card?.due < this.today + 28) days[Math.max(0, card.due - this.today)][column] += 1;
    };
    put(asked, 1);
    put(flashcards, 2);
    const sum = (from, end) => days.slice(from, end).reduce((total, day) => total + day[1] + day[2], 0);
    const until = exam >= 0 ? say("progress.exam_in", { date: dayName(this.today + exam), n: exam }) : "";
    const ahead = say("progress.ahead", { today: sum(0, 1), week: sum(1, 7), later: sum(7) });
    const words = `${ahead} ${until}`.trim();
    this.at.due.textContent = words;
    this.at.most.textContent = say("progress.most", { n: fillColumns(this.at.columns, words, days) });
    placeMark(this.at.exam, exam);
    fillRows(
      this.at.days,
      days.map(([name, ...counts], index) => [index === exam ? say("progress.exam_day", { date: name }) : name, ...counts])
    );
  }

  sittings() {
    const done = quiz.attempts();
    this.dataset.sat = done.length;
    if (done.length === 0) return;
    const shares = done.map(({ earned, marks }) => earned / (marks || 1));
    const rows = done.map((attempt, index) => [attempt.title, dayName(attempt.day), marksOf(attempt), percent(shares[index])]);
    fillDots(this.at.dots, say("progress.rise", { scores: shares.map(percent).join(", ") }), shares);
    fillRows(this.at.sittings, rows.reverse());
  }

  save() {
    this.at.told.textContent = say("progress.saved", { n: Object.keys(quiz.download().pieces).length });
  }

  // Whether the browser promised to keep what it holds. Some have no word for it, and none has in a folder.
  async tellPromise() {
    let said = "silent";
    try {
      said = (await navigator.storage.persisted()) ? "promised" : "unpromised";
    } catch {
      // it does not say
    }
    for (const sentence of this.querySelectorAll("[data-promise]")) sentence.hidden = sentence.dataset.promise !== said;
  }

  async bringIn() {
    const [file] = this.at.file.files;
    this.at.told.textContent = this.mergeCopy(file?.size < 2e7 ? await file.text() : ""); // bytes; no browser keeps as many for a site
    this.at.file.value = ""; // the same file may be chosen again
    this.count();
  }

  // Return the message for the learner.
  mergeCopy(text) {
    const { fault, unread, ...counts } = restore(store, text);
    if (fault) return `${faultWords(...fault)} ${say("progress.unchanged")}`;
    renameCards(); // a copy may be old
    const strange = unread.length ? say("progress.left_out", { n: unread.length, name: unread[0] }) : "";
    return `${say("progress.restored", counts)} ${strange}`.trim();
  }

  // Two steps, so that no slip of a finger erases anything.
  async ask() {
    this.at.sure.checked = false;
    this.at.erase.disabled = true;
    if (await quiz.agreed(this.at.dialog)) this.erase();
  }

  // Damaged pieces too, which have no reader.
  erase() {
    for (const key of store.keys()) store.remove(...sortAndId(key));
    for (const key of tried(() => Object.keys(store.area)) ?? [])
      if (key.startsWith(store.prefix)) tried(() => store.area.removeItem(key));
    this.at.told.textContent = say("progress.deleted");
    this.count();
  }
}

renameCards();
customElements.define("quiz-progress", QuizProgress);
