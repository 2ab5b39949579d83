"""CSV and its like: our table, or other people's. After RFC 4180, with whatever sign stands between the cells."""

from quizbank.imports.files.decoding import decoded, looks_binary
from quizbank.imports.reader import File, Found, Reader
from quizbank.imports.tables.delimited import delimited_sureness, rows_of
from quizbank.imports.tables.read import table_of

_FEWEST_COLUMNS = 2


def _fits(file: File) -> int:
    if looks_binary(file.data):
        return 0
    if file.ending in ("csv", "tsv", "tab"):
        return 60
    known = delimited_sureness(decoded(file.data[:20_000]), file.columns)
    return 40 if known > _FEWEST_COLUMNS and file.ending not in ("gift", "json", "xml", "yml") else 0


def _read(file: File) -> Found:
    return table_of(file, rows_of(decoded(file.data), file.columns))


READER = Reader("table (CSV)", _fits, _read)
