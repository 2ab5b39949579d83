"""One Markdown page as Python-Markdown's own block parser reads it, with the lines of what it holds.

The parser knows no line numbers. So marks of two private-use characters around a number are put where they change nothing:
behind the signs of a heading, into a link's address, at the end of a block's first line. They come out where the parser took
the line for what it looks like, and nowhere else: not from code, not from a comment.
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

from quizbank.blocks import STANDARD_BLOCKS, QuizBlocks
from quizbank.front_matter import without_settings

# Those of the site, but for what makes no difference to headings, links and blocks.
EXTENSIONS = ("attr_list", "tables", "admonition", "def_list", "pymdownx.superfences", "pymdownx.details", "toc")

# A mark in a text, as a pattern with the line as a group.
MARK = "\ue000(\\d+)\ue001"
_MARK = re.compile(MARK)
_PRIVATE = re.compile("[\ue000\ue001]")
_HASHES = re.compile(r"^((?:[ >]|[-*+] |\d+\. |: )*#{1,6})")
_UNDERLINE = re.compile(r"^[ >]*(?:=+|-+)[ ]*$")
# Lines on which a mark at the end would change what they are: ends of fences and comments, blocks, definitions of links.
_NO_END_MARK = re.compile(r"^[ >]*(?:$|[`~]{3}|/{3}|<|\[|-+ *$|=+ *$)|-->")
_BEGINS_BLOCK = re.compile(r"^[ >]*(?:/{3}|!!!|\?\?\?)")
_WITH_ARGUMENT = re.compile(r"^[ >]*/{3,}[^|]*\|")
_MEANING = re.compile(r"^ {0,3}: {1,3}")
_REFERENCE = re.compile(r"^( {0,3}\[[^\[\]]*\]: *)(?=\S)")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:(?=//[^<>]*>)")
_PLACES = re.compile(r"(?<=\]\()(?=\s*\S)|(?<=<!--)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


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
    lines = _PRIVATE.sub("\ufffd", without_settings(text)).expandtabs(4).split("\n")
    return _parser().parse([_marked(lines, index) for index in range(len(lines))])


def line_of(text: str) -> int:
    """Return the line of the first mark in a text, or 0 when it has none."""
    mark = _MARK.search(text)
    return int(mark[1]) if mark else 0


def unmarked(text: str) -> str:
    """Return the text without marks."""
    return _MARK.sub("", text)


def shown(text: str) -> str:
    """Return a piece of text without code and comments, its marks still in it."""
    text = _CODE.sub("", text) if "`" in text else text
    return _COMMENT.sub("", text) if "<!--" in text else text


def lines_of_code(page: ParsedPage) -> set[int]:
    """Return the lines with a mark that stand in indented code."""
    return {int(mark[1]) for element in page.root.iter("code") for mark in _MARK.finditer(element.text or "")}


def _marked(lines: list[str], index: int) -> str:
    line, mark = lines[index], f"\ue000{index + 1}\ue001"
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if "](" in line or "<!--" in line:
        line = _PLACES.sub(mark, line)
    if "://" in line and "<" in line:
        line = _AUTOLINK.sub(lambda found: found[0] + mark, line)
    if "]:" in line:
        line = _REFERENCE.sub(lambda found: found[0] + mark, line)
    heading = _HASHES.match(line) if "#" in line else None
    if heading:
        line = f"{heading[0]}{mark}{line[heading.end() :]}"
    named = _UNDERLINE.match(following) or _is_explained(lines, index)
    if _BEGINS_BLOCK.match(line) or (named and not heading and not _NO_END_MARK.search(line)):
        line = f"{line}{mark}"
    return line


def _is_explained(lines: list[str], index: int) -> bool:
    """Say whether the next line, or the one behind an empty line, begins the meaning of a word."""
    following = next((line for line in lines[index + 1 : index + 3] if line), "")
    return ":" in following[:4] and _MEANING.match(following) is not None


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
        starts = {line_of(line): unmarked(line) for line in lines if _BEGINS_BLOCK.match(line) and line.endswith("\ue001")}
        root: Element = self.md.parser.parseDocument([_for_parser(line) for line in lines]).getroot()
        notes = list(self._footnotes.footnotes.values())
        headings = list(self._headings(root, notes))
        raw = [block for block in self.md.htmlStash.rawHtmlBlocks if isinstance(block, str)]
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
            elif "id" in element.attrib:
                SubElement(alone, "i", {"id": unmarked(element.attrib["id"])})
        # Footnotes are read only now, and come last.
        lines += [line_of(line) for note in notes for line in note.split("\n") if _HASHES.match(line)]
        self._footnotes.footnotes.update({name: unmarked(note) for name, note in self._footnotes.footnotes.items()})
        for processor in self.md.treeprocessors:
            alone = processor.run(alone) or alone
        for line, token in zip_longest(lines, _flat(self.md.toc_tokens), fillvalue=0):
            if isinstance(token, dict):
                yield ParsedHeading(token["level"], token["id"], unescape(token["name"]), line or 1)


@cache
def _parser() -> _Parser:
    return _Parser()


def _for_parser(line: str) -> str:
    """Return a line without a mark at its end where it would hide from the parser what the line begins."""
    if _BEGINS_BLOCK.match(line) and not _WITH_ARGUMENT.match(line):
        return re.sub("\ue000\\d+\ue001$", "", line)
    return line


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
