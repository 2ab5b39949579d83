"""Words in a line, from HTML to Markdown: each mark only where Markdown would read it as one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from quizbank.exchange.from_plain import clean, escaped
from quizbank.exchange.html_tree import Element
from quizbank.texts.inline import OUTSIDE_ADDRESS, PAGE_ADDRESS

_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "sub": "~", "sup": "^", "del": "~~", "s": "~~"}
_LOST = {
    "audio": "a sound",
    "video": "a film",
    "iframe": "an embedded page",
    "object": "an embedded file",
    "embed": "an embedded file",
}
_UNSAFE = {"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E", "\\": "%5C"}


@dataclass
class _Piece:
    """A part of a line: its Markdown and its words, and what its own mark is, '' for none."""

    text: str
    words: str
    sign: str = ""


@dataclass
class Inline:
    """Writes lines, and keeps the pictures in them (address, words), their sizes, and the names of what was left out."""

    pictures: list[tuple[str, str]] = field(default_factory=list)
    sizes: list[tuple[int, int]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def written(self, parts: Iterable[Element | str]) -> tuple[str, str]:
        """Return words in a line as Markdown, and as they are."""
        pieces = self._pieces(parts)
        text, words = _joined(pieces)
        return " ".join(text.split()), " ".join(clean(words).split())

    def _pieces(self, parts: Iterable[Element | str]) -> list[_Piece]:
        found: list[_Piece] = []
        run: list[str] = []
        for each in parts:
            if isinstance(each, str):
                run.append(each)
                continue
            found += _plain(run)
            run = []
            found += self._element(each)
        return [*found, *_plain(run)]

    def _element(self, element: Element) -> list[_Piece]:
        if element.tag == "br":
            return [_Piece(" ", " ")]
        if element.tag == "img":
            self.pictures.append((element.attributes.get("src", ""), clean(element.attributes.get("alt", ""))))
            self.sizes.append((_pixels(element, "width"), _pixels(element, "height")))
            return []
        if element.tag in _LOST:
            self.lost.append(_LOST[element.tag])
        if element.tag in ("code", "kbd", "samp", "tt"):
            return self._code(element)
        pieces = self._pieces(element.inside)
        if element.tag == "a":
            return _link(pieces, element.attributes.get("href", "").strip())
        sign = _SIGNS.get(element.tag) or _styled(element.attributes.get("style", ""))
        return _marked(pieces, sign) if sign else pieces

    def _code(self, element: Element) -> list[_Piece]:
        _, words = self.written(element.inside)
        if not words or "`" in words or "\\" in words:
            return _plain([words])
        return [_Piece(f"`{words}`", words, "`")]


def _pixels(element: Element, side: str) -> int:
    """Return how many pixels an attribute says; 0 where it says none."""
    said = element.attributes.get(side, "").strip().removesuffix("px")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def _plain(run: list[str]) -> list[_Piece]:
    text = "".join(run)
    if not text:
        return []
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    words = " ".join(clean(text).split())
    return [_Piece(f"{before}{escaped(words)}{after}" if words else " ", f"{before}{words}{after}")]


def _joined(pieces: list[_Piece]) -> tuple[str, str]:
    """Return pieces in one: emphasis that touches a letter or another mark is none for Markdown, so its words stay."""
    text, words = "", ""
    for index, piece in enumerate(pieces):
        following = pieces[index + 1].text[:1] if index + 1 < len(pieces) else ""
        fits = piece.sign not in ("*", "**", "~~") or (_is_edge(text[-1:]) and _is_edge(following))
        text += piece.text if fits else piece.text.removeprefix(piece.sign).removesuffix(piece.sign)
        words += piece.words
    return text, words


def _is_edge(sign: str) -> bool:
    return not (sign.isalnum() or sign in "_*`~^\\") or not sign


def _marked(pieces: list[_Piece], sign: str) -> list[_Piece]:
    text, words = _joined(pieces)
    before, inside, after = _edges(text)
    if not inside or (sign in inside and not _both(inside, sign)):
        return pieces
    if sign in "~^":
        inside = inside.replace(" ", "\\ ")
    spaced = [_Piece(" ", " ")]
    return [*(spaced * bool(before)), _Piece(f"{sign}{inside}{sign}", words.strip(), sign), *(spaced * bool(after))]


def _both(inside: str, sign: str) -> bool:
    """Say whether a text is all bold or all slanted and now becomes both."""
    other = "*" if sign == "**" else "**"
    core = inside.removeprefix(other).removesuffix(other)
    return sign in ("*", "**") and len(inside) - len(core) == 2 * len(other) and "*" not in core.replace("\\*", "")


def _edges(text: str) -> tuple[str, str, str]:
    found = _EDGES.match(text)
    return (found[1], found[2], found[3]) if found else ("", text, "")


def _link(pieces: list[_Piece], address: str) -> list[_Piece]:
    text, words = _joined(pieces)
    before, inside, after = _edges(text)
    if not inside or "](" in inside or not (OUTSIDE_ADDRESS.match(address) or PAGE_ADDRESS.fullmatch(address)):
        return pieces
    safe = "".join(_UNSAFE.get(sign, sign) for sign in "".join(address.split("\n")))
    return [_Piece(f"{before}[{inside}]({safe}){after}", words)]


def _styled(style: str) -> str:
    """Return the mark that a style means."""
    found = style.replace(" ", "").lower()
    checks: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("**", lambda text: bool(re.search("font-weight:(bold|[6-9]00)", text))),
        ("*", lambda text: "font-style:italic" in text),
        ("~", lambda text: "vertical-align:sub" in text),
        ("^", lambda text: "vertical-align:super" in text),
    )
    return next((sign for sign, means in checks if means(found)), "")
