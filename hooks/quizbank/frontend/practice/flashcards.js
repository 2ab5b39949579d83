// Flashcards: key terms and the objectives of the chapters. The learner says how well each was known, and it comes
// back by the same schedule as the questions.

const { localDay, dayName, make, makeButton, store, schedule, Attempt, StageHead } = quiz;
const { standing, pick, unfold, renameCards, whenChanged } = quiz.practice;

// As the schedule takes them: a card is a question of one part, and its type is its "bank", so that terms and objectives take turns.
const order = quiz.data.catalogue.banks.map(({ name }) => name);
const cards = quiz.data.cards.map((card) => ({ ...card, bank: { name: card.sort }, parts: [card] }));

// In the order of the chapters. What belongs to no chapter comes last.
function inChapters(items) {
  const rank = ({ question }) => order.indexOf(question.chapter) + 1 || Infinity;
  return [...items].sort((one, other) => rank(one) - rank(other) || 0);
}

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

// How a card of this round stands, by its rating, for its segment.
const STANDS = ["open", "wrong", "partly", "right", "right"];

class QuizFlashcards extends HTMLElement {
  given = []; // the ratings of this round
  round = new Attempt("flashcards"); // kept, so that a round that was left goes on at its card

  connectedCallback() {
    if (this.at) return; // moved within the page, not new
    this.at = unfold(this);
    this.ratings = [...this.at.ratings.querySelectorAll("button")];
    this.undoLast = makeButton(say("cards.undo"), "button", true, () => this.undo());
    this.head = new StageHead(
      this.undoLast,
      makeButton(say("player.pause"), "button", true, () => this.pause())
    );
    this.at.stage.prepend(this.head.element);
    this.at.card.addEventListener("click", ({ target }) => target.closest("a") || this.at.show.click());
    this.at.deck.addEventListener("change", () => this.overview());
    this.addEventListener("click", (event) => quiz.doAsked(this, event));
    this.addEventListener("keydown", this);
    whenChanged(this, () => this.recount());
    this.dropOld();
    this.overview();
    if (this.round.piece && !this.round.piece.paused) this.resume();
  }

  // The style sheet shows what belongs to a stage: the choice of cards, the front of a card, or its back too.
  turn(stage) {
    const isOn = stage !== "choice";
    this.dataset.stage = stage;
    quiz.setRunning(this, isOn);
    this.toggleAttribute("data-playing", isOn);
    this.at.undo.hidden = this.undoLast.hidden = this.given.length === 0;
    quiz.warnIfNotKept(this);
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
    const { due, unseen, chosen } = pick(now, today, { size: Infinity, fresh: 0 });
    const asked = [...chosen, ...inChapters(unseen).slice(0, schedule.settings.fresh)];
    const days = standings.filter((one) => one.due > today).map((one) => one.due - today);
    const next = days.filter((day) => day === Math.min(...days));
    const { piece } = this.round;
    this.waiting = asked.map((one) => one.question);
    this.at.score.textContent = `${said} ${say("cards.ready", { due: due.length, unseen: unseen.length })}`.trim();
    this.at.later.textContent = next.length ? nextReview(next.length, next[0]) : "";
    this.at.learned.textContent = said ? this.learned : "";
    this.at.start.textContent = piece ? say("cards.resume", { n: piece.ids.length }) : say("cards.start", { n: asked.length });
    this.at.start.hidden = !piece && asked.length === 0;
    this.at.end.hidden = !piece;
    this.turn("choice");
  }

  // What came of the round: a card is known by its last rating.
  get learned() {
    const last = [...new Map(this.given.map(({ card, rating }) => [card, rating])).values()];
    return last.length ? say("cards.learned", { known: last.filter((rating) => rating > 2).length, n: last.length }) : "";
  }

  start() {
    if (this.round.piece) return this.resume();
    this.given = [];
    this.round.begin({ way: "flashcards", ids: [] });
    this.next();
  }

  // On another day other cards are due.
  dropOld() {
    const { piece } = this.round;
    if (piece && (piece.day !== localDay() || !piece.ids.some((id) => cards.some((card) => card.id === id)))) this.round.clear();
  }

  // A round of this day goes on at its card.
  resume() {
    const { ids, done } = this.round.piece;
    this.round.keep({ paused: false });
    this.waiting = ids.map((id) => cards.find((card) => card.id === id)).filter(Boolean);
    const logs = new Map(done.map((id) => [id, [...(store.read("card", id)?.log ?? [])]]));
    const given = done.reverse().map((id) => {
      const [time, , rating] = logs.get(id).pop() ?? [];
      return { card: cards.find((card) => card.id === id), time, rating };
    });
    this.given = given.reverse().filter(({ card, time }) => card && time);
    this.next();
  }

  pause() {
    this.round.keep({ paused: true });
    this.overview();
    this.at.start.focus();
  }

  next() {
    const [card] = this.waiting;
    if (!card) return this.stop();
    this.round.keep({ ids: this.waiting.map(({ id }) => id), done: this.given.map((rated) => rated.card.id) });
    const { front, back, label, link } = this.at;
    front.textContent = card.front;
    back.textContent = "";
    label.textContent = card.label ?? say("cards.term");
    link.href = new URL(card.url, quiz.root);
    const stands = [...this.given.map(({ rating }) => STANDS[rating]), ...this.waiting.map(() => STANDS[0])];
    this.head.show(say("cards.left", { n: this.waiting.length }), stands, this.given.length);
    this.turn("front");
    front.focus({ preventScroll: true });
    this.head.comeIntoView();
  }

  // Of each rating but the first: when the card would come back. What was not known is asked again before the round ends.
  show() {
    if (this.dataset.stage !== "front") return;
    const [card] = this.waiting;
    const today = localDay();
    const others = (card.equivalents ?? []).map(({ language, words }) => make("p", { lang: language }, words.join(", ")));
    this.at.back.replaceChildren(card.back, ...others);
    for (const button of this.ratings.slice(1)) {
      const entry = [Date.now(), today, Number(button.value)];
      button.lastChild.textContent = inDays(schedule.card(card.id, today, schedule.examDay, [entry]).due - today);
    }
    this.turn("back");
    this.ratings[0].focus({ preventScroll: true }); // the bar is in view
  }

  rate({ value }) {
    if (this.dataset.stage !== "back") return; // a second key, while the first rating is under way
    const card = this.waiting.shift();
    const time = Date.now();
    store.review(card.id, time, Number(value));
    this.given.push({ card, time, rating: Number(value) });
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

  // Space or Enter shows the answer and 1 to 4 rate while the focus is in here, unless those keys mean something there.
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
    const isTurn = (key === " " || key === "Enter") && !target.closest("button, a, summary, label");
    const button = { front: isTurn && this.at.show, back: this.ratings[key - 1] }[this.dataset.stage];
    if (!button) return;
    event.preventDefault();
    this[button.dataset.do](button); // at once: whoever types the next key meanwhile means the card that it brings
  }
}

renameCards();
customElements.define("quiz-flashcards", QuizFlashcards);
