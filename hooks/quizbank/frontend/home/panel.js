// Fills the panel of the home page. All numbers are those of the pages to which they lead.

const { localDay, make, schedule } = quiz;
const { reviewOn, includedQuestions, isDone, returning, countsOf, fixedSoFar, partsOf, worthOf } = quiz.practice;

function addressed(card, address, ...words) {
  card.href = new URL(address, quiz.root);
  card.lastElementChild.replaceChildren(...words);
}

function examWords(examDay, today) {
  if (examDay === undefined) return say("home.set_exam");
  if (examDay === today) return say("home.exam_today");
  return examDay > today ? say("home.exam_days", { n: examDay - today }) : say("home.exam_passed");
}

function tomorrowWords(n) {
  return n ? say("home.returning", { n }) : say("home.none_returning");
}

function reviewWords(review, today) {
  if (isDone(review, today)) return tomorrowWords(returning(today));
  const chosen = review.chosen.map(({ question }) => question);
  if (includedQuestions().length === 0) return say("today.unread");
  if (chosen.length === 0) return say("today.none_ready");
  return say("today.ready", { n: countsOf(chosen).all, minutes: quiz.minutesFor(worthOf(chosen)) });
}

// One tap starts the review. When the day is done, the page says what else could be asked.
function fillReview(card, review, today) {
  const done = isDone(review, today);
  const [title, words] = card.children;
  card.dataset.state = done ? "done" : review.chosen.length ? "ready" : "none";
  card.search = card.dataset.state === "ready" ? "?start" : "";
  title.replaceChildren(done ? say("home.done") : say("today.title"));
  words.replaceChildren(reviewWords(review, today));
}

function fillMistakes(card) {
  const [title, words] = card.children;
  const { weak: n } = countsOf(includedQuestions());
  card.search = n ? "?start" : "";
  title.replaceChildren(n ? say("mistakes.left", { n }) : say("home.no_mistakes"));
  words.replaceChildren(say("mistakes.fixed", { n: fixedSoFar() }));
}

function dayName(day, weekday) {
  return new Date(day * 86400000).toLocaleDateString(say("practice.locale"), { weekday, timeZone: "UTC" });
}

// What is seen of a day, and in its place a sentence for who hears it.
function dayItem({ day, answers, state }, today) {
  const sign = { done: "✓", open: "•", past: "–", ahead: "" }[state];
  const seen = [
    make("span", {}, dayName(day, "short")),
    make("i", {}, sign),
    make("small", {}, state === "done" ? String(answers) : "")
  ];
  for (const element of seen) element.ariaHidden = "true";
  const heard = make("span", { class: "home-heard" }, say("home.day", { day: dayName(day, "long"), n: answers }));
  return make("li", { "data-state": state, ...(day === today ? { "aria-current": "date" } : {}) }, ...seen, heard);
}

function goalWords(days, goal) {
  if (!goal) return say("home.days", { n: days });
  return days < goal ? say("home.days_of", { n: days, goal }) : say("home.goal_reached", { n: days });
}

function fillWeek({ week, days, goal }, today) {
  const logs = store.ids("card").flatMap((id) => store.read("card", id).log);
  const shown = weekOf(
    today,
    logs.map(([, day]) => day)
  );
  const chosen = schedule.settings.goal ?? 0;
  week.replaceChildren(...shown.map((day) => dayItem(day, today)));
  days.textContent = goalWords(shown.filter(({ answers }) => answers).length, chosen);
  goal.value = chosen;
  goal.onchange = () => {
    schedule.settings = { ...schedule.settings, goal: Number(goal.value) };
    fillWeek({ week, days, goal }, today);
  };
}

quiz.fillHome = (home) => {
  const today = localDay();
  const at = partsOf(home);
  const review = reviewOn(today);
  const { url, words } = whereToGoOn(home.querySelector("template").content, today);
  addressed(at.continue, url, ...(typeof words === "string" ? [words] : words));
  if (at.exam) at.exam.textContent = examWords(schedule.examDay, today);
  if (at.review) fillReview(at.review, review, today);
  if (at.mistakes) fillMistakes(at.mistakes);
  fillWeek(at, today);
};
