"""Links from a bank's texts to pages of the notes, as they are typed: `[see](plants.md#leaves)`."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from quizbank.model.part import Part
from quizbank.notes.pages.line_marks import shown
from quizbank.texts.inline import PAGE_ADDRESS, PAGE_SCHEME, as_html

_TO_PAGE = re.compile(rf'<a href="{PAGE_SCHEME}([^"]*)"')
_TYPED = re.compile(r"(?<![\\!])\[[^\]]*\]\(\s*<?((?:[^()\s>]|\([^()\s]*\))*)>?(?:\s+[\"'][^)]*)?\)")

# '[1]: plants.md', the address of a link '[see][1]' above it.
_DEFINED = re.compile(
    r"""^ {0,3}\[[^\[\]]*\]:[ ]*\n?[ ]*<?([^\s<>]+)>?[ ]*(?:\n?[ ]*(?:(["']).*\2|\(.*\))[ ]*)?$""", re.MULTILINE
)


def typed_links(part: Part) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the address of each link in the texts of a question or an objective, with the keys that lead to the text."""
    if not _may_link(part.model_dump_json()):  # most hold none, and to walk through all their texts would take long
        return
    for place, text in _texts(part.model_dump(), ()):
        if _may_link(text):
            yield from ((place, address) for address in _addresses(text))


def _may_link(text: str) -> bool:
    """Say whether a text may hold a link, or JSON one of its texts: it leaves these signs as they are."""
    return "](" in text or "]:" in text


def _addresses(text: str) -> Iterator[str]:
    """Yield the addresses of pages as Markdown finds them, and as they are typed those others that it may take from a link."""
    yield from (unescape(found[1]) for found in _TO_PAGE.finditer(as_html(text)))
    typed = (found[1] for pattern in (_TYPED, _DEFINED) for found in pattern.finditer(shown(text)))
    yield from (address for address in typed if not PAGE_ADDRESS.fullmatch(address))


def _texts(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*place, key))
    elif isinstance(value, (list, tuple)):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*place, index))
