"""Drawing a paper: the same in Python and in the browser, for every seed, and fair to objectives, chapters and levels."""

import gzip
import json
from collections import Counter
from functools import cache
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from example_course import library
from front_end import source
from quizbank.banks.load import example
from quizbank.banks.yaml_reader import Lines
from quizbank.checks.papers import check_papers
from quizbank.kinds import KINDS
from quizbank.papers.blueprint import Blueprint, PaperFile, Section
from quizbank.papers.draw import Item, below, draw, is_seed, items_of, pool
from quizbank.site.minify import minified_script

SCRIPT = source("draw.js")
SEEDS = ["1", "paper-a", "0-0-0", *(f"seed-{number}" for number in range(70))]


@cache
def items() -> tuple[Item, ...]:
    return tuple(items_of(library().banks.values()))


def papers() -> list[Blueprint]:
    return list(library().papers.values())


def blueprint(*sections: dict[str, Any], share: int = 50, name: str = "made-up") -> Blueprint:
    read = PaperFile.model_validate(
        {"title": "Made up", "style": "no exam", "minutes": 9, "instructions": ["Answer."], "bloom_share": share}
        | {"sections": [{"title": "Part", **section} for section in sections]}
    )
    return Blueprint(**dict(read), name=name, file="made-up.yml", source=Lines("title: Made up"))


def item(
    name: str,
    objective: str = "LO1.1",
    bank: str = "one",
    bloom: int = 2,
    kind: str = "true-false",
    marks: int = 1,
    worth: int = 2,
) -> Item:
    return Item(name, bank, kind, bloom, marks, objective, worth)


class Script:
    """V8 with the script of the site in it."""

    def __init__(self) -> None:
        self._v8 = MiniRacer()
        self._v8.eval(minified_script(SCRIPT))

    def keep(self, given: tuple[Item, ...]) -> None:
        self._v8.eval(f"globalThis.items = {json.dumps([one.as_json() for one in given])}")

    def draw(self, paper: Blueprint, seed: str) -> tuple[tuple[str, ...], ...]:
        drawn = self._v8.eval(f"JSON.stringify(drawPaper({json.dumps(paper.as_json())}, items, {json.dumps(seed)}))")
        return tuple(map(tuple, json.loads(str(drawn))))


@pytest.fixture(scope="module")
def script() -> Script:
    return Script()


# Tight papers: the Bloom share forces every choice, sections share their questions, or the questions run out.
FORCED = (
    blueprint(
        {"id": "A", "kinds": ["true-false", "fill-in"], "number": 20, "marks": 1},
        {"id": "B", "kinds": ["sorting"], "number": 20, "marks": 1},
    ),
    blueprint(
        {"id": "A", "kinds": ["case"], "number": 4, "marks": 7},
        {"id": "B", "kinds": ["numeric", "case"], "number": 3, "marks": 6},
        share=100,
    ),
    blueprint(
        {"id": "A", "kinds": ["true-false"], "number": 40, "marks": 2},
        {"id": "B", "kinds": ["distinguish"], "number": 3, "marks": 3},
        share=90,
    ),
    blueprint(
        {"id": "A", "kinds": ["single-choice"], "number": 30, "marks": 3, "chapters": ["single-choice-1", "single-choice-2"]},
        {"id": "B", "kinds": ["single-choice", "matching"], "number": 5, "marks": 2, "chapters": ["single-choice-1"]},
        share=66,
    ),
)


def test_python_and_the_browser_draw_the_same_papers(script: Script) -> None:
    script.keep(items())
    pairs = [(paper, seed) for paper in papers() for seed in SEEDS] + [(paper, seed) for paper in FORCED for seed in SEEDS[:50]]
    assert len(pairs) > 400
    for paper, seed in pairs:
        assert script.draw(paper, seed) == draw(paper, items(), seed), (paper.name, seed)


def test_the_order_in_which_the_items_are_given_does_not_matter(script: Script) -> None:
    script.keep(items()[::-1])
    paper = library().papers["choices"]
    assert script.draw(paper, "1") == draw(paper, items()[::-1], "1") == draw(paper, items(), "1")


def test_chapters_may_be_called_as_what_every_object_of_a_script_has(script: Script) -> None:
    given = tuple(item(f"{bank}-{number}", bank=bank) for bank in ("constructor", "valueOf", "one") for number in range(3))
    paper = blueprint({"id": "A", "kinds": ["true-false"], "number": 9, "marks": 1})
    script.keep(given)
    assert script.draw(paper, "1") == draw(paper, given, "1")


