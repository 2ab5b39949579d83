"""One Markdown page as Python-Markdown's own block parser reads it, with the lines of what it holds.

Rules of our own for what is a heading, a link or a block would miss what only all of Markdown knows: settings, comments, code.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from itertools import zip_longest
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.htmlparser import htmlparser  # type: ignore[attr-defined]
from markdown.preprocessors import Preprocessor

from quizbank.notes.blocks import STANDARD_BLOCKS, QuizBlocks
from quizbank.notes.pages.front_matter import without_settings
from quizbank.notes.pages.line_marks import all_lines, begins_block, for_parser, is_heading, line_of, marked, unmarked

# Those of the site, but for what makes no difference to headings, links and blocks.
EXTENSIONS = ("attr_list", "tables", "admonition", "def_list", "pymdownx.superfences", "pymdownx.details", "toc")

_ATTRIBUTES = re.compile(r"(?:\n *|(?<! ) +)\{:?[^{}\n]*#([\w:.-]+)[^{}\n]*\} *\Z")


class ParsedHeading(NamedTuple):
    """A heading: its level, its id in the page, its words, its line."""

    level: int
    anchor: str
    title: str
    line: int


class Text(NamedTuple):
    """A piece of text that is not code, as it was typed, with its marks; and the name of the element that it stands in."""

    element: str
    text: str


@dataclass
class ParsedPage:
    """What the parser made of a page; nothing where it failed, on the line `unreadable_from`.

    `starts` are the lines, by number, that look like the first or last of a block or a box.
    """

    root: Element
    headings: list[ParsedHeading]
    starts: dict[int, str]
    texts: list[Text]
    references: list[str]
    raw: list[str]
    unreadable_from: int = 0
    terms: list[tuple[Element, list[Element]]] = field(default_factory=list)


def parse(text: str) -> ParsedPage:
    """Return what the page holds."""
    return _parser().parse(marked(without_settings(text)))


def lines_of_code(page: ParsedPage) -> set[int]:
    """Return the lines with a mark that stand in indented code."""
    return {line for element in page.root.iter("code") for line in all_lines(element.text or "")}


class _RawHtml(Preprocessor):
    """Reads the page's HTML as MkDocs does, which fails where MkDocs would: at '<![x'."""

    def run(self, lines: list[str]) -> list[str]:
        reader = htmlparser.HTMLParser()
        reader.feed("\n".join(lines))
        reader.close()
        return lines


class _Parser:
    """Python-Markdown, set up once."""

    def __init__(self) -> None:
        self._footnotes: Any = FootnoteExtension()
        # Any, as several of its parts have no types.
        self.md: Any = Markdown(
            extensions=[*EXTENSIONS, *STANDARD_BLOCKS, QuizBlocks(lambda name, argument: ""), self._footnotes]
        )
        self.md.preprocessors.register(_RawHtml(self.md), "raw_html", 21)  # where MkDocs has its own

    def parse(self, lines: list[str]) -> ParsedPage:
        try:
            return self._parsed(lines)
        except Exception:  # there are texts that Python-Markdown and MkDocs cannot read; no author should see why
            return ParsedPage(Element("div"), [], {}, [], [], [], unreadable_from=self._first_unreadable(lines))

    def _first_unreadable(self, lines: list[str]) -> int:
        """Return how many lines, from the first, it takes to make the page unreadable."""
        readable, unreadable = 0, len(lines)
        while unreadable - readable > 1:
            middle = (readable + unreadable) // 2
            try:
                self._parsed(lines[:middle])
                readable = middle
            except Exception:  # as above
                unreadable = middle
        return unreadable

    def _parsed(self, lines: list[str]) -> ParsedPage:
        self.md.reset()
        for preprocessor in self.md.preprocessors:
            lines = preprocessor.run(lines)
        starts = {line_of(line): unmarked(line) for line in lines if begins_block(line) and line.endswith("\ue001")}
        root: Element = self.md.parser.parseDocument([for_parser(line) for line in lines]).getroot()
        notes = list(self._footnotes.footnotes.values())
        raw = [block for block in self.md.htmlStash.rawHtmlBlocks if isinstance(block, str)]
        headings = list(self._headings(root, notes))
        references = [url for url, _ in self.md.references.values()]
        texts = [*_texts(root), *(Text("footnote", note) for note in notes)]
        return ParsedPage(root, headings, starts, texts, references, raw, terms=list(_terms(root)))

    def _headings(self, root: Element, notes: list[str]) -> Iterator[ParsedHeading]:
        """Yield the headings as the page gets them: inline Markdown, attribute lists and ids are worked out for them alone."""
        alone = Element("div")
        lines = []
        for element in root.iter():
            if re.fullmatch("h[1-6]", element.tag):
                heading = deepcopy(element)
                lines.append(line_of(heading.text or ""))
                heading.text = unmarked(heading.text or "")
                heading.tail = None
                alone.append(heading)
            elif anchor := element.attrib.get("id") or _given_id(element):
                SubElement(alone, "i", {"id": unmarked(anchor)})
        # Footnotes are read only now, and come last.
        lines += [line_of(line) for note in notes for line in note.split("\n") if is_heading(line)]
        self._footnotes.footnotes.update({name: unmarked(note) for name, note in self._footnotes.footnotes.items()})
        for processor in self.md.treeprocessors:
            alone = processor.run(alone) or alone
        for line, token in zip_longest(lines, _flat(self.md.toc_tokens), fillvalue=0):
            if isinstance(token, dict):
                yield ParsedHeading(token["level"], token["id"], unescape(token["name"]), line or 1)


@cache
def _parser() -> _Parser:
    return _Parser()


def _given_id(element: Element) -> str:
    """Return the id that an attribute list at the end of a word or a paragraph will give it, or ''."""
    found = _ATTRIBUTES.search(unmarked(element.text or "")) if element.text and element.tag not in ("code", "pre") else None
    return found[1] if found and (element.tag in ("dt", "td", "th") or found[0].startswith("\n")) else ""


def _flat(tokens: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])


def _texts(element: Element) -> Iterator[Text]:
    if element.tag in ("code", "pre", "script", "style"):
        return
    if element.text:
        yield Text(element.tag, element.text)
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield Text(element.tag, child.tail)


def _terms(root: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Yield each word of a definition list with its meanings."""
    for group in root.iter("dl"):
        words: list[Element] = []
        meanings: list[Element] = []
        for child in group:
            if child.tag == "dt":
                if meanings:
                    yield from ((word, meanings) for word in words)
                    words, meanings = [], []
                words.append(child)
            else:
                meanings.append(child)
        yield from ((word, meanings) for word in words)
