"""What this course's files for other systems say: for each format, the answer of every question that it holds."""

import json

import pytest
from jsonschema import Draft202012Validator

import portables
import table_reader
import workbooks
from quizbank.exchange.shapes import Choice, Truth
from quizbank.exports import load_format
from quizbank.exports.format import Collection
from quizbank.exports.json import SCHEMA


def xlsx_rows(data: bytes) -> list[dict[str, str]]:
    heading, *rows = workbooks.opened(data, values_only=True).worksheets[0].iter_rows(values_only=True)
    return [{str(name): "" if cell is None else str(cell) for name, cell in zip(heading, row, strict=True)} for row in rows]


@pytest.mark.parametrize(("name", "rows"), [("csv", table_reader.from_csv), ("xlsx", xlsx_rows)])
def test_a_table_says_all_that_is_known_of_every_question(name: str, rows: table_reader.Rows) -> None:
    collection, format_ = portables.course(), load_format(name)
    kept = portables.held(collection, format_)
    assert kept == collection
    table_reader.check(rows(format_.write(kept)), kept.decks)


def test_json_has_every_question_and_fits_its_schema() -> None:
    collection = portables.course()
    document = json.loads(load_format("json").write(portables.held(collection, load_format("json"))))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert next(Draft202012Validator(schema).iter_errors(document), None) is None
    asked = [question.id for deck in collection.decks for question in deck.all_questions]
    found = [
        each["id"] for deck in document["decks"] for question in deck["questions"] for each in (question, *question["parts"])
    ]
    assert found == asked


def right_answers(collection: Collection) -> list[list[int]]:
    answers = [question.answer for deck in collection.decks for question in deck.questions]
    assert all(isinstance(answer, Choice | Truth) for answer in answers)
    flags = [
        [answer.right, not answer.right] if isinstance(answer, Truth) else [option.right for option in answer.options]
        for answer in answers
        if isinstance(answer, Choice | Truth)
    ]
    return [[index for index, right in enumerate(each, 1) if right] for each in flags]


def test_kahoot_has_the_key_of_every_question_that_it_holds() -> None:
    format_ = load_format("kahoot")
    kept = portables.held(portables.course(), format_)
    rows = list(workbooks.opened(format_.write(kept), values_only=True).worksheets[0].iter_rows(9, max_col=8, values_only=True))
    assert len(rows) > 90
    assert [[int(key) for key in str(row[7]).split(",")] for row in rows] == right_answers(kept)