@pytest.mark.parametrize("seed", SEEDS[:9])
def test_both_take_objectives_and_chapters_in_turns(script: Script, seed: str) -> None:
    given = tuple(
        item(f"{bank}-{n}", f"LO1.{n % 3}", bank, kind=kind)
        for bank in "abc"
        for n, kind in enumerate(["true-false", "fill-in"] * 4)
    )
    paper = blueprint(
        {"id": "A", "kinds": ["true-false"], "number": 5, "marks": 1}, {"id": "B", "kinds": ["fill-in"], "number": 7, "marks": 1}
    )
    script.keep(given)
    assert script.draw(paper, seed) == draw(paper, given, seed)


@pytest.mark.parametrize("seed", SEEDS[:9])
def test_both_know_that_an_earlier_section_may_take_the_questions_of_a_later_one(script: Script, seed: str) -> None:
    """Both sections ask from one pool, in which two questions reach the share: the first may leave none of them to the second."""
    given = tuple(item(str(number), f"LO1.{number}", bloom=2 if number < 2 else 1) for number in range(8))
    paper = blueprint(*({"id": name, "kinds": ["true-false"], "number": 2, "marks": 1} for name in "AB"))
    script.keep(given)
    assert script.draw(paper, seed) == draw(paper, given, seed)
    assert set(draw(paper, given, seed)[0]) == {"0", "1"}


def test_the_script_stays_small() -> None:
    assert len(gzip.compress(minified_script(SCRIPT).encode(), 9)) <= 900


def test_questions_whose_points_have_marks_are_drawn_for_these_alone(script: Script) -> None:
    fixed = {name for name, kind in KINDS.items() if kind.model.fixed_marks}
    assert fixed == {"case", "distinguish", "short-answer"}
    for kind in KINDS:
        (question, *_) = example(kind).questions
        assert (question.worth == 0) == (kind in fixed)
        paper = blueprint({"id": "A", "kinds": [kind], "number": 1, "marks": 3})
        other = (item("other-marks", kind=kind, marks=2, worth=question.worth),)
        script.keep(other)
        assert script.draw(paper, "1") == draw(paper, other, "1") == ((() if kind in fixed else ("other-marks",)),)


def test_a_question_that_is_worth_less_is_drawn_only_where_none_of_its_kind_is_worth_the_marks(script: Script) -> None:
    """A matching with codes is never asked for 5 marks while one of five pairs is there."""
    coded, pairs, four = (item(name, kind="matching", worth=worth) for name, worth in (("coded", 2), ("five", 5), ("four", 4)))
    choice = item("choice", kind="single-choice")
    paper = blueprint({"id": "A", "kinds": ["matching", "single-choice"], "number": 4, "marks": 5}, share=50)
    for given, drawn in (
        ((coded, pairs, four, choice), {"five", "choice"}),
        ((coded, four, choice), {"coded", "four", "choice"}),
    ):
        script.keep(given)
        assert set(script.draw(paper, "1")[0]) == set(draw(paper, given, "1")[0]) == drawn
    rest = blueprint({"id": "A", "kinds": ["matching"], "number": 4, "marks": 2}, share=50)
    script.keep((coded, pairs, four))
    assert set(script.draw(rest, "1")[0]) == set(draw(rest, (coded, pairs, four), "1")[0]) == {"coded", "five", "four"}


def test_the_chance_numbers_are_those_of_the_published_generator() -> None:
    """FNV-1a of 'foobar' is 0xbf9cf968 in its authors' test vectors; mulberry32 started there was run in V8."""
    chance = below("foobar")
    v8 = MiniRacer()
    v8.eval("""
        function mulberry32(a) {
            return function() {
              var t = a += 0x6D2B79F5;
              t = Math.imul(t ^ t >>> 15, t | 1);
              t ^= t + Math.imul(t ^ t >>> 7, t | 61);
              return ((t ^ t >>> 14) >>> 0) / 4294967296;
            }
        }
        const next = mulberry32(0xbf9cf968);
    """)
    assert [chance(1_000_000) for _ in range(9)] == [v8.eval("Math.floor(next() * 1000000)") for _ in range(9)]


