// The end of a mock test: marks, what they are made of, and every answer with its reasons.

const { readingLink, marksOf, fillRows } = quiz.practice;

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
      Object.assign(unit, scoreOf(unit.asked));
    }
    const result = resultOf(mock.paper.sections, units);
    mock.keep({ result: { time, day: quiz.localDay(new Date(time)), ...result } });
    const over = timed ? spent - mock.paper.minutes * 60 : 0;
    const score = { ...scoreIn(result), time: minutesAndSeconds(spent), over: minutesAndSeconds(over) };
    mock.write(".quiz-score", over > 0 ? say("mock.scored_late", score) : say("mock.scored", score));
    mock.write(".quiz-percent", this.percentOf(result));
    const mine = this.asked.filter(isOpen).length;
    mock.find(".quiz-mine").hidden = mine === 0;
    mock.write(".quiz-mine", say("mock.mine", { count: mine }));
    this.list(
      "sections",
      result.sections.map((section) => [section.title, marksOf(section)])
    );
    this.list("objectives", this.byObjective());
    this.list(
      "questions",
      units.map((unit, index) => [index + 1, marksOf(unit), minutesAndSeconds(mock.entry(unit.question.parts[0].id).seconds)])
    );
    const links = units.filter((unit) => unit.earned < unit.marks).map(({ question }) => readingLink(question));
    const places = new Map(links.map((link) => [link.href, make("li", {}, link)]));
    const reading = mock.find(".quiz-reading");
    reading.hidden = places.size === 0;
    reading.lastElementChild.replaceChildren(...places.values());
  }

  // Where a section leaves a choice, the best answers.
  get counting() {
    return this.mock.paper.sections.flatMap((section) => countingOf(this.units, section));
  }

  // The share of the marks, and what wrong answers cost.
  percentOf({ earned, marks }) {
    const percent = Math.round((100 * earned) / marks);
    const counted = this.counting.flatMap(({ asked }) => asked);
    const lost = counted.reduce((sum, asked) => sum - Math.min(0, asked.earned), 0);
    return lost ? say("mock.percent_lost", { percent, lost: quiz.formatMarks(lost) }) : say("mock.percent", { percent });
  }

  list(name, rows) {
    fillRows(this.mock.find(`[data-rows=${name}]`), rows);
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

// A written answer that the learner has not marked yet, or a reason that is worth marks.
function isOpen({ result, isBlank, earned, reasonMarks, text, response }) {
  if (reasonMarks) return result.share === 1 && text !== "" && response.points.length === 0;
  return result.self && !isBlank && !earned;
}

// Below the model reason, the box by which the learner gives the marks for their own.
function reasonOf({ result, points, reasonMarks }) {
  const place = make("div", { class: "quiz-point" });
  const words = say("mock.my_reason", { n: reasonMarks });
  place.append(result.share ? make("label", {}, ...points, " ", words) : say("mock.no_reason"));
  return place;
}

// A score as sentences take it, with the plural of its marks.
function scoreIn({ earned, marks }) {
  return { earned: quiz.formatMarks(earned), n: marks };
}
