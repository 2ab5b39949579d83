"""Rows of text with a sign between the cells: comma, semicolon, tab or stroke, whichever makes most sense of the headings."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from quizbank.exchange.table.formulas import unguarded
from quizbank.imports.reader import NotReadable
from quizbank.imports.tables.headings import DEEPEST, sureness
from quizbank.imports.tables.read import Rows

DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 1_000_000
_BYTE_MARK = "\ufeff"


def rows_of(text: str, given: Mapping[str, str]) -> Rows:
    """Return the rows of a text with the numbers of their lines. Raises NotReadable where a quotation mark is never closed."""
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = max(DELIMITERS, key=lambda sign: _sureness(text, sign, given))
    try:
        return list(_rows(text, delimiter))
    except csv.Error as fault:
        raise NotReadable(f"expected rows of cells, got what cannot be divided into cells ({fault})") from None


def delimited_sureness(text: str, given: Mapping[str, str]) -> int:
    """Return how many columns are known with the best sign between the cells."""
    return max(_sureness(text, sign, given) for sign in DELIMITERS)


def _sureness(text: str, delimiter: str, given: Mapping[str, str]) -> int:
    start = "\n".join(text.split("\n")[: DEEPEST * 3])
    try:
        return sureness([row for _, row in _rows(start, delimiter)][:DEEPEST], given)
    except csv.Error:
        return 0


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    lines = text.removeprefix(_BYTE_MARK).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(StringIO(lines, newline=""), delimiter=delimiter)
    before = 0
    for row in reader:
        yield before + 1, [unguarded(cell) for cell in row]
        before = reader.line_num
