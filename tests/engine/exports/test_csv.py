"""The table as CSV, read by Python's reader and by what the format's documents say."""

import csv
import re
from dataclasses import replace
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

import portables
import table_reader
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.exports.csv import FORMAT
from quizbank.exports.format import Collection

PICTURE = PortablePicture("leaf-1a2b.png", b"\x89PNG", "A leaf", 640, 480)
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def raw(collection: Collection) -> list[list[str]]:
    text = FORMAT.write(collection).decode("utf-8")
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    assert not re.search("\r(?!\n)", text)
    return list(csv.reader(StringIO(text[1:], newline=""), strict=True))


def read(collection: Collection) -> list[dict[str, str]]:
    return table_reader.from_csv(FORMAT.write(collection))


def test_the_answer_and_all_else_of_every_question_is_recovered() -> None:
    pictured = [replace(question, picture=PICTURE) for question in portables.hard()]
    for collection in (portables.examples(), portables.of(*pictured)):
        assert portables.held(collection, FORMAT) == collection
        table_reader.check(read(collection), collection.decks)


def test_no_cell_begins_like_a_formula() -> None:
    cells = [cell for row in raw(portables.of(*portables.hard())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(STARTS_A_FORMULA)]
    for text in portables.FORMULAS:
        assert f"'{text}" in cells
        assert text not in cells


def test_a_negative_number_is_a_number_again() -> None:
    question = next(portables.hard())
    assert read(portables.of(replace(question, stem="-5"))) == [read(portables.of(question))[0] | {"stem": "-5"}]


def test_columns_and_pictures_lie_beside_it() -> None:
    question = replace(next(portables.hard()), picture=PICTURE)
    beside = dict(FORMAT.beside(portables.of(question)))
    assert list(beside) == ["columns.txt", PICTURE.name]
    assert beside[PICTURE.name] == PICTURE.data
    lines = beside["columns.txt"].decode().split("\n")
    names = {re.sub(" [A-H]$", " A", name) for name in raw(portables.of(question))[0]}
    assert {line.partition(":")[0].partition(",")[0] for line in lines if ": " in line} == names
    assert list(FORMAT.shortened(question)) == ["its picture is a file of its own, which lies beside the table"]
    assert list(FORMAT.shortened(next(portables.hard()))) == []


def test_a_table_without_questions_has_its_headings() -> None:
    (heading,) = raw(portables.of())
    assert heading[:6] == ["id", "chapter", "type", "case", "title", "stem"]
    assert [name for name in heading if name.startswith("option ")] == [f"option {letter}" for letter in "ABCDEFGH"]


text = st.text(st.sampled_from("=+-@'\",;\n\t|ab य🙂ש"), min_size=1, max_size=10).map(str.strip).filter(bool)


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(texts=st.lists(text, min_size=2, max_size=10), stem=text)
def test_any_text_is_a_cell(texts: list[str], stem: str) -> None:
    answer = Choice(tuple(Alternative(each, index == 1, each) for index, each in enumerate(texts)))
    collection = portables.of(Portable("x", "own", stem, answer, hint=stem))
    table_reader.check(read(collection), collection.decks)
    assert not [cell for row in raw(collection) for cell in row if cell.startswith(STARTS_A_FORMULA)]
