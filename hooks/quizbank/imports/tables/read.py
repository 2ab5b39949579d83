"""A table, row by row, as questions: by our own columns, or by what other people's columns were taken for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.exchange.table import indexed
from quizbank.exchange.table.cells import RowFault
from quizbank.exchange.table.columns import column
from quizbank.exchange.table.read import USES
from quizbank.imports.reader import File, Found, NotReadable, Refused, Taken
from quizbank.imports.tables.foreign import our_row
from quizbank.imports.tables.headings import Headings, headings_of, told

Rows = Sequence[tuple[int, Sequence[str]]]


def table_of(file: File, rows: Rows) -> Found:
    """Return the questions of a table. `rows` have their numbers in the file. Raises NotReadable."""
    found = headings_of([row for _, row in rows], file.columns)
    below = rows[found.row + 1 :]
    named = [{name: row[place] for place, name in found.names.items() if place < len(row)} for _, row in below]
    if not any(cell.strip() for row in named for cell in row.values()):
        raise NotReadable("expected rows with questions below the headings, got none", rows[found.row][0])
    shown = told(found, rows[found.row][1])
    return replace(_questions(file, [number for number, _ in below], named, found), told=() if found.ours else (shown,))


def _questions(file: File, numbers: Sequence[int], named: Sequence[Mapping[str, str]], found: Headings) -> Found:
    faults: list[tuple[int, RowFault]] = []
    lost: dict[int, list[str]] = {}
    rows = named if found.ours else [_translated(index, row, lost) for index, row in enumerate(named)]
    questions = indexed(rows, faults)
    wrong = {index for index, _ in faults}
    taken = [
        _taken(file, numbers[index], question, str(rows[index].get("chapter", "")), lost.get(index, []))
        for index, question in questions
        if index not in wrong
    ]
    keyless = {} if found.ours else {index: each for index, fault in faults if (each := _without_key(rows[index], fault))}
    taken += [
        _taken(file, numbers[index], each, str(rows[index].get("chapter", "")), lost.get(index, []))
        for index, each in keyless.items()
    ]
    refused = [Refused(numbers[index], _named(rows[index]), str(fault)) for index, fault in faults if index not in keyless]
    return Found(tuple(sorted(taken, key=lambda one: one.line)), tuple(refused))


def _translated(index: int, row: Mapping[str, str], lost: dict[int, list[str]]) -> dict[str, str]:
    """Return a row of ours; what its type has no use for is noted as lost."""
    if not any(cell.strip() for cell in row.values()):
        return {}
    ours = our_row(row)
    useful = USES["all"] | USES[ours["type"]]
    for name in [name for name in ours if column(name).name not in useful or not ours[name]]:
        if ours[name]:
            lost.setdefault(index, []).append(f"a {ours['type']} has no use for '{name}'")
        del ours[name]
    if not ours.get("marks", "").isdigit():
        ours.pop("marks", "")
    return ours


def _without_key(row: Mapping[str, str], fault: RowFault) -> Portable | None:
    """Return a choice of which nobody says what is right, or None for any other row that cannot be read."""
    if fault.column != "right" or row.get("type") not in ("single-choice", "multiple-choice") or row.get("right"):
        return None
    found = indexed([{**row, "type": "single-choice", "right": "A"}], [])
    if not found or not isinstance(found[0][1].answer, Choice):
        return None
    options = tuple(Alternative(each.text, False, each.why) for each in found[0][1].answer.options)
    return replace(found[0][1], answer=Choice(options))


def _taken(file: File, number: int, question: Portable, deck: str, lost: list[str]) -> Taken:
    losses = list(lost)
    whole = _with_picture(file, question, losses)
    parts = tuple(_with_picture(file, part, losses) for part in question.parts)
    return Taken(replace(whole, parts=parts), number, deck, tuple(losses))


def _with_picture(file: File, question: Portable, lost: list[str]) -> Portable:
    """Return the question with the file of its picture, which lies beside the table."""
    if question.picture is None or question.picture.data:
        return question
    data = file.beside(question.picture.name)
    if data is None:
        lost.append(f"expected its picture '{question.picture.name}' beside {file.name}, got no such file")
        return replace(question, picture=None)
    return replace(question, picture=replace(question.picture, data=data))


def _named(row: Mapping[str, str]) -> str:
    return row.get("id", "").strip() or " ".join(row.get("stem", "").split())[:40] or "row"
