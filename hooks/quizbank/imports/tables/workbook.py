"""The rows of a spreadsheet's sheets, as texts. Formulas count by the value that the program kept with them."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

from quizbank.imports.files.archive import Archive
from quizbank.imports.reader import NotReadable
from quizbank.imports.tables.read import Rows

MOST_ROWS, MOST_COLUMNS = 20_000, 1_000
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def sheets_of(data: bytes) -> Iterator[tuple[str, Rows]]:
    """Yield the name and the rows of each sheet. Raises NotReadable for what is no spreadsheet."""
    from openpyxl import load_workbook

    Archive(data).refuse_entities()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), data_only=True, read_only=False)
            sheets = [(sheet.title, _rows(sheet)) for sheet in book.worksheets]
    except Exception as fault:
        raise NotReadable(
            f"expected a spreadsheet in the form of Excel, got one that is damaged ({type(fault).__name__})"
        ) from None
    yield from sheets


def _rows(sheet: Any) -> Rows:
    limits = {"max_row": min(sheet.max_row, MOST_ROWS), "max_col": min(sheet.max_column, MOST_COLUMNS)}
    rows = ([_text(value) for value in row] for row in sheet.iter_rows(values_only=True, **limits))
    return [(number, row) for number, row in enumerate(rows, 1) if any(row)]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() | int():
            return _digits(value)
        case datetime() | date() | time():
            return value.isoformat()
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(value))


def _digits(value: float) -> str:
    try:
        digits = f"{Decimal(repr(value)):f}"
    except InvalidOperation:
        return str(value)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
