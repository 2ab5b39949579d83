"""Reads a Word file as a reader sees it, after ECMA-376: python-docx opens it, numbers are counted here from their lists."""

from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from string import ascii_lowercase, ascii_uppercase
from typing import Any, NamedTuple

import docx
from docx.document import Document
from docx.table import Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NUMBERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "upperLetter": lambda n: ascii_uppercase[n - 1],
    "lowerLetter": lambda n: ascii_lowercase[n - 1],
}
_NUMBERS |= {"lowerRoman": lambda n: _ROMAN[n - 1], "upperRoman": lambda n: _ROMAN[n - 1].upper()}


class Line(NamedTuple):
    """A paragraph: the name of its style, its number as printed ('7.', 'B)', '' for none), its words, what is behind a tab."""

    style: str
    number: str
    words: str
    marks: str


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def lines(document: Document) -> list[Line]:
    """Return all paragraphs in their order, those in tables row by row."""
    counts: Counter[tuple[str, int]] = Counter()
    return [_line(document, one, counts) for one in _paragraphs(document)]


def _paragraphs(holder: Any) -> Iterator[Any]:
    for one in holder.iter_inner_content():
        if isinstance(one, Table):
            for row in one.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
        else:
            yield one


def _line(document: Document, one: Any, counts: Counter[tuple[str, int]]) -> Line:
    words, _, marks = one.text.partition("\t")
    return Line(one.style.name, _number(document, one, counts), " ".join(words.split()), marks)


def _number(document: Document, one: Any, counts: Counter[tuple[str, int]]) -> str:
    found = one._p.find(f"{W}pPr/{W}numPr")
    style = one.style
    while found is None and style is not None:
        found, style = style.element.find(f"{W}pPr/{W}numPr"), style.base_style
    if found is None:
        return ""
    number, level = (found.find(f"{W}{name}").get(f"{W}val") for name in ("numId", "ilvl"))
    definitions = document.part.numbering_part.element
    (entry,) = (each for each in definitions.iter(f"{W}num") if each.get(f"{W}numId") == number)
    abstract = entry.find(f"{W}abstractNumId").get(f"{W}val")
    (format_,) = (each for each in definitions.iter(f"{W}abstractNum") if each.get(f"{W}abstractNumId") == abstract)
    kinds = {each.get(f"{W}ilvl"): each for each in format_.iter(f"{W}lvl")}
    counts[number, int(level)] += 1
    counts[number, int(level) + 1] = 0
    text: str = kinds[level].find(f"{W}lvlText").get(f"{W}val")
    kind = kinds[level].find(f"{W}numFmt").get(f"{W}val")
    return text.replace(f"%{int(level) + 1}", _NUMBERS.get(kind, str)(counts[number, int(level)]))
