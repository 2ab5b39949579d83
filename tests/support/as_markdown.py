"""What Python-Markdown itself makes of a page: the headings that ours are compared with."""

import html
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from markdown import Markdown

from quizbank.notes.blocks import extensions_with

EXTENSIONS = ["toc", "attr_list", "tables", "admonition", "def_list", "footnotes", "pymdownx.superfences", "pymdownx.details"]


class HeadingIds(HTMLParser):
    """Gathers the ids of a page's headings, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.ids.append(dict(attributes).get("id"))


def python_markdown(text: str) -> tuple[list[str | None], list[tuple[int, str, str]]]:
    """Return the headings' ids in the HTML, and their levels, ids and words in the table of contents."""
    parser: Any = Markdown(extensions=extensions_with(EXTENSIONS, lambda name, argument: ""))
    page = parser.convert(text)
    return HeadingIds(page).ids, list(flat(parser.toc_tokens))


def flat(tokens: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], html.unescape(token["name"])
        yield from flat(token["children"])
