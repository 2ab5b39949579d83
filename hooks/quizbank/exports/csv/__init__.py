"""CSV: our table of questions, a row for each, for every spreadsheet program and for scripts.

After RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180): commas, double quotes, CRLF at the end of a row. It is UTF-8 with the
mark at its beginning by which Excel knows that; inside a cell a line ends with LF. No cell is a formula, as
`exchange/table/formulas.py` says. `columns.txt` beside it says what stands in which column.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from quizbank.exchange.portable import Portable
from quizbank.exchange.table import deck_rows
from quizbank.exchange.table.columns import documentation, headings
from quizbank.exchange.table.formulas import guarded
from quizbank.exports.format import Collection, Format
from quizbank.exports.pictures import beside_the_table, picture_files

COLUMNS_FILE = "columns.txt"
_NOTE = "A cell that begins with = + - or @ has an apostrophe before it, so that no program takes it for a formula."


def _unable(_: Portable) -> str:
    return ""


def _write(collection: Collection) -> bytes:
    rows = list(deck_rows(collection.decks))
    names = headings(rows)
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([guarded(row.get(name, "")) for name in names] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _beside(collection: Collection) -> Iterator[tuple[str, bytes]]:
    lines = [f"{name}: {meaning}\n" for name, meaning in documentation()]
    yield COLUMNS_FILE, "".join([*lines, f"\n{_NOTE}\n"]).encode()
    yield from picture_files(collection)


FORMAT = Format("Table (CSV)", "csv", _unable, _write, beside_the_table, cases=True, beside=_beside)
