"""What stands around the questions: the head of a sheet, its sections, the circles of an answer sheet, how marks are given."""

from collections.abc import Iterator

from quizbank.word.blocks import Blocks, Writer, gap, paragraph
from quizbank.word.runs import run, tab
from quizbank.word.styles import WIDTH
from quizbank.word.tables import cell, columns, grid, row
from quizbank.word.xml import Node, w, words_of

_CIRCLED = {chr(ord("A") + n): chr(0x24B6 + n) for n in range(26)}
_FIELD_ROW = 620


def _title(word: Blocks, element: Node) -> Iterator[Node]:
    yield paragraph("NextTitle" if "sheet-next" in element.get("class", "") else "Title", word.runs(element))


def _heading(word: Blocks, element: Node) -> Iterator[Node]:
    """Yield the heading of a section; what it adds up to stands at the right margin."""
    spans = list(element)
    yield paragraph("Heading1", _apart(word, spans) if spans else word.runs(element))


def _apart(word: Blocks, elements: list[Node]) -> list[Node]:
    """Return the runs of elements that stand apart in one line, or each in its own where letters are large."""
    first, *others = elements
    apart = [[w("r", w("br")) if word.large else tab(), *word.runs(other)] for other in others]
    return [*word.runs(first), *(each for runs in apart for each in runs)]


def _facts(word: Blocks, element: Node) -> Iterator[Node]:
    yield paragraph("Facts", _apart(word, list(element)))


def _fields(word: Blocks, element: Node) -> Iterator[Node]:
    """Yield the boxes for name and roll number."""
    fields = [each for each in element if isinstance(each.tag, str)]
    shares = [2 if "sheet-wide" in each.get("class", "") else 1 for each in fields]
    widths = [WIDTH * share // sum(shares) for share in shares]
    cells = [cell([paragraph("Field", word.runs(each))], width) for each, width in zip(fields, widths, strict=True)]
    yield grid([row(cells, height=_FIELD_ROW)], widths, indent=0)
    yield gap()


def _instructions(word: Blocks, element: Node) -> Iterator[Node]:
    yield from word.listed(element, "Instruction")


def _in_style(style: str) -> Writer:
    def write(word: Blocks, element: Node) -> Iterator[Node]:
        yield paragraph(style, word.runs(element))

    return write


def _rules(word: Blocks, element: Node) -> Iterator[Node]:
    for rule in element:
        name, text = rule
        yield paragraph("Reason", [*word.runs(name, ("b",)), *run(" "), *word.runs(text)])


def _bubbles(word: Blocks, element: Node) -> Iterator[Node]:
    """Yield the circles, or in a key the letters, in the columns of the sheet."""
    cells = [[_bubble(word, line) for line in column.iter("li")] for column in element if isinstance(column.tag, str)]
    yield columns(cells, len(cells), WIDTH)
    yield gap()


def _bubble(word: Blocks, line: Node) -> Node:
    name, *circles = [each for each in line if isinstance(each.tag, str)]
    letters = " ".join(_CIRCLED.get(words_of(each), "") for each in circles) or (name.tail or "").strip()
    return paragraph("Bubbles", [*word.runs(name, ("b",)), *run(f"  {letters}")])


def _school_facts(word: Blocks, element: Node) -> Iterator[Node]:
    cells = [[paragraph("TableText", word.runs(each))] for each in element if isinstance(each.tag, str)]
    yield columns(cells, 2, WIDTH)
    yield gap()


WRITERS: dict[str, Writer] = {
    "sheet-title": _title,
    "sheet-heading": _heading,
    "sheet-notice": _in_style("Notice"),
    "sheet-facts": _facts,
    "sheet-fields": _fields,
    "sheet-instructions": _instructions,
    "sheet-rule": _in_style("Rule"),
    "sheet-rules": _rules,
    "sheet-end": _in_style("End"),
    "bubble-columns": _bubbles,
    "school-name": _in_style("School"),
    "school-exam": _in_style("Exam"),
    "school-facts": _school_facts,
}
