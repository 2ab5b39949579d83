"""Kahoot's spreadsheet, read as its template has it: headings in row 8 from column B on, questions below them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import portables
import workbooks
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Alternative, Choice, Truth
from quizbank.exchange.texts import plain_line
from quizbank.exports.format import Collection
from quizbank.exports.kahoot import FORMAT
from quizbank.model.limits import block_start

HEADINGS = [
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
]
TIMES = {5, 10, 20, 30, 60, 90, 120, 240}
CHOICE = Choice((Alternative("yes", True), Alternative("no", False)))


def read(data: bytes) -> list[tuple[str, list[tuple[str, bool]], int]]:
    """Return stem, answers with what is right, and the seconds of each question, after Kahoot's rules."""
    (sheet,) = workbooks.opened(data).worksheets
    rows: list[tuple[Any, ...]] = list(sheet.iter_rows(max_col=8, values_only=True))
    assert list(rows[7][1:]) == HEADINGS
    return [question(row, number) for number, row in enumerate(rows[8:], 1)]


def question(row: tuple[Any, ...], number: int) -> tuple[str, list[tuple[str, bool]], int]:
    own, stem, *answers, seconds, right = row
    given_answers = [answer for answer in answers if answer is not None]
    keys = [int(key) for key in right.split(",")]
    assert own == number
    assert answers[: len(given_answers)] == given_answers
    assert 2 <= len(given_answers) <= 4
    assert 0 < len(stem) <= 120
    assert all(0 < len(answer) <= 75 for answer in given_answers)
    assert seconds in TIMES
    assert keys
    assert set(keys) <= set(range(1, len(given_answers) + 1))
    return stem, [(answer, index in keys) for index, answer in enumerate(given_answers, 1)], seconds


def expected(collection: Collection) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    for deck in collection.decks:
        for each in deck.questions:
            if isinstance(each.answer, Truth):
                yield plain_line(each.stem), [("True", each.answer.right), ("False", not each.answer.right)]
            else:
                assert isinstance(each.answer, Choice)
                yield plain_line(each.stem), [(plain_line(option.text), option.right) for option in each.answer.options]


def test_the_right_answers_of_every_question_are_recovered() -> None:
    choices = [(each, each.answer.options) for each in portables.hard() if isinstance(each.answer, Choice)]
    fewer = [replace(each, answer=Choice(options[:4], several=True)) for each, options in choices]
    for collection in (portables.examples(), portables.of(*portables.hard(), *fewer)):
        kept = portables.held(collection, FORMAT)
        found = read(FORMAT.write(kept))
        assert len(found) > 3
        assert [(stem, answers) for stem, answers, _ in found] == list(expected(kept))


def test_no_cell_is_a_formula_and_all_times_are_those_of_the_collection() -> None:
    data = FORMAT.write(portables.held(portables.of(*portables.hard()), FORMAT))
    found = workbooks.texts(data)
    assert {text for text in found.values() if text[0] in "=+-@"} >= {f"{text} omega" for text in portables.FORMULAS}
    assert all(workbooks.quoted(data, place) for place, text in found.items() if text[0] in "=+-@")
    workbooks.check_times(data)


@pytest.mark.parametrize(("marks", "seconds"), [(0, 60), (1, 60), (2, 120), (3, 240), (5, 240), (6, 240)])
def test_the_time_follows_from_the_marks(marks: int, seconds: int) -> None:
    asked = Portable("x", "single-choice", "Which?", CHOICE, marks)
    assert [found[2] for found in read(FORMAT.write(portables.of(asked)))] == [seconds]
    short = "Kahoot gives no more than 240 seconds"
    assert (short in FORMAT.shortened(asked)) == (marks == 6)


LONG_STEM = "its stem has more than the 120 characters that Kahoot takes"
LONG_ANSWER = "one of its options has more than the 75 characters that Kahoot takes"


@pytest.mark.parametrize(
    ("stem", "option", "reason"),
    [
        ("s" * 120, "o" * 75, ""),
        ("s" * 121, "o", LONG_STEM),
        ("s", "o" * 76, LONG_ANSWER),
        # Marks of Markdown do not count, and an emoji counts twice.
        (f"**{'s' * 120}**", "o", ""),
        ("🙂" * 60, "o", ""),
        ("🙂" * 60 + "s", "o", LONG_STEM),
    ],
)
def test_what_is_too_long_is_left_out_whole(stem: str, option: str, reason: str) -> None:
    asked = Portable("x", "single-choice", stem, Choice((Alternative(option, True), Alternative("no", False))))
    assert FORMAT.unable(asked) == reason


def test_what_kahoot_cannot_say_is_left_out_with_its_reason() -> None:
    reasons = {type(each.answer).__name__: FORMAT.unable(each) for each in portables.hard()}
    assert {name for name, reason in reasons.items() if reason == "Kahoot's spreadsheet has only choices"} == {
        "Pairs",
        "Sequence",
        "Typed",
        "Number",
        "Written",
    }
    five = Choice(tuple(Alternative(text, text == "a") for text in "abcde"))
    assert FORMAT.unable(Portable("x", "k", "s", five)) == "Kahoot's spreadsheet takes 4 answers at most"
    pictured = Portable("x", "k", "s", CHOICE, picture=PortablePicture("a.png", b"", "a"))
    assert FORMAT.unable(pictured) == "Kahoot's spreadsheet has no pictures"


def test_what_gets_lost_is_said() -> None:
    several = replace(CHOICE, several=True)
    assert list(FORMAT.shortened(Portable("x", "k", "s", several))) == [
        "Kahoot's spreadsheet has no room for reasons, hints and marks",
        "one of its right answers may be enough, unless it is set to multi-select in Kahoot",
    ]


text = st.text(st.sampled_from("=+-@'\",;<&>ab1 य🙂ש"), min_size=1, max_size=30).map(str.strip)
text = text.filter(lambda each: each and not block_start(each))  # as every option of a bank


@settings(max_examples=15, derandomize=True, database=None, deadline=None)
@given(texts=st.lists(text, min_size=2, max_size=4), stem=text)
def test_any_text_is_a_question(texts: list[str], stem: str) -> None:
    answer = Choice(tuple(Alternative(each, index == 1) for index, each in enumerate(texts)))
    kept = portables.of(Portable("x", "own", stem, answer))
    assert [found[:2] for found in read(FORMAT.write(kept))] == list(expected(kept))
