"""The two sheets of the spreadsheet: the questions, ready to be filtered and gone on with, and what each column is for."""

from collections.abc import Iterable, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from quizbank.exchange.table.columns import TYPES, Row, beyond_first, column, documentation, headings
from quizbank.exports.workbook import put_headings, put_number, put_text

QUESTIONS, COLUMNS = "Questions", "Columns"
_NUMBERS = {"marks"}
_ROOM = 500  # rows below the last one that have the lists, too
# What a list offers in a column, and whether nothing else may stand there.
_LISTS: dict[str, tuple[Iterable[str], bool]] = {
    "type": (TYPES, True),
    "right": (("true", "false", *"ABCDEFGH"), False),
    "keep order": (("yes",), True),
    "bloom": (("remember", "understand", "apply", "analyse", "evaluate", "create"), False),
}


def fill_questions(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Write the rows below their headings."""
    names = headings(rows)
    put_headings(sheet, names, [column(name).width for name in names])
    for index, row in enumerate(rows, 2):
        for place, name in enumerate(names, 1):
            if cell := row.get(name):
                _put(sheet, index, place, name, cell)
    _fold(sheet, names, rows)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"
    for name, (entries, strict) in _LISTS.items():
        _offer(sheet, f"{get_column_letter(names.index(name) + 1)}2", len(rows) + 1 + _ROOM, entries, strict)


def _fold(sheet: Worksheet, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Fold away what only close answers fill, dozens of which one typed answer may have; a plus sign shows it again."""
    used = {name for row in rows if row.get("type") != "fill-in" for name in row}
    first = {name for name in names if name not in used and column(name).lettered and beyond_first(name)}
    for place, name in enumerate(names, 1):
        if name in first:
            folded = sheet.column_dimensions[get_column_letter(place)]
            folded.outlineLevel, folded.hidden = 1, True


def fill_columns(sheet: Worksheet) -> None:
    """Write a line for each column."""
    sheet.title = COLUMNS
    put_headings(sheet, ["Column", "What to write there"], [24, 110])
    for index, line in enumerate(documentation(), 2):
        for place, text in enumerate(line, 1):
            put_text(sheet, index, place, text)
    sheet.freeze_panes = "A2"


def _put(sheet: Worksheet, row: int, place: int, name: str, text: str) -> None:
    if name in _NUMBERS:
        put_number(sheet, row, place, int(text))
    else:
        put_text(sheet, row, place, text)


def _offer(sheet: Worksheet, first: str, last: int, entries: Iterable[str], strict: bool) -> None:
    """Offer a list from a cell down to a row; if `strict`, a program refuses what is not in it."""
    offered = DataValidation("list", formula1=f'"{",".join(entries)}"', allow_blank=True, showErrorMessage=strict)
    offered.error = "Choose from the list. The second sheet says what each entry means." if strict else None
    sheet.add_data_validation(offered)
    offered.add(f"{first}:{first.rstrip('0123456789')}{last}")
