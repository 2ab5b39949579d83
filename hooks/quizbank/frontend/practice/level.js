// The level test: one short question from each of ten chapters, and which chapters to read first.

const { make } = quiz;
const { questions, Session, worthOf } = quiz.practice;

const QUESTIONS = 10;
const BASIC = 2; // Bloom levels below: remember and understand
// Shares of right answers. Up to the first, guesses alone may have been right: one option in three or four is.
const BEGINNER = 0.3;
const GOOD = 0.7;

function mixed(items) {
  return items
    .map((item) => [Math.random(), item])
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}

// One question worth one mark from each chapter, an easy one where there is any, in the order of the chapters.
function choose() {
  const { banks } = quiz.data.catalogue;
  const picked = mixed(banks).flatMap((bank) => {
    const short = mixed(questions.filter((question) => question.bank === bank && question.marks === 1));
    return short
      .filter(({ bloom }) => bloom < BASIC)
      .concat(short)
      .slice(0, 1);
  });
  const chosen = picked.slice(0, QUESTIONS);
  return questions.filter((question) => chosen.includes(question));
}

class QuizLevel extends Session {
  static place = "level";

  // By the name that its sentence has on the page.
  static levelOf({ right, n }) {
    if (!n) return "none";
    if (right === n) return "all";
    return right <= n * BEGINNER ? "beginning" : right < n * GOOD ? "basics" : "good";
  }

  overview() {
    const { begin, last } = this.at;
    const result = quiz.store.read("level", "main");
    this.chosen = choose();
    begin.textContent = say("level.start", { n: this.chosen.length, minutes: quiz.minutesFor(worthOf(this.chosen)) });
    last.textContent = result ? say("level.last", result) : "";
    begin.hidden = false;
    this.turn("overview");
  }

  start() {
    this.begin(this.chosen);
  }

  conclude({ done, wrong }) {
    const bankOf = (id) => questions.find((question) => question.id === id)?.bank;
    const banks = [...new Set(wrong.map(bankOf).filter(Boolean))];
    const result = { ...this.scoreOf({ done, wrong }), wrong: banks.map(({ name }) => name) };
    if (done.length) quiz.store.write("level", "main", result);
    const level = QuizLevel.levelOf(result);
    this.at.result.textContent = say("level.score", result);
    for (const part of this.querySelectorAll("[data-level]")) part.hidden = part.dataset.level !== level;
    // Who begins reads in order: a list of nearly all chapters would only dishearten.
    this.at.advice.hidden = level === "beginning" || !banks.length;
    this.at.chapters.replaceChildren(...banks.map(chapterItem));
  }
}

function chapterItem({ url, quiz: address, title }) {
  const chapter = make("a", { href: new URL(url, quiz.root) }, title);
  const test = make("a", { href: new URL(address, quiz.root) }, say("level.quiz"));
  return make("li", {}, chapter, " · ", test);
}

customElements.define("quiz-level", QuizLevel);
