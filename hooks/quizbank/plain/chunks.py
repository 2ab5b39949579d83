"""A page's HTML as Markdown that any builder reads: headings as headings, so that they come into its lists, all else as it is."""

import re
from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADING = re.compile(r"h[1-6]")
# What Markdown would take for a sign of its own.
_SIGNS = re.compile(r"[\\`*_{}\[\]()#+~^|!-]")
_TAG = re.compile(r"(<[^>]*>)")


class _Headings(HTMLParser):
    """Finds the headings that stand in no other element: where each begins, where it ends, and its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0, *(found.end() for found in re.finditer("\n", html))]
        self._depth = 0
        self.found: list[tuple[int, str, str, list[tuple[str, str | None]]]] = []
        self.ends: list[int] = []
        self.feed(html)
        self.close()

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a heading at the top, and go one element down."""
        if self._depth == 0 and _HEADING.fullmatch(tag):
            self.found.append((self._place(), tag, self.get_starttag_text() or "", attrs))
        self._depth += tag not in _VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over an element that ends where it begins."""

    def handle_endtag(self, tag: str) -> None:
        """Go one element up, and note where a heading at the top ends."""
        self._depth -= tag not in _VOID
        if self._depth == 0 and _HEADING.fullmatch(tag):
            self.ends.append(self._place())


def as_plain_page(html: str) -> str:
    """Return the page as Markdown. What stands between two headings at the top is one block of HTML."""
    return "\n\n".join(piece for piece in _pieces(html) if piece) + "\n"


def _pieces(html: str) -> Iterator[str]:
    headings = _Headings(html)
    done = 0
    for (start, tag, opening, attributes), end in zip(headings.found, headings.ends, strict=True):
        yield _block(html[done:start])
        yield _heading(int(tag[1]), html[start + len(opening) : end], attributes)
        done = end + len(f"</{tag}>")
    yield _block(html[done:])


def _block(html: str) -> str:
    return f'<div class="plain-page">\n{html.strip()}\n</div>' if html.strip() else ""


def _heading(level: int, inner: str, attributes: list[tuple[str, str | None]]) -> str:
    said = " ".join(f"#{value}" if name == "id" else f'{name}="{escape(value or "")}"' for name, value in attributes)
    return f"{'#' * level} {_literal(' '.join(inner.split()))}" + (f" {{ {said} }}" if said else "")


def _literal(html: str) -> str:
    """Return a line of HTML in which Markdown finds no sign of its own."""
    pieces = _TAG.split(html)
    return "".join(piece if index % 2 else _SIGNS.sub(_numbered, _plain(piece)) for index, piece in enumerate(pieces))


def _plain(text: str) -> str:
    """Return a text of HTML with no more characters written as numbers or names than it needs."""
    return escape(unescape(text), quote=False)


def _numbered(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
