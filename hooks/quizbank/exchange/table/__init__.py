"""A question as a row of our table, and a row as a question. `columns.py` says what each column holds.

Nothing is lost on the way there and back but the bytes and the size of a picture, of which a row has the name and the words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from quizbank.exchange.portable import Deck, Portable, PortablePicture, Target
from quizbank.exchange.table.cells import RowFault, text_of, whole
from quizbank.exchange.table.columns import ABOVE, TYPES, Row, column
from quizbank.exchange.table.read import USES, answer_of
from quizbank.exchange.table.write import cells_of

CASE = "case"
_FIELDS = {
    **{name: name for name in ("id", "title", "stem", "hint", "explanation", "bloom", "section", "passage", "link", "source")},
    "as of": "as_of",
}
_OBJECTIVE = {"objective": "id", "objective name": "slug", "objective text": "text"}


def row_of(question: Portable, chapter: str = "", case: str = "") -> dict[str, str]:
    """Return the filled cells of a question's row, of a case without its parts.

    `chapter` and `case` stand in the columns of these names; neither is a part of a question.
    """
    kind, cells = (CASE, {}) if question.answer is None else cells_of(question.answer)
    row = {"chapter": chapter, "type": kind, "case": case, "kind": _unless(kind, question.kind)}
    row |= {name: getattr(question, field) for name, field in _FIELDS.items()}
    row |= {name: getattr(question.objective, field) for name, field in _OBJECTIVE.items()}
    row |= {"marks": str(question.marks or "")}
    if question.picture:
        row |= {"picture": question.picture.name, "picture description": question.picture.alt}
    return {name: cell for name, cell in (row | cells).items() if cell}


def _unless(known: str, name: str) -> str:
    return "" if name == known else name


def rows_of(questions: Iterable[Portable], chapter: str = "") -> Iterator[dict[str, str]]:
    """Yield the rows of questions: behind a case those of its parts, which name it by its id."""
    for question in questions:
        yield row_of(question, chapter)
        for part in question.parts:
            yield row_of(part, chapter, question.id or ABOVE)


def deck_rows(decks: Iterable[Deck]) -> Iterator[dict[str, str]]:
    """Yield the rows of chapters, each with the chapter's name."""
    for deck in decks:
        yield from rows_of(deck.questions, deck.name)


def portable_of(row: Row) -> Portable:
    """Return the question of a row; of a case without its parts, of a picture without its file.

    The names of columns are those of `columns.headings`. Raises RowFault, with the column, where a cell cannot be read or has no
    meaning beside the others.
    """
    kind = _type(row)
    _no_strangers(kind, row)
    fields: dict[str, Any] = {field: text_of(row, name) for name, field in _FIELDS.items()}
    if not fields["stem"]:
        raise RowFault("stem", "expected the question, got an empty cell")
    return Portable(
        **fields,
        kind=text_of(row, "kind") or kind,
        answer=None if kind == CASE else answer_of(kind, row),
        marks=whole(row, "marks", 0),
        picture=_picture(row),
        objective=Target(**{field: text_of(row, name) for name, field in _OBJECTIVE.items()}),
    )


def portables_of(rows: Iterable[Row], faults: list[tuple[int, RowFault]]) -> tuple[Portable, ...]:
    """Return the questions of rows, each case with its parts. Rows without a filled cell are passed over.

    Adds to `faults` what is wrong, with the index of the row, from 0 for the first one.
    """
    return tuple(question for _, question in indexed(rows, faults))


def indexed(rows: Iterable[Row], faults: list[tuple[int, RowFault]]) -> tuple[tuple[int, Portable], ...]:
    """Return the same questions, each with the index of its row."""
    reading = _Reading(faults)
    for index, row in enumerate(rows):
        if any(map(str.strip, row.values())):
            reading.take(index, row)
    return reading.result()


class _Reading:
    """The questions that were read so far, with the index of the row of each, and the parts of each case."""

    def __init__(self, faults: list[tuple[int, RowFault]]) -> None:
        self.faults = faults
        self.questions: list[tuple[int, Portable]] = []
        self.parts: dict[int, list[Portable]] = {}

    def take(self, index: int, row: Row) -> None:
        """Read one row."""
        try:
            self._place(index, portable_of(row), row)
        except RowFault as fault:
            self.faults.append((index, fault))
            if text_of(row, "type").lower() == CASE:  # its parts are no strays
                self.questions.append((index, Portable(text_of(row, "id"), CASE, "", None)))
                self.parts[index] = []

    def result(self) -> tuple[tuple[int, Portable], ...]:
        """Return what was read."""
        empty = [index for index, parts in self.parts.items() if not parts]
        if empty and not self.faults:  # else its parts may be what could not be read
            self.faults += [
                (index, RowFault("type", "expected rows with questions about this case below it, got none")) for index in empty
            ]
        return tuple((index, replace(question, parts=tuple(self.parts.get(index, ())))) for index, question in self.questions)

    def _place(self, index: int, question: Portable, row: Row) -> None:
        name = text_of(row, "case")
        if not name:
            self.questions.append((index, question))
            if question.answer is None:
                self.parts[index] = []
        elif question.answer is None:
            raise RowFault("case", "expected an empty cell: a case is no part of another")
        else:
            self.parts[self._case(name)].append(question)

    def _case(self, name: str) -> int:
        """Return the index of the row of the nearest case above that has a name."""
        for index, question in reversed(self.questions):
            if index in self.parts and name in (question.id, ABOVE):
                return index
        raise RowFault("case", f"expected the id of a case in a row above, or '{ABOVE}', got '{name}'")


def _type(row: Row) -> str:
    kind = text_of(row, "type").lower().replace(" ", "-")
    if kind not in TYPES:
        raise RowFault("type", f"expected one of {', '.join(TYPES)}, got '{kind}'")
    return kind


def _no_strangers(kind: str, row: Row) -> None:
    """Refuse cells that this type has no use for: what a person wrote there would be lost."""
    for name, cell in row.items():
        if cell.strip() and column(name).name not in USES["all"] | USES[kind]:
            raise RowFault(name, f"expected an empty cell for {kind}, got '{cell}'")


def _picture(row: Row) -> PortablePicture | None:
    name, alt = text_of(row, "picture"), text_of(row, "picture description")
    if alt and not name:
        raise RowFault("picture", "expected the name of a file beside its description, got an empty cell")
    return PortablePicture(name, b"", alt) if name else None
