"""Spreadsheets of Excel (ECMA-376), by openpyxl: our table, or other people's; of several sheets the first with questions."""

from quizbank.imports.files.archive import holds
from quizbank.imports.reader import File, Found, NotReadable, Reader
from quizbank.imports.tables.headings import sureness
from quizbank.imports.tables.read import Rows, table_of
from quizbank.imports.tables.workbook import sheets_of


def _fits(file: File) -> int:
    return 70 if holds(file.data, "xl/workbook.xml") else 0


def _read(file: File) -> Found:
    sheets = [(name, rows) for name, rows in sheets_of(file.data) if rows]
    if not sheets:
        raise NotReadable("expected a sheet with questions, got empty ones")
    return table_of(file, max(sheets, key=lambda each: _known(each[1], file))[1])


def _known(rows: Rows, file: File) -> int:
    return sureness([row for _, row in rows], file.columns)


READER = Reader("spreadsheet (Excel)", _fits, _read)
