"""Kahoot's spreadsheet: its headings stand in row 8, its options are numbered and so are the right ones.

After its own template and
https://support.kahoot.com/hc/en-us/articles/115002812547-How-to-import-questions-from-a-spreadsheet-to-your-kahoot.
"""

from collections.abc import Sequence

from quizbank.imports.files.archive import holds
from quizbank.imports.reader import File, Found, NotReadable, Reader
from quizbank.imports.tables.read import Rows, table_of
from quizbank.imports.tables.workbook import sheets_of

_MOST_MARKS = 3  # what 240 seconds, the most that Kahoot gives, are for
PACE = 60  # seconds for a mark, as the export gives them
_HEADINGS = ("question", "answer 1", "answer 2", "correct answer")


def _fits(file: File) -> int:
    if not holds(file.data, "xl/workbook.xml") or file.columns:
        return 0
    try:
        return 80 if any(_headed(rows) for _, rows in sheets_of(file.data)) else 0
    except (NotReadable, ImportError):
        return 0


def _read(file: File) -> Found:
    rows = next(rows for _, rows in sheets_of(file.data) if _headed(rows))
    place = next(_timed(row) for _, row in rows if _is_heading(row))
    return table_of(file, [(number, _with_marks(row, place)) for number, row in rows])


def _timed(row: Sequence[str]) -> int:
    """Return the place of the column with the time limits."""
    return next(place for place, cell in enumerate(row) if "time limit" in cell.lower())


def _with_marks(row: Sequence[str], place: int) -> list[str]:
    """Return a row in which marks stand in place of the time: as many as fit into it, and one at least."""
    cell = row[place] if place < len(row) else ""
    marks = (
        "marks"
        if "time limit" in cell.lower()
        else str(max(1, min(int(cell) // PACE, _MOST_MARKS)))
        if cell.isdigit() and len(cell) < 5
        else ""
    )
    return [*row[:place], marks, *row[place + 1 :]]


def _headed(rows: Rows) -> bool:
    return any(_is_heading(row) for _, row in rows[:20])


def _is_heading(row: Sequence[str]) -> bool:
    words = [cell.strip().lower() for cell in row]
    return all(any(cell.startswith(start) for cell in words) for start in _HEADINGS) and any(
        "time limit" in cell for cell in words
    )


READER = Reader("Kahoot's spreadsheet", _fits, _read)
