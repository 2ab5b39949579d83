// What the practice pages share: which questions are included, how each stands, and pages that count again.

const { questions } = quiz.practice;

// The banks whose chapters were opened, or from which something was answered.
function begunBanks() {
  const { store } = quiz;
  const banks = questions.filter(({ parts }) => parts.some(({ id }) => store.read("card", id))).map(({ bank }) => bank);
  return new Set([...banks, ...quiz.data.catalogue.banks.filter(({ chapter }) => store.read("place", chapter))]);
}

// The names of the banks that practice leaves out: as the learner chose, or until then those that are still to come, if any has begun.
function leftOut() {
  const { settings } = quiz.schedule;
  const begun = begunBanks();
  if (settings.chosen || begun.size === 0) return settings.without;
  return quiz.data.catalogue.banks.filter((bank) => !begun.has(bank)).map(({ name }) => name);
}

function includedQuestions() {
  const without = leftOut();
  return questions.filter(({ bank }) => !without.includes(bank.name));
}

// A question as the schedule sees it: a case is due as soon as one of its parts is, and as weak as its weakest.
function standing(question, today) {
  const cards = question.parts.map((part) => quiz.schedule.card(part.id, today));
  const asked = cards.filter(Boolean);
  if (asked.length === 0) return { question, fresh: true };
  const recall = Math.min(...asked.map((card) => quiz.schedule.retrievability(card, today - card.last)));
  const due = asked.length < cards.length ? today : Math.min(...asked.map((card) => card.due));
  return {
    question,
    recall,
    due,
    rating: Math.min(...asked.map((card) => card.rating)),
    last: Math.max(...asked.map((card) => card.last))
  };
}

// Put an element's HTML, which waits in a template, into its place. Returns the parts that have a name in `data-at`.
function unfold(element) {
  element.replaceChildren(element.querySelector("template").content);
  return Object.fromEntries([...element.querySelectorAll("[data-at]")].map((part) => [part.dataset.at, part]));
}

// Count again where the learner sees it: when the page is there again on another day, or another tab has kept something meanwhile.
function whenChanged(element, count) {
  const leaving = new AbortController();
  let day = quiz.localDay();
  let stale = false;
  const look = ({ type, persisted }) => {
    if (!element.isConnected) return leaving.abort();
    stale ||= type === "storage" || persisted || day !== quiz.localDay();
    if (!stale || document.hidden) return;
    [day, stale] = [quiz.localDay(), false];
    count();
  };
  for (const event of ["storage", "pageshow", "focus"]) addEventListener(event, look, leaving);
  document.addEventListener("visibilitychange", look, leaving);
}

// Cards of objectives were once kept under the objective's number, which another objective may have by now: bring what was kept to the
// objective's own name. A full storage keeps the old piece until there is room.
function renameCards() {
  const { store, schedule } = quiz;
  for (const { id, was } of quiz.data.cards) {
    const before = was && store.read("card", was);
    if (!before) continue;
    store.write("card", id, { log: schedule.mergeLogs(store.read("card", id)?.log ?? [], before.log) });
    if (store.kept) store.remove("card", was);
  }
}

Object.assign(quiz.practice, { renameCards, whenChanged, leftOut, includedQuestions, standing, unfold });
