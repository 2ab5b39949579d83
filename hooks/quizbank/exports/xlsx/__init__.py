"""A spreadsheet (XLSX): our table of questions, a row for each, and a second sheet that says what stands in which column.

After ECMA-376 (https://ecma-international.org/publications-and-standards/standards/ecma-376/), by openpyxl. Texts are strings and
no formulas, without any change to them; marks are numbers.
"""

from quizbank.exchange.portable import Portable
from quizbank.exchange.table import deck_rows, row_of
from quizbank.exports.format import Collection, Format
from quizbank.exports.pictures import beside_the_table, picture_files
from quizbank.exports.workbook import LONGEST_CELL, new_workbook, saved
from quizbank.exports.xlsx.sheets import QUESTIONS, fill_columns, fill_questions


def _unable(question: Portable) -> str:
    longest = max(map(len, row_of(question).values()))
    return f"one of its texts is longer than the {LONGEST_CELL} characters that a cell takes" if longest > LONGEST_CELL else ""


def _write(collection: Collection) -> bytes:
    book, sheet = new_workbook(collection.title, collection.course, QUESTIONS)
    fill_questions(sheet, list(deck_rows(collection.decks)))
    fill_columns(book.create_sheet())
    return saved(book, collection.when)


FORMAT = Format("Spreadsheet (Excel)", "xlsx", _unable, _write, beside_the_table, cases=True, beside=picture_files)
