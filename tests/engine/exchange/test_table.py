"""Our table: each question of every kind becomes a row and the same question again, and what a person may get wrong is told."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import portables
from quizbank.exchange.portable import Portable, PortablePicture, Target
from quizbank.exchange.shapes import Choice, Near, Number, Pair, Pairs, Point, Sequence, Spare, Truth, Typed, Written
from quizbank.exchange.table import portable_of, portables_of, row_of, rows_of
from quizbank.exchange.table.cells import RowFault
from quizbank.exchange.table.columns import COLUMNS, TYPES, column, documentation, heading, headings, letter, number
from quizbank.kinds import KINDS

CHOICE = {"type": "single-choice", "stem": "Which?", "option A": "one", "option B": "two", "right": "B"}


def there_and_back(questions: Iterable[Portable]) -> tuple[Portable, ...]:
    faults: list[tuple[int, RowFault]] = []
    found = portables_of(rows_of(questions, "plants"), faults)
    assert faults == []
    return found


def examples() -> Iterator[Portable]:
    for deck in portables.examples().decks:
        yield from deck.questions


def test_every_kind_of_question_comes_back_as_it_was() -> None:
    asked = tuple(examples())
    assert {question.kind for question in asked} == set(KINDS)
    assert there_and_back(asked) == asked


def test_of_a_picture_a_row_keeps_the_name_and_the_words() -> None:
    picture = PortablePicture("leaf-1a2b.png", b"bytes", "A leaf with its veins.", 640, 480)
    question = replace(next(portables.hard()), picture=picture)
    (found,) = there_and_back([question])
    assert found == replace(question, picture=PortablePicture("leaf-1a2b.png", b"", "A leaf with its veins."))


def test_hard_texts_come_back_as_they_were() -> None:
    assert there_and_back(portables.hard()) == tuple(portables.hard())


@pytest.mark.parametrize(
    "answer",
    [
        Choice((), shuffled=False),
        Pairs((Pair("a", "x"), Pair("b", "x"), Pair("c", "y|z \\| \\")), groups=("w|", "x", "y|z \\| \\")),
        Pairs((Pair("a", "x", "because"), Pair("b", "x")), (Spare("s"), Spare("t", "why"))),
        Number(Decimal("-1E+3"), unit="%"),
        Number(Decimal("0.000001")),
        Written("", (Point("one", 3), Point("two", 1), Point("three", 2))),
        Written("a model"),
        Truth(False, why_false="only this"),
        Typed(("one",)),
    ],
)
def test_answers_with_little_or_much_in_them_come_back(answer: Choice) -> None:
    options = next(each.answer.options for each in portables.hard() if isinstance(each.answer, Choice))
    full = replace(answer, options=options) if isinstance(answer, Choice) else answer
    question = Portable("", "x", "stem", full, objective=Target("", "slug-only"))
    assert portable_of(row_of(question)) == question


def test_more_options_than_letters_get_two_letters() -> None:
    answer = Pairs(tuple(Pair(f"left {n}", f"right {n}", f"why {n}") for n in range(60)))
    row = row_of(Portable("x", "matching", "stem", answer))
    assert row["option AA"] == "left 26"
    assert headings([row]).index("option BH") == headings([row]).index("option A") + 59
    assert portable_of(row).answer == answer


def test_letters_and_numbers_are_one_another_s_inverse() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52, 701)] == ["A", "Z", "AA", "AZ", "BA", "ZZ"]
    assert [number(letter(index)) for index in range(702)] == list(range(702))


def test_types_are_called_like_the_plainest_kind_of_each_shape() -> None:
    assert set(TYPES) <= set(KINDS)
    assert "kind" not in row_of(Portable("x", "ordering", "stem", Sequence(())))
    assert row_of(Portable("x", "odd-one-out", "stem", Choice(())))["kind"] == "odd-one-out"


def test_each_column_is_documented_once_and_known_by_its_heading() -> None:
    lines = dict(documentation())
    assert len(lines) == len(COLUMNS)
    assert all(meaning.endswith(".") for meaning in lines.values())
    for name in headings([]):
        assert heading(name) == heading(name.upper()) == heading(f" {name.replace(' ', '_')} ") == name
        assert column(name).meaning in lines.values()
    assert [heading(text) for text in ("option", "stem A", "Question", "", "A", "option ABC")] == [""] * 6


def test_what_a_person_writes_is_forgiven_its_looks() -> None:
    row = CHOICE | {"type": " Single Choice ", "right": "b", "stem": "one\r\ntwo ", "marks": "2.0", "keep order": "Yes"}
    found = portable_of(row)
    assert found.stem == "one\ntwo"
    assert found.marks == 2
    assert isinstance(found.answer, Choice)
    assert [option.right for option in found.answer.options] == [False, True]
    assert not found.answer.shuffled
    many = portable_of(CHOICE | {"type": "multiple-choice", "option D": "four", "right": "d;A a"}).answer
    assert isinstance(many, Choice)
    assert [option.right for option in many.options] == [True, False, True]
    assert portable_of({"type": "true-false", "stem": "so", "right": "TRUE"}).answer == Truth(True)
    assert portable_of({"type": "numeric", "stem": "so", "right": "1,250.50"}).answer == Number(Decimal("1250.5"))
    typed = {"type": "fill-in", "stem": "____", "right": " b|a | c\\|d"}
    assert portable_of(typed).answer == Typed(("b", "a", "c|d"))
    assert portable_of(typed | {"option A": "e", "reason A": "f"}).answer == Typed(("b", "a", "c|d"), (Near("e", "f"),))
    sorting = {"type": "sorting", "stem": "x", "option A": "a", "match A": "g", "option B": "b", "match B": "f"}
    assert portable_of(sorting).answer == Pairs((Pair("a", "g"), Pair("b", "f")), groups=("g", "f"))


@pytest.mark.parametrize(
    ("row", "column_name", "message"),
    [
        ({"stem": "x"}, "type", "expected one of single-choice, multiple-choice"),
        (CHOICE | {"stem": " "}, "stem", "expected the question, got an empty cell"),
        (CHOICE | {"right": ""}, "right", "expected the letter of the one right option, such as B, got ''"),
        (CHOICE | {"right": "A, B"}, "right", "expected the letter of the one right option, such as B, got 'A, B'"),
        (CHOICE | {"right": "C"}, "right", "expected letters of filled options (A, B), got 'C'"),
        (
            CHOICE | {"right": "", "type": "multiple-choice"},
            "right",
            "expected the letters of the right options, such as A, C, got ''",
        ),
        (CHOICE | {"option B": "", "right": "A"}, "option A", "expected 2 filled options or more, got 1"),
        (CHOICE | {"reason C": "x"}, "reason C", "expected an option beside this reason, got an empty cell"),
        (CHOICE | {"keep order": "perhaps"}, "keep order", "expected yes or an empty cell, got 'perhaps'"),
        (CHOICE | {"match A": "x"}, "match A", "expected an empty cell for single-choice, got 'x'"),
        (CHOICE | {"unit": "Rs"}, "unit", "expected an empty cell for single-choice, got 'Rs'"),
        (CHOICE | {"marks": "many"}, "marks", "expected whole marks, such as 2, got 'many'"),
        (CHOICE | {"marks": "1.5"}, "marks", "expected whole marks, such as 2, got '1.5'"),
        (CHOICE | {"marks": "-1"}, "marks", "expected whole marks, such as 2, got '-1'"),
        (
            CHOICE | {"picture description": "x"},
            "picture",
            "expected the name of a file beside its description, got an empty cell",
        ),
        ({"type": "true-false", "stem": "x", "right": "A"}, "right", "expected true or false, got 'a'"),
        (
            {"type": "true-false", "stem": "x", "right": "true", "reason C": "x"},
            "reason C",
            "expected reasons A (for true) and B (for false) only",
        ),
        (
            {"type": "true-false", "stem": "x", "right": "true", "option A": "F"},
            "option A",
            "expected an empty cell for true-false",
        ),
        (
            {"type": "matching", "stem": "x", "option A": "a", "option B": "b", "match A": "c"},
            "match B",
            "expected what belongs to this option, got an empty cell",
        ),
        (
            {"type": "matching", "stem": "x", "option A": "a", "option B": "b", "match A": "c", "match B": "d", "reason C": "e"},
            "reason C",
            "expected a match beside this reason, got an empty cell",
        ),
        (
            {"type": "sorting", "stem": "x", "option A": "a", "option B": "b", "match A": "c", "match B": "d", "groups": "c | e"},
            "match B",
            "expected one of the groups (c, e), got 'd'",
        ),
        (
            {"type": "sorting", "stem": "x", "option A": "a", "option B": "b", "match A": "c", "match B": "d", "match C": "c"},
            "option C",
            "expected what belongs to this group, got an empty cell",
        ),
        ({"type": "ordering", "stem": "x", "option A": "a"}, "option A", "expected 2 filled options or more, got 1"),
        (
            {"type": "fill-in", "stem": "x", "option A": "a", "reason A": "b"},
            "right",
            "expected the accepted answers, with | between them, got an empty cell",
        ),
        ({"type": "numeric", "stem": "x", "right": "A"}, "right", "expected a number, such as 1250.50, got 'A'"),
        (
            {"type": "numeric", "stem": "x", "right": "1", "tolerance": "few"},
            "tolerance",
            "expected a number, such as 1250.50, got 'few'",
        ),
        (
            {"type": "numeric", "stem": "x", "right": "1", "option B": "b"},
            "option B",
            "expected a number, such as 1250.50, got 'b'",
        ),
        (
            {"type": "short-answer", "stem": "x", "option A": "a", "match B": "2"},
            "match B",
            "expected a point beside these marks, got an empty cell",
        ),
        (
            {"type": "short-answer", "stem": "x", "option A": "a", "match A": "b"},
            "match A",
            "expected whole marks, such as 2, got 'b'",
        ),
        ({"type": "case", "stem": "x", "right": "A"}, "right", "expected an empty cell for case, got 'A'"),
    ],
)
def test_what_cannot_be_right_is_told_with_its_column(row: dict[str, str], column_name: str, message: str) -> None:
    with pytest.raises(RowFault) as told:
        portable_of(row)
    assert told.value.column == column_name
    assert told.value.message.startswith(message)
    assert str(told.value).startswith(f"column '{column_name}': {message}")


CASE = {"type": "case", "id": "c", "title": "A case", "stem": "Once"}
STRAY = "expected the id of a case in a row above, or 'above', got"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([CASE, CHOICE], [(0, "type", "expected rows with questions about this case below it, got none")]),
        ([CHOICE | {"case": "c"}, CASE, CHOICE | {"case": "c"}], [(0, "case", f"{STRAY} 'c'")]),
        ([CHOICE, CHOICE | {"case": "above"}], [(1, "case", f"{STRAY} 'above'")]),
        (
            [CASE, CHOICE | {"case": "c"}, CASE | {"case": "c"}],
            [(2, "case", "expected an empty cell: a case is no part of another")],
        ),
        # The parts of a case that cannot be read are no strays.
        ([CASE | {"stem": ""}, CHOICE | {"case": "c"}], [(0, "stem", "expected the question, got an empty cell")]),
        (
            [{}, {"stem": " "}, CASE, {}, CHOICE | {"case": "c", "right": "Z"}],
            [(4, "right", "expected letters of filled options (A, B), got 'Z'")],
        ),
    ],
)
def test_a_row_that_does_not_fit_the_others_is_told_with_its_index(
    rows: list[dict[str, str]], told: list[tuple[int, str, str]]
) -> None:
    faults: list[tuple[int, RowFault]] = []
    portables_of(rows, faults)
    assert [(index, fault.column, fault.message) for index, fault in faults][: len(told)] == told


def test_parts_may_name_their_case_or_say_above() -> None:
    faults: list[tuple[int, RowFault]] = []
    rows = [CASE, CHOICE | {"case": "above"}, CASE | {"id": ""}, CHOICE | {"case": "above"}, CHOICE | {"case": "c"}, CHOICE]
    found = portables_of(rows, faults)
    assert faults == []
    assert [len(question.parts) for question in found] == [2, 1, 0]


text = st.text(st.sampled_from("|\\ab A,;'\"=+-@\n\tय़🙂شZ1_*"), min_size=1, max_size=12).map(str.strip).filter(bool)
whys = st.one_of(st.just(""), text)


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(
    pairs=st.lists(st.builds(Pair, text, text, whys), min_size=2, max_size=12),
    spare=st.lists(st.builds(Spare, text, whys), max_size=3),
    sorts=st.booleans(),
    stem=text,
    hint=whys,
)
def test_any_text_comes_back(pairs: list[Pair], spare: list[Spare], sorts: bool, stem: str, hint: str) -> None:
    groups = tuple(dict.fromkeys([pair.right for pair in pairs] + [each.text for each in spare]))
    answer = Pairs(tuple(pairs), groups=groups) if sorts else Pairs(tuple(pairs), tuple(spare))
    question = Portable("x", "own", stem, answer, hint=hint, explanation=hint)
    assert portable_of(row_of(question)) == question
