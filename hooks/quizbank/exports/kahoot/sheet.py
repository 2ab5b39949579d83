"""The sheet of Kahoot's template: where what stands in it."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from quizbank.exports.workbook import put_headings, put_number, put_text

HEADINGS = (
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_WIDTHS = (60, 30, 30, 30, 30, 14, 14)
_HEADING_ROW, _FIRST_COLUMN = 8, 2
_TIME, _RIGHT = 7, 8
_NOTE = "To use this file in Kahoot: create a kahoot, add a question, choose Import, then Spreadsheet."


def fill(sheet: Worksheet, title: str, questions: Sequence[tuple[str, list[tuple[str, bool]], int]]) -> None:
    """Write questions: of each the stem, the answers and whether each is right, and the seconds for it."""
    put_text(sheet, 2, _FIRST_COLUMN, title)
    put_text(sheet, 3, _FIRST_COLUMN, _NOTE)
    put_headings(sheet, HEADINGS, _WIDTHS, _HEADING_ROW, _FIRST_COLUMN)
    for number, question in enumerate(questions, 1):
        put_number(sheet, _HEADING_ROW + number, 1, number)
        _fill_row(sheet, _HEADING_ROW + number, *question)


def _fill_row(sheet: Worksheet, row: int, stem: str, answers: list[tuple[str, bool]], seconds: int) -> None:
    for column, text in enumerate([stem, *(text for text, _ in answers)], _FIRST_COLUMN):
        put_text(sheet, row, column, text)
    put_number(sheet, row, _TIME, seconds)
    put_text(sheet, row, _RIGHT, ",".join(str(number) for number, (_, right) in enumerate(answers, 1) if right))
