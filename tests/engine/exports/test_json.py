"""JSON holds every field of everything, and its schema takes it and refuses what is no such file."""

import json
from base64 import b64decode
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import asdict, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import portables
from quizbank.exchange.portable import Portable, PortablePicture, Target
from quizbank.exchange.shapes import SHAPES, Alternative, Choice
from quizbank.exports.format import Card
from quizbank.exports.json import FORMAT, SCHEMA
from quizbank.exports.json.encode import encoded
from quizbank.exports.json.schema import questions_schema

SCHEMA_OF_FILE = json.loads(SCHEMA.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA_OF_FILE)


def read(data: bytes) -> Any:
    document = json.loads(data.decode("utf-8"))
    faults = [f"{list(fault.absolute_path)}: {fault.message}" for fault in VALIDATOR.iter_errors(document)]
    assert faults == []
    return document


def plain(value: Any, found: Any) -> Any:
    """Return what was found as the kind of value that is expected in its place."""
    match value:
        case dict():
            assert set(found) - {"shape", "$schema", "format", "version"} == set(value)
            return {key: plain(each, found[key]) for key, each in value.items()}
        case tuple():
            assert len(found) == len(value)
            return tuple(plain(*pair) for pair in zip(value, found, strict=True))
        case Decimal():
            return Decimal(found)
        case bytes():
            return b64decode(found, validate=True)
        case datetime():
            return datetime.fromisoformat(found)
    return found


def shapes(questions: list[Any]) -> Iterator[str]:
    for question in questions:
        yield question["answer"]["shape"] if question["answer"] else "case"
        yield from shapes(question["parts"])


def full() -> Portable:
    picture = PortablePicture("leaf.png", bytes(range(256)), "A leaf", 64, 48)
    return replace(next(portables.hard()), picture=picture, objective=Target("LO1.1", "slug", "text"), as_of="2026-04")


def test_the_file_is_the_schema_of_the_dataclasses() -> None:
    hint = "run: .venv/bin/python hooks/quizbank schema questions > hooks/quizbank/exports/json/schema.json"
    assert SCHEMA.read_text(encoding="utf-8") == questions_schema(), hint
    Draft202012Validator.check_schema(SCHEMA_OF_FILE)
    assert dict(FORMAT.beside(portables.examples())) == {"questions.schema.json": SCHEMA.read_bytes()}


def test_every_field_of_everything_is_recovered() -> None:
    cards = (Card("c", "front", "back", "https://a.example/", "plants", (("hi", "पौधा"), ("fr", "plante"))),)
    when = datetime(2026, 3, 1, 12, tzinfo=UTC)
    hard = replace(portables.of(full(), *portables.hard()), changed={full().id: when}, words=cards, objectives=cards)
    for collection in (portables.examples(), hard):
        assert portables.held(collection, FORMAT) == collection
        document, whole = read(FORMAT.write(collection)), asdict(collection)
        assert plain(whole, document) == whole
        assert document["$schema"] == "questions.schema.json"


def test_every_answer_says_its_shape() -> None:
    document = read(FORMAT.write(portables.examples()))
    asked = [question for deck in portables.examples().decks for question in deck.all_questions]
    wanted = [type(question.answer).__name__.lower() if question.answer else "case" for question in asked]
    assert [shape for deck in document["decks"] for shape in shapes(deck["questions"])] == wanted
    assert set(wanted) == {shape.__name__.lower() for shape in SHAPES} | {"case"}


def test_times_of_questions_in_other_files_are_left_out() -> None:
    when = datetime(2026, 3, 1, 12, tzinfo=UTC)
    collection = replace(portables.of(full()), changed={full().id: when, "elsewhere": when})
    assert read(FORMAT.write(collection))["changed"] == {full().id: "2026-03-01T12:00:00+00:00"}


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["format"], "another", "'quizbank' was expected"),
        (["version"], 2, "1 was expected"),
        (["decks", 0, "questions", 0, "marks"], -1, "-1 is less than the minimum of 0"),
        (["decks", 0, "questions", 0, "answer"], {"shape": "choice"}, "is not valid under any of the given schemas"),
        (["decks", 0, "questions", 0, "answer"], {"shape": "guess"}, "is not valid under any of the given schemas"),
        (["decks", 0, "questions", 0, "level"], "hard", "'level' was unexpected"),
        (["grouping"], "roman", "'roman' is not one of ['english', 'indian']"),
        (["when"], 5, "5 is not of type 'string'"),
    ],
)
def test_the_schema_refuses_what_is_no_such_file(path: list[str | int], value: Any, message: str) -> None:
    document = deepcopy(read(FORMAT.write(portables.of(full()))))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert any(message in fault.message for fault in VALIDATOR.iter_errors(document))


def test_the_schema_wants_every_field() -> None:
    document = read(FORMAT.write(portables.of(full())))
    for name in list(document["decks"][0]["questions"][0]):
        less = deepcopy(document)
        del less["decks"][0]["questions"][0][name]
        assert [fault.message for fault in VALIDATOR.iter_errors(less)] == [f"'{name}' is a required property"]


def test_numbers_keep_their_digits() -> None:
    assert encoded(Decimal("0.10")) == "0.10"
    assert encoded(Decimal("1E+3")) == "1000"
    assert encoded(Decimal("-0.000001")) == "-0.000001"


def test_what_no_question_holds_is_refused() -> None:
    with pytest.raises(TypeError, match=r"expected a part of a question, got 1\.5"):
        encoded(1.5)


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(st.lists(st.text(max_size=8), min_size=2, max_size=5))
def test_any_text_is_recovered(texts: list[str]) -> None:
    answer = Choice(tuple(Alternative(each, index == 1, each) for index, each in enumerate(texts)))
    collection = portables.of(Portable("x", "own", texts[0], answer))
    whole = asdict(collection)
    assert plain(whole, read(FORMAT.write(collection))) == whole
