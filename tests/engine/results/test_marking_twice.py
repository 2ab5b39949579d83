"""Python marks what the scripts of the site mark, by the key that the page itself holds: the two cannot drift."""

import itertools
import json
import random
from html.parser import HTMLParser
from typing import Any

import pytest

from marking import Scripts
from quizbank.banks.load import example
from quizbank.kinds import KINDS
from quizbank.model.question import Question
from quizbank.render.renderer import Renderer
from quizbank.results.marking import REASON, Response, known_values, verdict
from quizbank.results.scoring import Rules, marked
from quizbank.texts.inline import question_markdown

PARTS = [part for kind in KINDS for question in example(kind).questions for part in question.parts]
ROUNDS = 30  # responses to each question
# As `frontend/questions/answered.js` has it: whether nothing was chosen or typed, or nothing that can be read.
SCRIPT = """
const say = () => "";
const kind = quiz.kinds[a.kind];
const points = a.key.points.map((point) => ({ ...point, checked: a.points.includes(point.value) }));
const result = kind.mark({ picked: a.picked, text: a.text }, a.key, { points, marks: a.marks });
const blank = a.key.picker ? !a.picked.length : !a.text || Boolean(result.unreadable);
return { share: result.share, someRight: Boolean(result.someRight), blank };
"""


