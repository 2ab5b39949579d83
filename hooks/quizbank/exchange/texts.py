"""A bank's Markdown as other systems need it: as HTML with whole addresses, and as plain text that keeps its lines."""

import re
from collections.abc import Callable
from functools import cache, partial
from html import unescape

from quizbank.texts.inline import MarkdownFunction, question_markdown, resolved, shifted

# Signs of a table and of a list in plain text.
COLUMN, BULLET = " | ", "• "
_BLOCK = re.compile(r"<(?:p|ul|ol|table|pre|blockquote|h\d|hr)\b")
_SHIFTED = re.compile(r"<(su[bp])>([^<>]*)</\1>")
_LISTS = re.compile(r"<(ul|ol)(?: start=\"(\d+)\")?>\n?((?:(?!</?[uo]l\b).)*)</\1>", re.DOTALL)
_ENTRY = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_CELL_END = re.compile(r"</t[hd]>\s*<t[hd]\b[^>]*>")
_LINE_END = re.compile(r"</(?:p|h\d|li|tr|blockquote|pre|div)>|<br\s*/?>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINES = re.compile(r"[ \t]*\n\s*")

PageAddress = Callable[[str], str | None]


def nowhere(_: str) -> None:
    """Lead no link anywhere: of a link to a page, only the words stay."""


@cache
def _markdown() -> MarkdownFunction:
    return question_markdown()


def line_html(text: str, page: PageAddress = nowhere) -> str:
    """Return a text as HTML: words in a line, without a paragraph around them, where it is no more than that.

    `page` gives the address of a page of the notes (`plants.md#leaves`), or None where its links are to be words alone.
    """
    return resolved(str(_markdown()(text)), page)


def block_html(text: str, page: PageAddress = nowhere) -> str:
    """Return a text as HTML in paragraphs, lists and tables."""
    html = line_html(text, page)
    return html if _BLOCK.match(html) else f"<p>{html}</p>"


def plain(text: str) -> str:
    """Return a text without marks, a line for each paragraph, entry of a list and row of a table."""
    html = str(_markdown()(text))
    if "<" not in html:
        return unescape(html)
    while _LISTS.search(html):  # from the innermost on
        html = _LISTS.sub(_list, html)
    html = _LINE_END.sub("\n", _CELL_END.sub(COLUMN, _SHIFTED.sub(lambda found: shifted(found[2], found[1] == "sup"), html)))
    return _LINES.sub("\n", unescape(_TAG.sub("", html))).strip()


def plain_line(text: str) -> str:
    """Return a text without marks in one line."""
    return " ".join(plain(text).split())


def _list(found: re.Match[str]) -> str:
    first = int(found[2] or 1)
    entries = _ENTRY.findall(found[3])
    marks = [BULLET] * len(entries) if found[1] == "ul" else [f"{number}. " for number in range(first, first + len(entries))]
    return "<br>".join(["", *(f"{mark}{entry.strip()}" for mark, entry in zip(marks, entries, strict=True)), ""])


def on_web(address: Callable[[str], str], text: str) -> str:
    """Return a text as HTML in blocks; `address` gives the address of a page, '' where it is not known."""
    return block_html(text, partial(_known, address))


def _known(address: Callable[[str], str], path: str) -> str | None:
    return address(path) or None
