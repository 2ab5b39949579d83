// Where the learner stopped last: in a chapter, a quiz, a session or a mock test.

const { store } = quiz;
const { banks } = quiz.data.catalogue;

// When an attempt was worked on last: an answer in it knows its time.
function lastTouched(id, started) {
  const answers = store.ids("response").filter((response) => response.startsWith(`${id}~`));
  return Math.max(started, ...answers.map((response) => store.read("response", response).at ?? 0));
}

// Attempts that are not over. Sessions are chosen anew on another day, quizzes wait.
function openAttempts(today) {
  const attempts = store.ids("attempt").map((id) => ({ ...store.read("attempt", id), id }));
  const open = attempts.filter(({ id, day, result, over }) => !result && !over && (id.startsWith("quiz:") || day === today));
  return open.map(({ id, started }) => ({ attempt: id, at: lastTouched(id, started) }));
}

function openSittings() {
  const sittings = store.ids("sitting").map((id) => store.read("sitting", id));
  const open = sittings.filter(({ result }) => !result);
  return open.map(({ paper, seed, started, ticked }) => ({ paper, seed, at: Math.max(started, ticked) }));
}

function openChapters() {
  return banks.flatMap((bank) => {
    const place = store.read("place", bank.chapter);
    return place ? [{ bank, ...place }] : [];
  });
}

function isQuizDone(bank) {
  const parts = quiz.practice.questions.filter((question) => question.bank === bank).flatMap((question) => question.parts);
  return parts.every(({ id }) => store.read("answer", id)?.checked);
}

function toQuiz(bank, query = "") {
  return { url: bank.quiz + query, words: say("site.quiz", { title: bank.title }) };
}

function toChapter(bank, section = "") {
  return bank.sections[section]
    ? { url: `${bank.url}#${section}`, words: bank.sections[section] }
    : { url: bank.url, words: bank.title };
}

// After the end of a chapter comes its quiz, and then the next chapter.
function fromChapter({ bank, section, at }) {
  const isAtEnd = section === bank.end || store.read("read", bank.chapter)?.at >= at;
  if (!isAtEnd) return toChapter(bank, section);
  if (!isQuizDone(bank)) return toQuiz(bank);
  const next = banks.slice(banks.indexOf(bank) + 1).find(({ chapter }) => chapter !== bank.chapter);
  return next ? toChapter(next) : undefined;
}

// The link of a page that the site may not have, with its own words.
function fromLink(links, place, rest = "") {
  const link = links.querySelector(`[data-place="${CSS.escape(place)}"]`);
  return link ? { url: link.href + rest, words: link.cloneNode(true).childNodes } : undefined;
}

// A quiz whose questions have all gone to another one has nothing to resume.
function fromAttempt(links, id) {
  if (!id.startsWith("quiz:")) return fromLink(links, id, "?start");
  const { ids } = store.read("attempt", id);
  const left = quiz.practice.questions.find(
    ({ bank, parts }) => `quiz:${bank.name}` === id && parts.some((part) => ids.includes(part.id))
  );
  return left ? toQuiz(left.bank, "?resume") : undefined;
}

// The chapter whose question was answered last, as if it had been read to its end.
function lastPractised() {
  const answered = quiz.practice.questions.flatMap(({ bank, parts }) =>
    parts.map(({ id }) => ({ bank, section: bank.end, at: store.read("card", id)?.log.at(-1)?.[0] ?? 0 }))
  );
  return answered.filter(({ at }) => at).sort((one, other) => other.at - one.at)[0];
}

// Where to go on: { url, words }. What was withdrawn meanwhile is passed over; who has stopped nowhere begins with the first chapter.
function whereToGoOn(links, today) {
  const stops = [...openAttempts(today), ...openSittings(), ...openChapters()].sort((one, other) => other.at - one.at);
  const targets = stops.map((stop) => {
    if (stop.attempt) return fromAttempt(links, stop.attempt);
    return stop.paper ? fromLink(links, `mock:${stop.paper}`, `#seed=${stop.seed}`) : fromChapter(stop);
  });
  const last = lastPractised();
  return targets.find(Boolean) ?? (last && fromChapter(last)) ?? toChapter(banks[0]);
}
