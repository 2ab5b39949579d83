// The page Today: what is due, weak and new, in one session of mixed questions.

const { make, makeButton, localDay } = quiz;
const { banks, questions, placeQuestion, readingLink, counted, standing, pick, alternate } = quiz.practice;

// Each question is asked once and counts; what the learner filled in on a quiz page stays as it is.
const REVIEW = { ...quiz.STUDY, sure: true, once: true, read: () => null, write: () => {}, remove: () => {} };

class QuizToday extends HTMLElement {
  mode = REVIEW;

  connectedCallback() {
    this.addEventListener("quiz-change", () => this.answered());
    this.overview();
  }

  // What there is to do, and the one button.
  overview() {
    const { settings } = quiz.schedule;
    const today = localDay();
    const wanted = questions.filter((question) => !settings.without.includes(question.bank.name));
    this.picked = pick(wanted.map((question) => standing(question, today)), today, settings);
    const { due, weak, unseen, chosen } = this.picked;
    const start = makeButton(`Start: ${counted(chosen.length, "question")}`, "button", false, () => this.start());
    start.hidden = chosen.length === 0;
    const status = make("p", { class: "quiz-score", role: "status" }, `${due.length} due, ${weak.length} weak, ${unseen.length} new.`);
    const rest = make("p", {}, chosen.length ? "" : "Nothing is due. Come back tomorrow, or ask for more new questions below.");
    this.replaceChildren(status, rest, make("div", { class: "quiz-actions" }, start), this.planned(today), this.choices());
  }

  // What the exam's date means for each day.
  planned(today) {
    const { examDay, settings } = quiz.schedule;
    const cards = questions.flatMap((question) => question.parts).map((part) => ({ id: part.id, card: quiz.schedule.card(part.id, today) }));
    const days = quiz.schedule.plan({ cards: cards.filter(({ card }) => card), fresh: this.picked.unseen.length, newPerDay: settings.fresh, today, examDay });
    const asked = days.reduce((sum, day) => sum + day.reviews + day.fresh, 0);
    const aDay = Math.ceil(asked / Math.max(1, days.length));
    if (examDay === undefined) return make("p", {}, `At this pace, about ${counted(aDay, "question")} a day over the next four weeks.`);
    if (examDay <= today) return make("p", {}, "The date of your exam has come. Set a new one below, or leave it empty.");
    return make("p", {}, `${counted(examDay - today, "day")} to your exam: about ${counted(aDay, "question")} a day. Everything comes back before then.`);
  }

  choices() {
    const form = make("form", { class: "quiz-settings", method: "dialog" });
    const { settings } = quiz.schedule;
    const exam = make("input", { type: "date", name: "exam", value: settings.exam });
    const size = select("size", [10, 20, 30, 50], settings.size);
    const fresh = select("fresh", [0, 5, 10, 20, 40], settings.fresh);
    const chapters = banks.map((bank) => {
      const box = make("input", { type: "checkbox", name: "chapter", value: bank.name });
      box.checked = !settings.without.includes(bank.name);
      return make("label", { class: "quiz-choice" }, box, make("span", {}, bank.title));
    });
    form.append(
      make("label", { class: "quiz-typed" }, "Date of your exam, if you have one ", exam),
      make("label", { class: "quiz-typed" }, "Questions at a time ", size),
      make("label", { class: "quiz-typed" }, "New questions in one go, at most ", fresh),
      make("fieldset", {}, make("legend", {}, "Chapters that you have read"), ...chapters),
    );
    form.addEventListener("change", () => {
      const without = [...form.querySelectorAll("[name=chapter]")].filter((box) => !box.checked).map((box) => box.value);
      quiz.schedule.settings = { exam: exam.value, size: Number(size.value), fresh: Number(fresh.value), without };
      const { id, name, value } = document.activeElement;
      this.overview();
      this.querySelector("details").open = true;
      [...this.querySelectorAll(`[name="${name}"]`)].find((input) => input.type !== "checkbox" || input.value === value)?.focus();
    });
    return make("details", {}, make("summary", {}, "Your exam, chapters and pace"), form);
  }

  start() {
    this.waiting = alternate(this.picked.chosen).map((one) => one.question);
    this.all = this.waiting.length;
    this.done = [];
    this.next();
  }

  async next() {
    this.count();
    const question = this.waiting.shift();
    if (!question) return this.finish();
    this.current = question;
    const number = this.all - this.waiting.length;
    const heading = make("h2", { tabindex: "-1" }, `Question ${number} of ${this.all}`);
    const place = make("div");
    this.forward = makeButton(this.waiting.length ? "Next question" : "See how it went", "button", false, () => this.next());
    this.forward.hidden = true;
    const stop = makeButton("Stop here", "button", true, () => this.finish());
    this.replaceChildren(heading, make("p", {}, question.bank.title), place, make("div", { class: "quiz-actions" }, this.forward, stop));
    try {
      this.asked = await placeQuestion(question, place, "Question");
      heading.focus();
    } catch {
      this.failed(question);
    }
  }

  failed(question) {
    const again = makeButton("Try again", "button", false, () => {
      this.waiting.unshift(question);
      this.next();
    });
    this.replaceChildren(make("p", { role: "alert" }, "This question could not be loaded. Your answers so far are kept."), again);
    again.focus();
  }

  // All parts of the question have their verdict.
  answered() {
    if (!this.asked?.every((question) => question.result)) return;
    this.forward.hidden = false;
    if (this.contains(document.activeElement) || document.activeElement === document.body) this.forward.focus({ preventScroll: true });
  }

  // Count the question that was answered. One that is left open counts for nothing.
  count() {
    if (!this.asked?.every((asked) => asked.result)) return;
    for (const asked of this.asked) if (asked.result.self) asked.note(); // also if no point was ticked
    this.done.push({ question: this.current, right: this.asked.every((asked) => asked.result.share === 1) });
    this.asked = undefined;
  }

  finish() {
    this.count();
    const wrong = this.done.filter((one) => !one.right);
    const heading = make("h2", { tabindex: "-1" }, "How it went");
    const result = make("p", { class: "quiz-score" }, `${this.done.length - wrong.length} of ${counted(this.done.length, "question")} right.`);
    const back = makeButton("Back to Today", "button", false, () => {
      this.overview();
      this.querySelector("button").focus();
    });
    const places = new Map(wrong.map(({ question }) => [`${question.bank.name}#${question.section}`, question]));
    const items = [...places.values()].map((question) => make("li", {}, readingLink(question)));
    const reading = items.length ? [make("p", {}, "To read again. These questions come back soon."), make("ul", {}, ...items)] : [];
    this.replaceChildren(heading, result, ...reading, make("div", { class: "quiz-actions" }, back));
    heading.focus();
  }
}

function select(name, counts, chosen) {
  const options = counts.map((count) => make("option", { value: count, ...(count === chosen ? { selected: "" } : {}) }, String(count)));
  return make("select", { name }, ...options);
}

customElements.define("quiz-today", QuizToday);
