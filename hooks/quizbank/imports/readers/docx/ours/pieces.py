"""The paragraphs and tables of a document: each with the name of its style, its words as HTML, and its place in a list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from quizbank.imports.readers.docx.numbering import Level, Numbering, numbering_of
from quizbank.imports.readers.docx.ours.inline import line_of

# Forms of the lists of Markdown, with their elements of HTML; and the styles that are numbered by themselves.
LISTS = {"bullet": "ul", "decimal": "ol"}
NUMBERED = ("Question", "Sub-question", "Key answer", "Key sub-answer")
_PIXEL = 9525  # English metric units
_EXTENT = ".//wp:extent"


@dataclass(frozen=True)
class Picture:
    """A picture in a paragraph: the name of its file, how to get it, the words for who cannot see it, its width in pixels."""

    name: str
    load: Callable[[], bytes]
    alt: str
    width: int


@dataclass(frozen=True)
class Entry:
    """Where a paragraph stands in a list: which list, its level from 0 on, the form of its numbers ('bullet', 'upperLetter')."""

    list: str
    depth: int
    form: str


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a table with its `rows` of cells, each a tuple of pieces.

    `line` counts paragraphs and tables from 1; `style` is the style's name, '' of a table; `marks` stand at the right margin.
    """

    line: int
    style: str
    html: str = ""
    marks: int = 0
    entry: Entry | None = None
    rows: tuple[tuple[tuple["Piece", ...], ...], ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return bool(self.rows)


def pieces_of(document: Any) -> Iterator[Piece]:
    """Yield what stands in a document, in its order. Paragraphs that only keep tables apart are left out.

    Some programs save each entry as a list of its own: neighbours of one style, form and level are entries of one list.
    """
    numbering = numbering_of(document)
    before: Piece | None = None
    for line, block in enumerate(document.iter_inner_content(), 1):
        for piece in _piece(block, line, numbering):
            before = _joined(before, piece)
            yield before


def _joined(before: Piece | None, piece: Piece) -> Piece:
    """Return a piece as an entry of the list before it, if it looks like one."""
    alike = before is not None and before.entry is not None and piece.entry is not None and before.style == piece.style
    if not alike or before is None or before.entry is None or piece.entry is None or piece.entry.form not in LISTS:
        return piece
    same = (before.entry.form, before.entry.depth) == (piece.entry.form, piece.entry.depth)
    return replace(piece, entry=before.entry) if same else piece


def _piece(block: Any, line: int, numbering: Numbering) -> Iterator[Piece]:
    if hasattr(block, "rows"):
        yield Piece(line, "", rows=tuple(tuple(_cells(row, line, numbering)) for row in block.rows))
        return
    name = block.style.name if block.style is not None else ""
    if name == "Gap":
        return
    html, marks = line_of(block)
    yield Piece(line, name, html, marks, _entry(block, numbering), pictures=tuple(_pictures(block)))


def _cells(row: Any, line: int, numbering: Numbering) -> Iterator[tuple[Piece, ...]]:
    for cell in dict.fromkeys(row.cells):
        yield tuple(piece for block in cell.iter_inner_content() for piece in _piece(block, line, numbering))


def _entry(paragraph: Any, numbering: Numbering) -> Entry | None:
    """Return the place in a list that a paragraph has by itself; those of questions have theirs by their style."""
    own = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
    if own is None or own.numId is None or (paragraph.style is not None and paragraph.style.name in NUMBERED):
        return None
    name, depth = str(own.numId.val), int(own.ilvl.val) if own.ilvl is not None else 0
    level = numbering.levels.get((name, depth), Level("none", "", 1))
    return Entry(name, depth, level.form)


def _pictures(paragraph: Any) -> Iterator[Picture]:
    for drawing in paragraph._p.xpath(".//w:drawing"):
        size, named = drawing.xpath(_EXTENT), drawing.xpath(".//wp:docPr")
        for blip in drawing.xpath(".//a:blip"):
            part = paragraph.part.related_parts.get(blip.get(_EMBEDDED))
            if part is not None and size and named:
                name = str(part.partname).rpartition("/")[2]
                yield Picture(name, partial(_blob, part), named[0].get("descr", ""), round(int(size[0].get("cx")) / _PIXEL))


_EMBEDDED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def _blob(part: Any) -> bytes:
    return bytes(part.blob)
