"""HTML of other systems as a bank's Markdown: emphasis, code, lists, tables, sub- and superscripts, links. The rest is words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape, unescape

from quizbank.exchange.from_plain import clean, from_plain, line_start_escaped
from quizbank.exchange.html_inline import Inline
from quizbank.exchange.html_tree import Element, html_tree
from quizbank.exchange.texts import block_html

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header html legend main nav p section summary tbody tfoot thead".split()
)
_TAG = re.compile(r"<[^<>]*>")
_LIST = re.compile(r"(?:-|\d+\.) ")
_SPACE = re.compile(r"\s+")
_INDENT = "    "


@dataclass(frozen=True)
class Found:
    """A text in Markdown, its pictures (address, words for who cannot see it), what was left out, and the pictures' pixels."""

    text: str
    pictures: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = ()


def from_html(html: str) -> Found:
    """Return a piece of HTML as Markdown. Where Markdown could not say it, its words stay."""
    return from_tree(html_tree(html))


def from_tree(tree: Element) -> Found:
    """Return what stands inside an element as Markdown. Where Markdown could not say it, its words stay."""
    writer = _Writer()
    blocks = list(writer.blocks(tree))
    text = "\n\n".join(blocks)
    if _signs(block_html(text)) != _signs(writer.words):
        text = from_plain("\n".join(writer.lines))
    return Found(text, tuple(writer.inline.pictures), tuple(dict.fromkeys(writer.inline.lost)), tuple(writer.inline.sizes))


@cache
def text_of_html(html: str) -> str:
    """Return the Markdown of a piece of HTML alone."""
    return from_html(html).text


def _signs(html: str) -> str:
    """Return the words of our own HTML, or of words, without anything between them."""
    return _SPACE.sub("", unescape(_TAG.sub("", html)))


@dataclass
class _Writer:
    """Writes blocks of Markdown, and keeps the words that these must say."""

    inline: Inline = field(default_factory=Inline)
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words of all blocks, as HTML has them."""
        return escape("".join(self.lines), quote=False)

    def blocks(self, element: Element) -> Iterator[str]:
        """Yield the blocks inside an element."""
        line: list[Element | str] = []
        for each in element.inside:
            if isinstance(each, str) or (each.tag not in _BLOCKS and each.tag not in _WRITERS and each.tag not in ("br", "hr")):
                inner = None if isinstance(each, str) else each
                if inner is not None and _holds_block(inner):
                    yield from self._paragraph(line)
                    line = []
                    yield from self.blocks(inner)
                else:
                    line.append(each)
                continue
            yield from self._paragraph(line)
            line = []
            yield from _WRITERS[each.tag](self, each) if each.tag in _WRITERS else self.blocks(each)
        yield from self._paragraph(line)

    def _paragraph(self, parts: list[Element | str]) -> Iterator[str]:
        text = self.line(parts)
        if text:
            yield line_start_escaped(text)

    def line(self, parts: list[Element | str]) -> str:
        """Return words in a line as Markdown, and keep them."""
        text, words = self.inline.written(parts)
        if words:
            self.lines.append(words)
        return text

    def _list(self, element: Element) -> Iterator[str]:
        entries = [text for entry in _entries(element) if (text := self._entry(entry))]
        marks = [f"{number}. " if element.tag == "ol" else "- " for number in range(1, len(entries) + 1)]
        if entries:
            yield "\n".join(f"{mark}{entry}" for mark, entry in zip(marks, entries, strict=True))

    def _entry(self, entry: Element) -> str:
        """Return an entry's words in one line, and behind them the lists inside it."""
        blocks = list(self.blocks(entry))
        first = next((index for index, block in enumerate(blocks) if _LIST.match(block)), len(blocks))
        lists = [block if _LIST.match(block) else f"- {_flat(block)}" for block in blocks[first:]]
        return (
            "\n".join([" ".join(map(_flat, blocks[:first])), *map(_indented, lists)]) if first else " ".join(map(_flat, blocks))
        )

    def _table(self, element: Element) -> Iterator[str]:
        rows = [list(_cells(row)) for row in _rows(element)]
        width = max(map(len, rows), default=0)
        if width < 2 or len(rows) < 2 or any(map(_holds_table, (cell for row in rows for cell in row))):
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell)
            return
        texts = [[self._cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
        lines = [f"| {' | '.join(row)} |" for row in texts]
        yield "\n".join([lines[0], f"|{'---|' * width}", *lines[1:]])

    def _cell(self, cell: Element) -> str:
        texts = (_flat(block) for block in self.blocks(cell))
        return re.sub(r"(?<!\\)\|", r"\\|", " ".join(texts))

    def _code(self, element: Element) -> Iterator[str]:
        for line in _text(element).split("\n"):
            if clean(line):
                yield self.line([Element("code", {}, [line.strip()])])


_WRITERS = {
    "ul": _Writer._list,
    "ol": _Writer._list,
    "table": _Writer._table,
    "pre": _Writer._code,
}


def _holds_block(element: Element) -> bool:
    return any(
        isinstance(each, Element) and (each.tag in _BLOCKS or each.tag in _WRITERS or _holds_block(each))
        for each in element.inside
    )


def _holds_table(element: Element) -> bool:
    return any(isinstance(each, Element) and (each.tag in ("table", "ul", "ol") or _holds_table(each)) for each in element.inside)


def _entries(element: Element) -> Iterator[Element]:
    """Yield the entries of a list; what stands between them is an entry as well."""
    for each in element.inside:
        if isinstance(each, Element):
            yield each if each.tag == "li" else Element("li", {}, [each])
        elif clean(each):
            yield Element("li", {}, [each])


def _rows(element: Element) -> Iterator[Element]:
    for each in element.inside:
        if isinstance(each, Element):
            if each.tag == "tr":
                yield each
            elif each.tag in ("tbody", "thead", "tfoot"):
                yield from _rows(each)
            else:
                yield Element("tr", {}, [Element("td", {}, [each])])
        elif clean(each):
            yield Element("tr", {}, [Element("td", {}, [each])])


def _cells(row: Element) -> Iterator[Element]:
    for each in row.inside:
        if isinstance(each, Element):
            yield each if each.tag in ("td", "th") else Element("td", {}, [each])
        elif clean(each):
            yield Element("td", {}, [each])


def _flat(block: str) -> str:
    return " ".join(block.split())


def _indented(block: str) -> str:
    return "\n".join(f"{_INDENT}{line}" for line in block.split("\n"))


def _text(element: Element) -> str:
    return "".join(each if isinstance(each, str) else "\n" if each.tag == "br" else _text(each) for each in element.inside)
