"""A model answer and what earns marks, as we say them to whoever marks an answer."""

import re
from collections.abc import Iterator, Sequence

from quizbank.exchange.from_html import from_tree, text_of_html
from quizbank.exchange.html_tree import Element
from quizbank.exchange.shapes import Point, Written
from quizbank.imports.ours.phrases import said
from quizbank.imports.ours.pieces import only_element, words_in

_MARKS = re.compile(r"(.*) \(([^()]+)\)", re.DOTALL)


def written_from(pieces: Sequence[str]) -> tuple[Written, list[str]]:
    """Return a written answer from the first pieces of what is said after it, and the other pieces."""
    model, rest = "", list(pieces)
    if len(rest) > 1 and _is_heading(rest[0]):
        model, rest = text_of_html(rest[1]), rest[2:]
    points = list(_points(rest[0])) if rest else []
    return Written(model, tuple(points)), rest[1:] if points else rest


def _is_heading(piece: str) -> bool:
    paragraph = only_element(piece, "p")
    return paragraph is not None and said("question.model_answer", words_in(paragraph)) is not None


def _points(piece: str) -> Iterator[Point]:
    """Yield the points of a list, if each of its entries ends with its marks."""
    whole = only_element(piece, "ul")
    entries = [from_tree(each).text for each in whole.inside if isinstance(each, Element)] if whole else []
    found = [point for entry in entries if (point := point_of(entry))]
    if len(found) == len(entries):
        yield from found


def point_of(text: str) -> Point | None:
    """Return something that earns marks, from words with the marks in round brackets behind them; None where there are none."""
    match = _MARKS.fullmatch(text)
    marks = marks_in(match[2]) if match else 0
    return Point(match[1], marks) if match and marks else None


def marks_in(text: str) -> int:
    """Return how many marks '2 marks' or '2' is; 0 for anything else."""
    number = text if text.isdecimal() else (said("question.marks", text) or {}).get("n", "")
    return int(number) if number.isdecimal() and len(number) < 4 else 0
