"""Spreadsheet files (XLSX, ECMA-376): texts that are nothing but text, one look, and the same bytes for the same content."""

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from quizbank.exchange.archive import packed_again

# A cell takes no more (https://support.microsoft.com/office/excel-specifications-and-limits); the library would cut off the rest.
LONGEST_CELL = 32_767
# A character that XML does not have, or a text that looks like the escape for one: ST_Xstring of ECMA-376, part 1, 22.9.2.19.
_ESCAPED = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_CONTENT_TYPES = "[Content_Types].xml"
# The theme of the library names fonts for each script, Mangal for Devanagari; fonts of this scheme take them from there.
_TEXT = Font(name="Calibri", size=11, scheme="minor")
_HEADING = Font(name="Calibri", size=11, bold=True, color="FFFFFF", scheme="minor")
_GROUND = PatternFill("solid", fgColor="1F4E79")
_WRAPPED = Alignment(vertical="top", wrap_text=True)


def new_workbook(title: str, creator: str, sheet: str) -> tuple[Workbook, Worksheet]:
    """Return a workbook with one empty sheet of a name."""
    book = Workbook()
    book.properties.title, book.properties.creator = title, creator
    first = book.worksheets[0]
    first.title = sheet
    return book, first


def put_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text that stays one, whatever it begins with, also when a program saves it again. Returns its cell."""
    cell = _cell(sheet, row, column)
    cell.value = _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def put_number(sheet: Worksheet, row: int, column: int, number: int) -> None:
    """Write a number."""
    _cell(sheet, row, column).value = number


def put_headings(sheet: Worksheet, texts: Sequence[str], widths: Sequence[int], row: int = 1, first: int = 1) -> None:
    """Write headings from a column on, and give each column its width in characters."""
    for index, (text, width) in enumerate(zip(texts, widths, strict=True), first):
        cell = put_text(sheet, row, index, text)
        cell.font, cell.fill = _HEADING, _GROUND
        sheet.column_dimensions[get_column_letter(index)].width = width


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = cast(Cell, sheet.cell(row, column))  # no sheet of ours has merged cells
    cell.font, cell.alignment = _TEXT, _WRAPPED
    return cell


def saved(book: Workbook, when: datetime) -> bytes:
    """Return the file: all times in it are `when`, its entries in the order of their names behind the list of types."""
    book.properties.created = book.properties.modified = when.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    made = BytesIO()
    # Not `book.save`, which would write down the time of day.
    ExcelWriter(book, zipfile.ZipFile(made, "w")).save()
    return packed_again(made, _CONTENT_TYPES, when)
