"""The file around the text: python-docx opens and saves it; styles, lists, margins, header and footer are put into it here."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Emu, Mm

from quizbank.exchange.archive import packed_again
from quizbank.word.blocks import paragraph
from quizbank.word.runs import run, tab
from quizbank.word.styles import BASE, style_nodes
from quizbank.word.xml import Node, field, named, w

_PIXEL = 9525  # English metric units
_PAGE = (Mm(210), Mm(297))
_SIDE, _TOP, _BOTTOM = Mm(20), Mm(18), Mm(18)
# A region for tags that have none: Word's spelling is that of a country.
_REGIONS = {"en": "en-IN", "hi": "hi-IN", "mr": "mr-IN"}
# Stand in the words of a footer for the page's number and the number of pages.
PAGE, PAGES = "\ue000", "\ue001"
_FIELDS = {PAGE: "PAGE", PAGES: "NUMPAGES"}


@dataclass(frozen=True)
class Sheet:
    """What a file says of itself, and the size of its text in points.

    `language` is a BCP 47 tag, `head` stands at the top of each page, left and right, `foot` at its end with signs for numbers.
    """

    title: str
    language: str
    head: tuple[str, str]
    foot: str
    size: float = BASE


class Package:
    """One file being made."""

    def __init__(self) -> None:
        self.document: Any = Document()
        self._pictures = 0

    def link(self, address: str) -> str:
        """Return the id of the relation to an address on the web."""
        return str(self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def picture(self, source: str, width: int, words: str) -> Node:
        """Return a run with a picture from a data address, `width` pixels wide; `words` are for who cannot see it."""
        data = b64decode(source.partition(",")[2])
        self._pictures += 1
        inline = self.document.part.new_pic_inline(BytesIO(data), Emu(width * _PIXEL), None)
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("name", f"Picture {self._pictures}")
        inline.docPr.set("descr", words)
        return w("r", w("drawing", inline))

    def file(self, sheet: Sheet, body: Sequence[Node], lists: Sequence[Node]) -> bytes:
        """Return the file: the same bytes for the same content, for no date stands in it."""
        region = _REGIONS.get(sheet.language, sheet.language)
        _filled(
            self.document.styles.element,
            style_nodes(sheet.size, region, region if region.endswith("-IN") and region != "en-IN" else "hi-IN"),
        )
        _filled(self.document.part.numbering_part.element, lists)
        self._body(body)
        self._margins()
        self._head_and_foot(sheet)
        self._named(sheet, region)
        made = BytesIO()
        self.document.save(made)
        return packed_again(made, first="[Content_Types].xml")

    def _body(self, nodes: Sequence[Node]) -> None:
        body = self.document.element.body
        for index, node in enumerate(nodes):
            body.insert(index, node)

    def _margins(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = _PAGE
        section.left_margin = section.right_margin = _SIDE
        section.top_margin, section.bottom_margin = _TOP, _BOTTOM
        section.header_distance = section.footer_distance = Mm(9)

    def _head_and_foot(self, sheet: Sheet) -> None:
        section = self.document.sections[0]
        left, right = sheet.head
        _filled(section.header._element, [paragraph("Header", [*run(left), tab(), *run(right)])])
        _filled(section.footer._element, [paragraph("Footer", [*run(left), tab(), *_with_fields(sheet.foot)])])

    def _named(self, sheet: Sheet, region: str) -> None:
        properties = self.document.core_properties
        for child in list(properties._element):
            properties._element.remove(child)
        properties.title, properties.language = sheet.title, region


def _filled(element: Node, nodes: Sequence[Node]) -> None:
    for child in list(element):
        if child.tag != named("latentStyles"):
            element.remove(child)
    element.extend(nodes)


def _with_fields(words: str) -> list[Node]:
    found: list[Node] = []
    for piece in words.replace(PAGE, f"\0{PAGE}\0").replace(PAGES, f"\0{PAGES}\0").split("\0"):
        found += [field(_FIELDS[piece])] if piece in _FIELDS else run(piece)
    return found
