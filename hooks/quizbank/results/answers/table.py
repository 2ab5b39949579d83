"""A table of answers, which a teacher fills in: one row for each learner, one column for each question.

The first row names the columns: `name`; `set` (a letter, or the fingerprint that stands on the paper), needed where a paper has
several sets; and for a question its number ('7', '7 (b)') or its id. Behind it, `marks` heads the marks that a person gave, and
`reason` those for the reason. Written answers have marks alone. An empty cell is a question without an answer; a question
without a column was not asked; a row without any answer is a learner who was absent.
"""

import csv
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from quizbank.exchange.table.formulas import unguarded
from quizbank.model.question import Question
from quizbank.results.answers.backups import Refused
from quizbank.results.answers.cells import CellFault, is_empty, marks_in, response_in, with_reason
from quizbank.results.forms import Asked, Form
from quizbank.results.scoring import Cell, Learner, Unit, by_hand, marked
from quizbank.strings.words import Words

ANSWER, MARKS, REASON = "", "marks", "reason"
_NUMBER = re.compile(r"(?:q(?:uestion)?\.?\s*)?(\d+)\s*\(?([a-h]?)\)?")
_WHAT = re.compile(rf"(.*?)\s+({MARKS}|{REASON})")
_SEPARATORS = ",;\t"
_TOLD = 20  # faults of one table


class Column(NamedTuple):
    """What a column holds: of which question (or 'name', 'set'), as it is called in `Form.parts`, and what of it."""

    key: str
    what: str


class Row(NamedTuple):
    """One row: its line in the file, and its cells by their columns."""

    line: int
    cells: Mapping[Column, str]

    def get(self, key: str, what: str = ANSWER) -> str | None:
        """Return a cell, or None where the table has no such column."""
        return self.cells.get(Column(key, what))


def read_table(data: bytes, forms: Sequence[Form], words: Words) -> list[Learner]:
    """Return the learners of a table. Raises Refused with all that is wrong in it."""
    known = {"name", "set", "", *(key for form in forms for key in form.parts)}
    rows = list(_rows(_text(data), known))
    faults: list[tuple[str, str]] = []
    learners = [_learner(row, forms, words, faults) for row in rows if _is_there(row)]
    if faults:
        raise Refused(*faults[:_TOLD])
    if not learners:
        raise Refused(("", "expected a row for each learner below the row of headings, got none with an answer"))
    return learners


def _text(data: bytes) -> str:
    """Return the text of a file of a spreadsheet program: UTF-8 or UTF-16, with or without the mark at its beginning."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]
    little = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else little if wide else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(("", "expected a table in UTF-8, got other bytes; save it as 'CSV UTF-8'")) from None


def _rows(text: str, known: Collection[str]) -> Iterator[Row]:
    """Yield the rows below the headings, of which each must be `known`. Raises Refused."""
    separator, text, skipped = _separated(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = _columns(next(reader, []), str(1 + skipped), known)
        for cells in reader:
            line = reader.line_num + skipped
            if any(map(str.strip, cells[len(columns) :])):
                raise Refused((str(line), f"expected {len(columns)} cells as in the row of headings, got {len(cells)}"))
            yield Row(line, dict(zip(columns, map(unguarded, cells), strict=False)))
    except csv.Error as error:
        raise Refused((str(reader.line_num + skipped), f"expected cells in CSV, got what cannot be read: {error}")) from None


def _separated(text: str) -> tuple[str, str, int]:
    """Return what stands between cells, the text, and how many lines were taken off it: Excel writes 'sep=;' above a table."""
    first, _, rest = text.partition("\n")
    if re.fullmatch(r"sep=.\r?", first):
        return first[4], rest, 1
    return max(_SEPARATORS, key=first.count), text, 0


def _columns(headings: Sequence[str], line: str, known: Collection[str]) -> list[Column]:
    columns = [_column(unguarded(heading).strip().lower()) for heading in headings]
    twice = [heading for heading, column in zip(headings, columns, strict=True) if column.key and columns.count(column) > 1]
    if twice:
        raise Refused((line, f"expected each column once, got '{twice[-1]}' again"))
    strangers = [heading for heading, column in zip(headings, columns, strict=True) if column.key not in known]
    if strangers:
        raise Refused(*((line, f"expected name, set, or the number or id of a question, got '{each}'") for each in strangers))
    return columns


def _column(heading: str) -> Column:
    match = _WHAT.fullmatch(heading)
    name, what = (match[1], match[2]) if match else (heading, ANSWER)
    number = _NUMBER.fullmatch(name)
    return Column(f"{int(number[1])}{number[2]}" if number else name, what)


def _is_there(row: Row) -> bool:
    return any(not is_empty(cell) for column, cell in row.cells.items() if column.key not in ("name", "set", ""))


def _learner(row: Row, forms: Sequence[Form], words: Words, faults: list[tuple[str, str]]) -> Learner:
    form = _form(row, forms, faults)
    units = [] if form is None else [_unit(row, asked, form, words, faults) for asked in form.asked]
    return Learner((row.get("name") or "").strip(), tuple(unit for unit in units if unit.cells))


def _form(row: Row, forms: Sequence[Form], faults: list[tuple[str, str]]) -> Form | None:
    name = row.get("set") or ""
    if not name.strip() and len(forms) == 1:
        return forms[0]
    found = next((form for form in forms if form.is_called(name)), None)
    if found is None:
        known = ", ".join(f"{form.letter} ({form.fingerprint})" for form in forms if form.letter) or "an empty cell"
        faults.append((str(row.line), f"column 'set': expected {known}, got '{name}'"))
    return found


def _unit(row: Row, asked: Asked, form: Form, words: Words, faults: list[tuple[str, str]]) -> Unit:
    cells: list[Cell] = []
    for part in asked.question.parts:
        try:
            cells += _cell(row, asked, part, form, words)
        except CellFault as fault:
            faults.append((str(row.line), f"column '{form.numbers.get(part.id, part.id)}': {fault}"))
    return Unit(asked.section, asked.rules, tuple(cells))


def _cell(row: Row, asked: Asked, part: Question, form: Form, words: Words) -> Iterator[Cell]:
    """Yield the answer to one part, if the table has a column for it."""
    answer, marks, reason = (_of(row, part, form, what) for what in (ANSWER, MARKS, REASON))
    if part.ticks and marks is None:
        answer, marks = None, answer
    if marks is not None and not is_empty(marks):
        response = response_in(answer or "", part, words)
        yield by_hand(part, marks_in(marks, part.marks), response)
    elif answer is not None or marks is not None:
        response = response_in(answer or "", part, words)
        yield marked(part, with_reason(response, reason or "", part) if part.reason_marks else response, asked.rules)


def _of(row: Row, part: Question, form: Form, what: str) -> str | None:
    """Return a cell by a part's id or its number."""
    number = form.numbers.get(part.id, "")
    by_number = row.get("".join(filter(str.isalnum, number)), what) if number else None
    return by_number if by_number is not None else row.get(part.id, what)
