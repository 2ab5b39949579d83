// Which questions practice asks, and how each stands for this learner. Every page that counts any takes them from here.

const { questions } = quiz.practice;

// The banks whose chapters were opened, or from which something was answered.
function begunBanks() {
  const { store } = quiz;
  const banks = questions.filter(({ parts }) => parts.some(({ id }) => store.read("card", id))).map(({ bank }) => bank);
  return new Set([...banks, ...quiz.data.catalogue.banks.filter(({ chapter }) => store.read("place", chapter))]);
}

// The names of the banks that practice leaves out: as the learner chose, or until then those that are still to come.
function leftOut() {
  const { settings } = quiz.schedule;
  if (settings.chosen) return settings.without;
  const begun = begunBanks();
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

// How many questions there are, and how many are due, mistakes and new. Those of cases each count, as everywhere on the site.
function countsOf(asked, today = quiz.localDay()) {
  const cards = asked.flatMap(({ parts }) => parts).map(({ id }) => quiz.schedule.card(id, today));
  const count = (test) => cards.filter(test).length;
  return {
    all: cards.length,
    due: count((card) => card?.due <= today),
    weak: count((card) => card?.rating < 3),
    unseen: count((card) => !card)
  };
}

// The marks that some questions are worth together, for the minutes that they take.
function worthOf(chosen) {
  return chosen.flatMap(({ parts }) => parts).reduce((sum, part) => sum + part.marks, 0);
}

const GOOD = 3; // the rating of a right answer that was no guess

// How many parts of questions went wrong once and are right now.
function fixedSoFar() {
  const isFixed = (ratings) => ratings.at(-1) >= GOOD && ratings.some((rating) => rating < GOOD);
  const all = questions.flatMap(({ parts }) => parts);
  return all.filter(({ id }) => isFixed((quiz.store.read("card", id)?.log ?? []).map(([, , rating]) => rating))).length;
}

Object.assign(quiz.practice, { leftOut, includedQuestions, standing, countsOf, worthOf, fixedSoFar });
