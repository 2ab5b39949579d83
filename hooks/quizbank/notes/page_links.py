"""Links from a bank's texts to pages of the notes: `[see](plants.md#leaves)`, as seen from the docs folder.

A text is rendered once and shown in many places, so the page stays in the link until its place is known.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from quizbank.model.part import Part
from quizbank.notes.pages.line_marks import shown
from quizbank.texts.inline import PAGE_ADDRESS, PAGE_SCHEME, as_html

_LINK = re.compile(rf'<a href="{PAGE_SCHEME}([^"#]*)(#[^"]*)?"([^<>]*)>(.*?)</a>', re.DOTALL)
_TO_PAGE = re.compile(rf'<a href="{PAGE_SCHEME}([^"]*)"')
_SOURCE_START = f'<img src="{PAGE_SCHEME}'
_SOURCE = re.compile(rf'{_SOURCE_START}([^"]*)"')
_TYPED = re.compile(r"(?<![\\!])\[[^\]]*\]\(\s*<?((?:[^()\s>]|\([^()\s]*\))*)>?(?:\s+[\"'][^)]*)?\)")

# '[1]: plants.md', the address of a link '[see][1]' above it.
_DEFINED = re.compile(
    r"""^ {0,3}\[[^\[\]]*\]:[ ]*\n?[ ]*<?([^\s<>]+)>?[ ]*(?:\n?[ ]*(?:(["']).*\2|\(.*\))[ ]*)?$""", re.MULTILINE
)


def resolved(html: str, url: Callable[[str], str | None]) -> str:
    """Return the HTML with its links to pages led where `url` says; where that is nowhere, only their words stay.

    `url` takes the page's path, with the fragment where the link has one.
    """

    def link(found: re.Match[str]) -> str:
        address = url(found[1] + (found[2] or ""))
        return found[4] if address is None else f'<a href="{address}"{found[3]}>{found[4]}</a>'

    return _LINK.sub(link, html) if PAGE_SCHEME in html else html


def on_site(html: str, url: Callable[[str], str]) -> str:
    """Return the HTML with its links to pages as addresses of the site. `url` gives the address of a path."""

    def address(target: str) -> str:
        path, mark, fragment = target.partition("#")
        return f"{url(path)}{mark}{fragment}"

    return with_pictures(resolved(html, address), url)


def with_pictures(html: str, url: Callable[[str], str]) -> str:
    """Return the HTML with the addresses of its questions' pictures. `url` gives the address of a path."""
    return _SOURCE.sub(lambda found: f'<img src="{url(found[1])}"', html) if _SOURCE_START in html else html


def typed_links(part: Part) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the address of each link in the texts of a question or an objective, with the keys that lead to the text."""
    for place, text in _texts(part.model_dump(), ()):
        if "](" in text or "]:" in text:
            yield from ((place, address) for address in _addresses(text))


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
