// The end of a mock test: marks, what they are made of, and every answer with its reasons.

const { fillRows, marksOf } = quiz;
const { readingLink } = quiz.practice;

class Results {
  constructor(mock) {
    this.mock = mock;
    this.units = mock.units;
    this.sitting = mock.sitting;
    this.time = this.sitting.result?.time ?? Date.now();
  }

  // One question after another, so that a slow phone stays awake to its learner.
  async mark() {
    const { mock, sitting, units } = this;
    const place = mock.find(".quiz-units");
    for (const [index, unit] of units.entries()) {
      unit.place = make("div", { class: "quiz-unit" });
      place.append(unit.place);
      unit.asked = await mock.placeUnit(unit, index);
      await new Promise((resolve) => setTimeout(resolve));
      if (!unit.asked || !place.isConnected) return;
      for (const asked of unit.asked) {
        asked.show(true);
        if (asked.reasonMarks && !asked.isBlank) asked.explanation.before(reasonOf(asked));
        asked.checkedAt = this.time;
      }
    }
    this.total();
    if (!sitting.result) for (const asked of this.asked) if (!asked.isBlank && !asked.result.self) asked.note();
    this.offer();
    place.addEventListener("quiz-change", () => this.total());
  }

  get asked() {
    return this.units.flatMap((unit) => unit.asked);
  }

  // Also after each point that the learner ticks in an answer of their own.
  total() {
    const { mock, units, time } = this;
    if (mock.isStale) return mock.overview();
    if (!this.asked.every((asked) => asked.result)) return; // what is not marked would count as nothing
    const { spent, timed } = this.sitting;
    for (const unit of units) {
      unit.given = unit.asked.some((asked) => !asked.isBlank || asked.earned);
      Object.assign(unit, scoreOf(unit.asked), { seconds: mock.entry(unit.question.parts[0].id).seconds });
    }
    const result = resultOf(mock.paper.sections, units);
    mock.keep({ result: { time, day: quiz.localDay(new Date(time)), ...result } });
    const over = timed ? spent - mock.paper.minutes * 60 : 0;
    const score = { ...scoreIn(result), time: minutesAndSeconds(spent), over: minutesAndSeconds(over) };
    mock.write(".quiz-score", over > 0 ? say("mock.scored_late", score) : say("mock.scored", score));
    mock.write(".quiz-percent", say("mock.percent", { percent: percentOf(result) }));
    this.summary(result);
    this.lists(result);
    this.times();
    this.reading();
  }

  // What the score came from, in a few lines; those that say nothing are left out.
  summary(result) {
    const { asked, mock, sitting } = this;
    const tally = tallyOf(this.units).map(([name, n]) => make("li", { class: `is-${name}` }, outcomeWords(name, n)));
    mock.find(".quiz-tally").replaceChildren(...tally);
    const { lost } = this;
    this.line(".quiz-lost", lost && say("mock.lost", { lost: quiz.formatMarks(lost), n: lost }));
    const mine = asked.filter(isOpen).length;
    this.line(".quiz-mine", mine && say("mock.mine", { count: mine }));
    this.line(".quiz-rival", sitting.rival !== undefined && rivalWords(result, sitting.rival));
    const retry = mock.find(".quiz-retry");
    if (retry) retry.hidden = !quiz.store.kept || this.units.every(({ earned, marks }) => earned >= marks);
  }

  line(selector, words) {
    this.mock.find(selector).hidden = !words;
    this.mock.write(selector, words || "");
  }

  lists(result) {
    const { units } = this;
    this.list(
      "sections",
      result.sections.map((section) => [section.title, marksOf(section)])
    );
    this.list(
      "chapters",
      byChapter(this.counting).map((chapter) => [chapter.title, marksOf(chapter)])
    );
    this.list("objectives", this.byObjective());
    this.list(
      "questions",
      units.map((unit, index) => [linkTo(unit, index + 1), marksOf(unit), minutesAndSeconds(unit.seconds)])
    );
  }

  // Time is counted for a question as a whole.
  times() {
    const { mock, units } = this;
    const { average, allowed, wrong, slowest } = timesOf(mock.paper, units);
    mock.find(".quiz-times").hidden = slowest.length === 0;
    mock.write(
      ".quiz-average",
      say("mock.average", { average: minutesAndSeconds(average), allowed: minutesAndSeconds(allowed) })
    );
    this.line(".quiz-wasted", wrong && say("mock.wasted", { time: minutesAndSeconds(wrong) }));
    this.list(
      "slowest",
      slowest.map((unit) => [
        linkTo(unit, unit.number),
        minutesAndSeconds(unit.seconds),
        minutesAndSeconds(unit.allowed),
        marksOf(unit)
      ])
    );
  }

  reading() {
    const links = this.units.filter((unit) => unit.earned < unit.marks).map(({ question }) => readingLink(question));
    const places = new Map(links.map((link) => [link.href, make("li", {}, link)]));
    const reading = this.mock.find(".quiz-reading");
    reading.hidden = places.size === 0;
    reading.lastElementChild.replaceChildren(...places.values());
  }

  // Where a section leaves a choice, the best answers.
  get counting() {
    return this.mock.paper.sections.flatMap((section) => countingOf(this.units, section));
  }

  // What wrong answers cost.
  get lost() {
    return this.counting.flatMap(({ asked }) => asked).reduce((sum, asked) => sum - Math.min(0, asked.earned), 0);
  }

  list(name, rows) {
    const body = this.mock.find(`[data-rows=${name}]`);
    if (body) fillRows(body, rows); // a paper of one section has no table of sections
  }

  // Of what counts; where most marks were lost, first.
  byObjective() {
    const rows = {};
    for (const { question, asked } of this.counting) {
      for (const [index, part] of question.parts.entries()) {
        (rows[question.bank.objectives[part.objective]] ??= []).push(asked[index]);
      }
    }
    const scores = Object.entries(rows).map(([text, asked]) => ({ text, ...scoreOf(asked) }));
    return scores
      .sort((one, other) => other.marks - other.earned - one.marks + one.earned)
      .map((score) => [score.text, marksOf(score)]);
  }

  offer() {
    const { mock } = this;
    mock.find(".quiz-another").href = `#seed=${String(Math.random()).slice(2, 8)}`;
    mock.find(".quiz-outcome").hidden = false;
  }
}

// Below the model reason, the box by which the learner gives the marks for their own.
function reasonOf({ result, points, reasonMarks }) {
  const place = make("div", { class: "quiz-point" });
  const words = say("mock.my_reason", { n: reasonMarks });
  place.append(result.share ? make("label", {}, ...points, " ", words) : say("mock.no_reason"));
  return place;
}

function outcomeWords(name, n) {
  return {
    right: say("mock.tally_right", { n }),
    partly: say("mock.tally_partly", { n }),
    wrong: say("mock.tally_wrong", { n }),
    left: say("mock.tally_left", { n }),
    open: say("mock.tally_open", { n })
  }[name];
}

// The number of a question leads to its answer below.
function linkTo({ question }, number) {
  return make("a", { href: `#q-${question.parts[0].id}` }, String(number));
}

// A score as sentences take it, with the plural of its marks.
function scoreIn({ earned, marks }) {
  return { earned: quiz.formatMarks(earned), n: marks };
}
