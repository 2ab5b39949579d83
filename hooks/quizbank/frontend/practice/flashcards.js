// Flashcards: key terms and the objectives of the chapters. The learner says how well each was known, and it comes
// back by the same schedule as the questions.

const { localDay, dayName, make, store, schedule, Attempt } = quiz;
const { standing, pick, unfold, renameCards, whenChanged } = quiz.practice;

// As the schedule takes them: a card is a question of one part, and its type is its "bank", so that terms and objectives take turns.
const cards = quiz.data.cards.map((card) => ({ ...card, bank: { name: card.sort }, parts: [card] }));

// A deck is a chapter, or all cards or those of one type, without the chapters that the learner has not read: the daily review asks which.
function inDeck(card, deck) {
  const read = !schedule.settings.without.includes(card.chapter);
  return deck === card.chapter || (read && (deck === "all" || deck === card.sort));
}

function inDays(days) {
  return days > 1 ? say("cards.in_days", { n: days }) : say("cards.in_a_day");
}

// When the first of the cards come back that are not due now.
function nextReview(count, days) {
  if (days > 1) return say("cards.later", { n: count, date: dayName(localDay() + days) });
  return say("cards.tomorrow", { n: count });
}

class QuizFlashcards extends HTMLElement {
  given = []; // the ratings of this round
  round = new Attempt("flashcards"); // kept, so that a round that was left goes on at its card

  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.ratings = [...this.at.ratings.querySelectorAll("button")];
    this.at.deck.addEventListener("change", () => this.overview());
    this.addEventListener("click", ({ target }) => this[target.closest("[data-do]")?.dataset.do]?.(target.closest("[data-do]")));
    this.addEventListener("keydown", this);
    whenChanged(this, () => this.recount());
    this.overview();
    this.resume();
  }

  // The style sheet shows what belongs to a stage: the choice of cards, the front of a card, or its back too.
  turn(stage) {
    this.dataset.stage = stage;
    this.toggleAttribute("data-running", stage !== "choice");
    this.at.undo.hidden = this.given.length === 0;
    quiz.warnIfNotKept(this);
    if (stage !== "choice") this.scrollIntoView(); // on a phone the card and all buttons fit below the title
  }

  // Another day has come, or another tab has rated cards. A round goes on as it is.
  recount() {
    if (this.dataset.stage === "choice") this.overview();
  }

  // What there is to do, and the one button.
  overview(said = "") {
    const today = localDay();
    const standings = cards.filter((card) => inDeck(card, this.at.deck.value)).map((card) => standing(card, today));
    const now = standings.filter((one) => one.fresh || one.due <= today);
    const { due, unseen, chosen } = pick(now, today, { ...schedule.settings, size: Infinity });
    const days = standings.filter((one) => one.due > today).map((one) => one.due - today);
    const next = days.filter((day) => day === Math.min(...days));
    this.waiting = chosen.map((one) => one.question);
    this.at.score.textContent = `${said} ${say("cards.ready", { due: due.length, unseen: unseen.length })}`.trim();
    this.at.later.textContent = next.length ? nextReview(next.length, next[0]) : "";
    this.at.start.textContent = say("cards.start", { n: chosen.length });
    this.at.start.hidden = chosen.length === 0;
    this.turn("choice");
  }

  start() {
    this.given = [];
    this.round.begin({ way: "flashcards", ids: [] });
    this.next();
  }

  // A round of this day goes on; on another day other cards are due.
  resume() {
    const { ids, done, day } = this.round.piece ?? { ids: [] };
    const waiting = ids.map((id) => cards.find((card) => card.id === id)).filter(Boolean);
    if (waiting.length === 0 || day !== localDay()) return this.round.clear();
    this.waiting = waiting;
    const logs = new Map(done.map((id) => [id, [...(store.read("card", id)?.log ?? [])]]));
    const given = done.reverse().map((id) => ({ card: cards.find((card) => card.id === id), time: logs.get(id).pop()?.[0] }));
    this.given = given.reverse().filter(({ card, time }) => card && time);
    this.next();
  }

  next() {
    const [card] = this.waiting;
    if (!card) return this.stop();
    this.round.keep({ ids: this.waiting.map(({ id }) => id), done: this.given.map((rated) => rated.card.id) });
    const { front, back, label, left, link } = this.at;
    front.textContent = card.front;
    back.textContent = "";
    label.textContent = card.label ?? say("cards.term");
    left.textContent = say("cards.left", { n: this.waiting.length });
    link.href = new URL(card.url, quiz.root);
    this.turn("front");
    front.focus({ preventScroll: true });
  }

  // Of each rating but the first: when the card would come back. What was not known is asked again before the round ends.
  show() {
    const [card] = this.waiting;
    const today = localDay();
    const others = (card.equivalents ?? []).map(({ language, words }) => make("p", { lang: language }, words.join(", ")));
    this.at.back.replaceChildren(card.back, ...others);
    for (const button of this.ratings.slice(1)) {
      const entry = [Date.now(), today, Number(button.value)];
      button.lastChild.textContent = inDays(schedule.card(card.id, today, schedule.examDay, [entry]).due - today);
    }
    this.turn("back");
    this.ratings[0].focus();
  }

  rate({ value }) {
    const card = this.waiting.shift();
    const time = Date.now();
    store.review(card.id, time, Number(value));
    this.given.push({ card, time });
    if (value === "1") this.waiting.push(card);
    this.next();
  }

  // After the end of a round the last card comes back in a new one.
  undo() {
    const { card, time } = this.given.pop();
    const log = (store.read("card", card.id)?.log ?? []).filter((entry) => entry[0] !== time);
    if (log.length) store.write("card", card.id, { log });
    else store.remove("card", card.id);
    if (!this.round.piece) this.round.begin({ way: "flashcards", ids: [] });
    this.waiting = [card, ...this.waiting.filter((other) => other !== card)];
    this.next();
  }

  stop() {
    this.round.clear();
    this.overview(say("cards.reviewed", { n: new Set(this.given.map(({ card }) => card)).size }));
    this.at.score.focus();
  }

  // Space shows the answer and 1 to 4 rate while the focus is in here, unless those keys mean something there.
  handleEvent(event) {
    const { key, target } = event;
    if (
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.shiftKey ||
      event.repeat ||
      target.closest("input, select, textarea")
    )
      return;
    const button = key === " " ? !target.closest("button, a, summary, label") && this.at.show : this.ratings[key - 1];
    if (!button?.offsetParent) return; // not there now
    event.preventDefault();
    button.click();
  }
}

renameCards();
customElements.define("quiz-flashcards", QuizFlashcards);
