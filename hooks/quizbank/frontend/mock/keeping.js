// What is drawn for a sitting and kept of it in the learner's browser, in small pieces: two tabs write over nothing but the same question.

const { make, sumOf } = quiz;
const { questions } = quiz.practice;

const NEW = { ...quiz.EMPTY, answered: false, partly: false, flagged: false, visited: false, seconds: 0 };

class KeptSitting extends HTMLElement {
  get key() {
    return `${this.paper.name}~${this.seed}`;
  }

  get sitting() {
    return quiz.store.read("sitting", this.key);
  }

  keep(changes) {
    quiz.store.write("sitting", this.key, { ...this.sitting, ...changes });
    quiz.warnIfNotKept(this.body);
  }

  entry(id) {
    return quiz.store.read("entry", `${this.key}~${id}`) ?? NEW;
  }

  note(id, changes) {
    quiz.store.write("entry", `${this.key}~${id}`, { ...this.entry(id), ...changes });
  }

  answer(id, { picked, points, typed }) {
    const state = quiz.filledIn(this.find(`#q-${id}`));
    this.note(id, { picked, points, typed, answered: state === "answered", partly: state === "partly answered" });
  }

  draw() {
    return drawPaper(
      this.paper,
      questions.map((question) => ({ ...question, bank: question.bank.name })),
      this.seed
    );
  }

  // Of the questions as they are now: those of the sitting, once there is one.
  get fingerprint() {
    return fingerprintOf(this.paper, this.units.length ? this.sitting.ids : this.draw(), questions);
  }

  // What a class needs to sit one paper, and to see whether it is still the same.
  get code() {
    return `${this.seed}.${this.fingerprint}`;
  }

  find(selector) {
    return this.body.querySelector(selector);
  }

  write(selector, words) {
    for (const place of this.body.querySelectorAll(selector)) place.textContent = words;
  }

  tell(words) {
    this.write(".quiz-told", words);
  }
}
