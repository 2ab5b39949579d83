"""The results as one CSV file for a spreadsheet program: a row for each learner, and below them rows of figures.

The first column says what a row holds. UTF-8 with the mark by which Excel knows it; no cell is a formula
(`exchange/table/formulas.py`).
"""

import csv
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO

from quizbank.exchange.table.formulas import guarded
from quizbank.results.scoring import Learner
from quizbank.results.view import View

Cells = list[str]


def results_csv(view: View) -> bytes:
    """Return the file. Numbers have a point and up to four decimals; an empty cell is a question that was not asked."""
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(list(_rows(view)))
    return text.getvalue().encode("utf-8-sig")


def _rows(view: View) -> Iterator[Cells]:
    say = view.words.say
    heads = [say("results.row"), say("results.name"), say("results.marks"), say("results.out_of"), say("results.share")]
    yield [*heads, *(f"{view.numbers[item.part.id]} {item.part.id}" for item in view.items)]
    for learner in view.learners:
        yield [say("results.row_learner"), guarded(learner.name), *_sums(learner), *_cells(view, learner)]
    yield [say("results.row_marks"), "", "", "", "", *(str(item.part.marks) for item in view.items)]
    yield [say("results.facility"), "", "", "", "", *(_decimal(item.facility) for item in view.items)]
    yield [say("results.discrimination"), "", "", "", "", *_discriminations(view)]


def _sums(learner: Learner) -> Cells:
    return [_decimal(learner.earned), str(learner.marks), _decimal(learner.share)]


def _cells(view: View, learner: Learner) -> Iterator[str]:
    cells = learner.cells
    return (_decimal(cells[item.part.id].earned) if item.part.id in cells else "" for item in view.items)


def _discriminations(view: View) -> Iterator[str]:
    found = (view.group.discrimination(item) for item in view.items)
    return ("" if value is None else _decimal(value) for value in found)


def _decimal(value: Fraction | float) -> str:
    text = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
