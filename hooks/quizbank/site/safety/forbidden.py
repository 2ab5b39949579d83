"""What an author has put into a page and the site's policy keeps from working, so that nobody finds that out from a reader."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

# Cheap, and true of every page with a fault: few pages are read again as HTML.
_SUSPECT = re.compile(r"\s(?:style|on[a-z]+)\s*=|javascript:|//|<(?:iframe|object|embed|base|form)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*javascript:", re.IGNORECASE)
_LOADED = ("src", "srcset", "poster")
_FRAMES = ("iframe", "object", "embed", "base")
_NO_STYLE = "expected a class, with its rules in a style sheet (a table: `use_align_attribute: true` in mkdocs.yml), got {}"
_NO_SCRIPT = "expected a script in a file or in <script>, got {}"
_NO_FETCH = "expected a file among the notes, or a link: pages load nothing from other sites; got {}"
_NO_FRAME = "expected a link, since pages show no other page and no plug-in, got {}"
_NO_FORM = "expected a link, since pages send nothing, got {}"


class Forbidden(NamedTuple):
    """What browsers refuse in a page: a message for its author, and the words by which to find it in the source."""

    message: str
    words: str


def forbidden_in(html: str) -> Iterator[Forbidden]:
    """Yield what browsers would refuse in a page."""
    if _SUSPECT.search(html):
        reader = _Reader()
        reader.feed(html)
        reader.close()
        yield from reader.found


class _Reader(HTMLParser):
    """Takes down what is refused."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Forbidden] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FRAMES:
            self.found.append(Forbidden(_NO_FRAME.format(f"<{tag}>"), f"<{tag}"))
        for name, value in attrs:
            if message := _refused(tag, name, value or ""):
                self.found.append(Forbidden(message.format(f'{name}="{value or ""}"'), value or name))


def _refused(tag: str, name: str, value: str) -> str:
    """Return the message about an attribute that is refused, or ''."""
    if name == "style":
        return _NO_STYLE
    if name.startswith("on") or (name == "href" and _SCRIPT.match(value)):
        return _NO_SCRIPT
    if name == "action":
        return _NO_FORM
    loaded = tag not in _FRAMES and (name in _LOADED or (tag == "link" and name == "href"))
    return _NO_FETCH if loaded and _ELSEWHERE.match(value) else ""