# What holds for every paper


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_a_paper_is_whole_and_fair(paper: Blueprint) -> None:
    by_id = {one.id: one for one in items()}
    drawn = set()
    for seed in SEEDS:
        sections = draw(paper, items(), seed)
        drawn.add(sections)
        ids = [name for names in sections for name in names]
        assert len(set(ids)) == len(ids)
        asked: Counter[tuple[str, str]] = Counter()
        high = 0
        for section, names in zip(paper.sections, sections, strict=True):
            may = pool(section, items())
            assert len(names) == section.number
            for name in names:
                assert by_id[name] in may
                asked[by_id[name].topic] += 1
                high += by_id[name].high * section.marks
        assert 100 * high >= paper.bloom_share * paper.printed_marks
    assert len(drawn) == len(SEEDS), "another seed, another paper"


def test_an_objective_comes_again_only_when_every_other_was_asked() -> None:
    given = [
        item(f"{bank}-{objective}-{copy}", objective, bank) for bank in "ab" for objective in ("LO1.1", "LO1.2") for copy in "xyz"
    ]
    paper = blueprint({"id": "A", "kinds": ["true-false"], "number": 6, "marks": 1})
    by_id = {one.id: one.topic for one in given}
    for seed in SEEDS:
        topics = [by_id[name] for name in draw(paper, given, seed)[0]]
        assert len(set(topics[:4])) == 4


def test_the_next_chapter_is_one_that_was_asked_least() -> None:
    given = [item(f"{bank}-{number}", f"LO1.{number}", bank) for bank in "abc" for number in range(9)]
    paper = blueprint({"id": "A", "kinds": ["true-false"], "number": 9, "marks": 1})
    for seed in SEEDS:
        chapters = [name[0] for name in draw(paper, given, seed)[0]]
        assert all(len(set(chapters[start : start + 3])) == 3 for start in (0, 3, 6))


def test_every_question_comes_as_often_as_any_other_like_it() -> None:
    given = [item(f"q-{number}", f"LO1.{number}") for number in range(5)]
    paper = blueprint({"id": "A", "kinds": ["true-false"], "number": 1, "marks": 1})
    counts = Counter(draw(paper, given, f"s-{seed}")[0][0] for seed in range(1000))
    assert len(counts) == 5
    assert all(150 < count < 250 for count in counts.values())  # 200 expected, with a standard deviation of 13


def test_where_the_check_finds_nothing_no_seed_draws_a_short_paper() -> None:
    for paper in FORCED:
        faults = check_papers([paper], library().banks, ())
        shortest = min(sum(map(len, draw(paper, items(), seed))) for seed in SEEDS)
        assert (shortest < sum(section.number for section in paper.sections)) <= bool(faults)


def test_a_section_whose_questions_run_out_is_short() -> None:
    paper = blueprint({"id": "A", "kinds": ["true-false"], "number": 3, "marks": 1})
    assert sorted(draw(paper, [item("x"), item("y")], "1")[0]) == ["x", "y"]


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("1", True),
        ("monday-2", True),
        ("a" * 16, True),
        ("a" * 17, False),
        ("", False),
        ("A", False),
        ("1\n", False),
        ("é", False),
    ],
)
def test_a_seed_is_short_and_plain(text: str, sound: bool) -> None:
    assert is_seed(text) == sound


@pytest.mark.parametrize(
    ("kinds", "negative", "rule"),
    [
        (["single-choice"], "0", ""),
        (["single-choice"], "0.25", "Each wrong answer costs 0.25 marks. A question left unanswered costs nothing."),
        (["true-false", "fill-in"], "1", "Each wrong answer costs 1 mark. A question left unanswered costs nothing."),
        *(
            (
                ["single-choice", kind],
                "1.50",
                "An answer with nothing correct in it costs 1.5 marks. "
                "A partly correct answer costs nothing, nor does a question left unanswered.",
            )
            for kind in ("multiple-choice", "matching", "ordering", "sorting")
        ),
    ],
)
def test_a_section_says_for_what_marks_are_taken(kinds: list[str], negative: str, rule: str) -> None:
    section = {"id": "A", "title": "Choose", "kinds": kinds, "number": "3", "marks": "4", "negative": negative}
    assert Section.model_validate(section).negative_rule == rule


def test_the_marks_of_a_section_are_those_of_the_answers_that_count() -> None:
    section = Section.model_validate(
        {"id": "A", "title": "Any two", "kinds": ["true-false"], "number": "3", "answer": "2", "marks": "4"}
    )
    assert (section.to_answer, section.full_marks) == (2, 8)
    assert section.as_json() == {
        "id": "A",
        "title": "Any two",
        "kinds": ["true-false"],
        "number": 3,
        "answer": 2,
        "marks": 4,
        "reasonMarks": 0,
        "negative": 0.0,
        "chapters": [],
    }