class Key(HTMLParser):
    """What a script reads from a question's page: controls, right and wrong answers, points."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.controls: dict[str, list[str]] = {}
        self.right: list[dict[str, str | None]] = []
        self.wrong: list[dict[str, str | None]] = []
        self.points: list[dict[str, Any]] = []
        self._selects = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name, value = found.get("name") or "", found.get("value")
        if tag == "select":
            self._selects += 1
        elif tag == "option" and value:
            self.controls.setdefault(f"select {self._selects}", []).append(value)
        elif tag == "input" and name == "point":
            self.points.append({"value": value, "dataset": {"marks": found["data-marks"]}})
        elif tag == "input" and name.startswith("picked"):
            self.controls.setdefault(f"{found['type']} {name}", []).append(value or "")
        elif tag == "li" and "data-right" in found:
            self.right.append(found)
        elif tag == "li" and ("data-value" in found or "data-near" in found):
            self.wrong.append(found)

    @property
    def as_json(self) -> dict[str, Any]:
        first = self.right[0] if self.right else {}
        return {
            "right": [each["data-value"] for each in self.right if "data-value" in each],
            "wrong": len(self.wrong),
            "tolerance": float(first.get("data-tolerance") or 0),
            "unit": first.get("data-unit") or "",
            "accepted": json.loads(first.get("data-accepted") or "[]"),
            "near": [each.get("data-near") for each in self.wrong],
            "points": self.points,
            "picker": bool(self.controls),
        }


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    return Scripts()


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(question_markdown())


def picked(controls: dict[str, list[str]], chance: random.Random) -> list[str]:
    """Return what a learner could pick: any number of boxes, at most one of every other control."""
    chosen: list[str] = []
    for name, values in controls.items():
        if name.startswith("checkbox"):
            chosen += [value for value in values if chance.random() < 0.5]
        elif chance.random() < 0.85:
            chosen.append(chance.choice(values))
    return chosen


def texts(part: Question, key: Key, chance: random.Random) -> str:
    """Return what a learner could type: an answer, a near one, with what is forgiven or what is not around it."""
    answers = [
        *part.accepted_answers,
        *(str(each.get("data-near") or each["data-value"]) for each in (*key.wrong, *key.right[1:])),
    ]
    if part.number_key:
        value, tolerance, _ = part.number_key
        answers += [str(value), str(value + tolerance), str(value - tolerance), f"{value + tolerance * 2 + 1}", f"{value}.0"]
    word = chance.choice([*answers, "", " ", "-", "the", "nothing of the kind", "1e5", "3 lakh", "12,00", "x = 7"])
    around = [
        ("", ""),
        ("The ", "."),
        ("  ", "  "),
        ("“", "”"),
        ("Rs ", "/-"),
        ("= ", ""),
        ("", " %"),
        ("-", ""),
        ("about ", " units"),
    ]
    before, after = chance.choice(around)
    text = f"{before}{word}{after}"
    return chance.choice([text, text.upper(), text.replace(" ", "-"), text.replace(" ", "\u00a0"), f"\u200b{text}", text[:-1]])


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.kind}:{part.id}")
def test_python_and_the_scripts_mark_alike(scripts: Scripts, renderer: Renderer, part: Question) -> None:
    chance = random.Random(part.id)
    key = Key(renderer.question(part, "1", None))
    verdicts = set()
    for _ in range(ROUNDS):
        response = Response(
            tuple(picked(key.controls, chance)),
            tuple(point["value"] for point in key.points if chance.random() < 0.5),
            {} if key.controls else {"typed": texts(part, key, chance)},
        )
        ours = verdict(part, response)
        asked = {"kind": part.kind, "key": key.as_json, "picked": response.picked, "points": response.points}
        theirs = scripts.run(f"const a = {json.dumps({**asked, 'text': response.text, 'marks': part.marks})}; {SCRIPT}")
        assert float(ours.share) == pytest.approx(theirs["share"], abs=1e-12), response
        assert (ours.blank, ours.some_right) == (theirs["blank"], theirs["someRight"]), response
        verdicts.add(ours.share)
    assert len(verdicts) > 1, "no two responses were marked differently"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part.kind}:{part.id}")
def test_every_value_that_a_page_offers_is_known(renderer: Renderer, part: Question) -> None:
    key = Key(renderer.question(part, "1", None))
    assert known_values(part) == {value for values in key.controls.values() for value in values}
    assert dict(part.ticks) == {point["value"]: int(point["dataset"]["marks"]) for point in key.points}


@pytest.mark.parametrize(("offered", "right"), [(offered, right) for offered in (3, 4, 6) for right in range(1, offered)])
def test_several_right_options_are_marked_alike_however_many_there_are(scripts: Scripts, right: int, offered: int) -> None:
    part = next(part for part in PARTS if part.kind == "multiple-choice")
    options = [part.options[0].model_copy(update={"text": f"Option {n}", "correct": n < right}) for n in range(offered)]  # type: ignore[attr-defined]
    made = part.model_copy(update={"options": tuple(options)})
    values = [choice.value for choice in made.choices]
    keys = [choice.value for choice in made.choices if choice.right]
    for size in range(offered + 1):
        for chosen in itertools.combinations(values, size):
            theirs = scripts.call("markByShares", chosen, keys, offered - len(keys))
            ours = verdict(made, Response(chosen))
            assert float(ours.share) == pytest.approx(theirs["share"], abs=1e-12)
            assert ours.some_right == theirs.get("someRight", False)


def test_a_case_is_marked_by_its_questions_alone() -> None:
    with pytest.raises(TypeError, match="nothing says how the kind 'case' is marked"):
        verdict(example("case").questions[0], Response())


# What a paper pays: the rule of `earnedBy` in frontend/mock/sitting.js, on the values that its test has.

SINGLE = next(part for part in PARTS if part.kind == "single-choice")
RIGHT = tuple(choice.value for choice in SINGLE.choices if choice.right)
WRONG = tuple(choice.value for choice in SINGLE.choices if not choice.right)[:1]


@pytest.mark.parametrize(("chosen", "earned"), [(RIGHT, 5), (WRONG, -1), ((), 0)])
def test_marks_are_taken_for_a_wrong_answer_and_not_for_an_open_one(chosen: tuple[str, ...], earned: int) -> None:
    cell = marked(SINGLE.for_marks(5), Response(chosen), Rules(negative=1))  # type: ignore[arg-type]
    assert [cell.earned, cell.given] == [earned, bool(chosen)]


@pytest.mark.parametrize(
    ("right", "points", "typed", "earned"),
    [(True, (REASON,), "since", 2), (True, (), "since", 1), (False, (REASON,), "since", 0), (True, (), "", 1)],
)
def test_a_reason_earns_its_marks_beside_the_right_choice_only(
    right: bool, points: tuple[str, ...], typed: str, earned: int
) -> None:
    part = next(part for part in PARTS if part.kind == "true-false").for_marks(2, 1)
    chosen = tuple(choice.value for choice in part.choices if choice.right is right)
    assert marked(part, Response(chosen, points, {"typed": typed}), Rules()).earned == earned


def test_where_every_right_choice_is_cancelled_nothing_is_taken() -> None:
    part = next(part for part in PARTS if part.kind == "multiple-choice").for_marks(2)
    every = tuple(choice.value for choice in part.choices)
    assert marked(part, Response(every), Rules(negative=1)).earned == 0  # type: ignore[arg-type]
    wrong = tuple(choice.value for choice in part.choices if not choice.right)
    assert marked(part, Response(wrong), Rules(negative=1)).earned == -1  # type: ignore[arg-type]
