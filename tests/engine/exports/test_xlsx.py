"""The table as a spreadsheet, read by openpyxl and as XML: texts, looks, lists, and that nothing in it is a formula."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

import portables
import table_reader
import workbooks
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Alternative, Choice, Near, Typed
from quizbank.exchange.table.columns import documentation
from quizbank.exports.format import Collection
from quizbank.exports.xlsx import FORMAT


def read(collection: Collection) -> list[dict[str, str]]:
    sheet = workbooks.opened(FORMAT.write(collection)).worksheets[0]
    heading, *rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    return [dict(zip(heading, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def hard() -> bytes:
    return FORMAT.write(portables.of(*portables.hard()))


def test_the_answer_and_all_else_of_every_question_is_recovered() -> None:
    picture = PortablePicture("leaf-1a2b.png", b"\x89PNG", "A leaf", 640, 480)
    pictured = portables.of(*(replace(question, picture=picture) for question in portables.hard()))
    for collection in (portables.examples(), pictured):
        assert portables.held(collection, FORMAT) == collection
        table_reader.check(read(collection), collection.decks)
    assert set(FORMAT.beside(pictured)) == {("leaf-1a2b.png", b"\x89PNG")}


def test_no_cell_is_a_formula_and_each_stays_a_text_when_it_is_edited(hard: bytes) -> None:
    found = workbooks.texts(hard)
    for text in portables.FORMULAS:
        cells = [place for place, cell in found.items() if cell == text]
        assert cells
        assert all(workbooks.quoted(hard, place) for place in cells)
    assert not any(cell.startswith("'") for cell in found.values())


def test_all_times_are_those_of_the_collection(hard: bytes) -> None:
    workbooks.check_times(hard)


def test_a_person_can_work_in_the_first_sheet(hard: bytes) -> None:
    sheet = workbooks.opened(hard).worksheets[0]
    last = get_column_letter(sheet.max_column)
    assert sheet.title == "Questions"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:{last}{sheet.max_row}"
    for place, cell in enumerate(sheet[1], 1):
        assert cell.font.b
        assert cell.fill.fgColor.rgb == "001F4E79"
        assert cell.alignment.wrap_text
        assert sheet.column_dimensions[get_column_letter(place)].width >= 8
    stem = sheet["F2"]
    assert stem.alignment.wrap_text
    assert stem.alignment.vertical == "top"
    assert {type(row[0]) for row in sheet.iter_rows(2, 5, 1 + heading(sheet).index("marks"), values_only=True)} == {int}


def test_columns_that_only_close_answers_fill_are_folded_away() -> None:
    near = tuple(Near(f"word {n}") for n in range(12))
    typed = Portable("a", "fill-in", "A ____", Typed(("one",), near))
    sheet = workbooks.opened(FORMAT.write(portables.of(typed, *portables.hard()))).worksheets[0]
    names = heading(sheet)
    hidden = [name for place, name in enumerate(names, 1) if sheet.column_dimensions[get_column_letter(place)].hidden]
    assert hidden == [f"{what} {letter}" for what in ("option", "match", "reason") for letter in "IJKL"]


def heading(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[1]]


def test_the_font_of_devanagari_comes_from_the_theme(hard: bytes) -> None:
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    theme = workbooks.xml(hard, "xl/theme/theme1.xml")
    assert theme.xpath("string(//a:minorFont/a:font[@script='Deva']/@typeface)", namespaces=names) == "Mangal"
    sheet = workbooks.opened(hard).worksheets[0]
    assert {cell.font.scheme for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"minor"}


def test_lists_are_offered_where_few_entries_are_meant(hard: bytes) -> None:
    sheet = workbooks.opened(hard).worksheets[0]
    offered = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    last = sheet.max_row + 500
    by_name = {
        name: offered.get(f"{get_column_letter(place)}2:{get_column_letter(place)}{last}")
        for place, name in enumerate(heading(sheet), 1)
    }
    lists = {name: (each.formula1, bool(each.showErrorMessage)) for name, each in by_name.items() if each}
    assert set(lists) == {"type", "right", "keep order", "bloom"}
    assert lists["right"] == ('"true,false,A,B,C,D,E,F,G,H"', False)
    assert lists["type"][0].startswith('"single-choice,multiple-choice,true-false,')
    assert lists["type"][1]
    # Excel repairs a file with a longer list by throwing it away.
    assert all(len(formula) <= 255 for formula, _ in lists.values())


def test_the_second_sheet_has_a_line_for_each_column(hard: bytes) -> None:
    sheet = workbooks.opened(hard).worksheets[1]
    assert sheet.title == "Columns"
    assert list(sheet.iter_rows(2, values_only=True)) == list(documentation())


def test_characters_that_xml_does_not_have_are_escaped() -> None:
    stem = "a\x0bb _x000D_ c\uffff _x12_"
    data = FORMAT.write(portables.of(replace(next(portables.hard()), stem=stem)))
    assert workbooks.texts(data)["F2"] == stem


def test_a_text_that_no_cell_holds_is_refused_whole() -> None:
    question = next(portables.hard())
    assert FORMAT.unable(replace(question, stem="x" * 32_767)) == ""
    assert (
        FORMAT.unable(replace(question, stem="x" * 32_768))
        == "one of its texts is longer than the 32767 characters that a cell takes"
    )


def test_a_sheet_without_questions_can_be_filled() -> None:
    sheet = workbooks.opened(FORMAT.write(portables.of())).worksheets[0]
    assert heading(sheet)[:3] == ["id", "chapter", "type"]
    assert sheet.max_row == 1


text = st.text(st.sampled_from("=+-@'\"<&>\n\t#/1ab_x0 य🙂ש"), min_size=1, max_size=10).map(str.strip).filter(bool)


@settings(max_examples=15, derandomize=True, database=None, deadline=None)
@given(texts=st.lists(text, min_size=2, max_size=9), stem=text)
def test_any_text_is_a_cell(texts: list[str], stem: str) -> None:
    answer = Choice(tuple(Alternative(each, index == 1, each) for index, each in enumerate(texts)))
    data = FORMAT.write(portables.of(Portable("x", "own", stem, answer)))
    found = workbooks.texts(data)
    row = [found.get(f"{get_column_letter(place)}2", "") for place in range(6, 7 + len(texts))]
    assert row == [stem, *texts]


def test_escaping_leaves_other_underscores_alone() -> None:
    stem = "____ and __x__ and _x00G0_"
    data = FORMAT.write(portables.of(replace(next(portables.hard()), stem=stem)))
    assert workbooks.opened(data).worksheets[0]["F2"].value == stem
