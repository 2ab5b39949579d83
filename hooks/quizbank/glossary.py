"""The glossary's terms, and their links in the chapters: the first time a chapter uses a term, the word leads to its meaning.

The meaning is also the link's title, which the theme shows as a tooltip to mouse and keyboard.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise

from markupsafe import Markup

from quizbank.plain import plain_text

PAGE = "glossary.md"
# Pages that ask what the glossary tells: a tooltip there would be the answer.
UNMARKED = frozenset({PAGE, "cases.md", "mock-papers.md"})

_TERM = re.compile(r"^(?P<name>[^\s:#].*?)\s*\{\s*#(?P<anchor>[\w-]+)\s*\}\s*$")
_MEANING = re.compile(r"^:\s+(?P<meaning>.*)$")
_OTHER_NAMES = re.compile(r"\s*\(([^)]*)\)")
_TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
# Words in these are names, code or links already.
_CLOSED = frozenset(
    ["a", "abbr", "button", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "script", "style", "summary", "svg", "th"]
)


@dataclass(frozen=True)
class Term:
    """One entry: the word, its id on the page, what it means in plain text, the ways it is written, its line."""

    name: str
    anchor: str
    meaning: str
    forms: tuple[str, ...]
    line: int


def read_terms(text: str) -> list[Term]:
    """Return the terms of the glossary page, in its order."""
    terms = []
    lines = text.splitlines()
    for number, (line, following) in enumerate(pairwise(lines), 1):
        term, meaning = _TERM.match(line), _MEANING.match(following)
        if term and meaning:
            terms.append(Term(term["name"], term["anchor"], plain_text(meaning["meaning"]), _forms(term["name"]), number))
    return terms


def _forms(name: str) -> tuple[str, ...]:
    """Return the ways a term is written: 'Captive unit (GIC, GCC)' is 'captive unit', 'GIC' and 'GCC'."""
    others = [part.strip() for group in _OTHER_NAMES.findall(name) for part in re.split(r"[,/;]| or ", group)]
    return tuple(form for form in (_OTHER_NAMES.sub("", name).strip(), *others) if form)


class TermMarker:
    """Links terms in pages. Compiled once for a build."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = {form.casefold(): term for term in terms for form in term.forms}
        forms = sorted((form for term in terms for form in term.forms), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(_pattern, forms))})(?:e?s)?(?![\w-])") if forms else None

    def mark(self, html: str, link: Callable[[str], str]) -> str:
        """Return the page with the first use of each term linked. `link` gives the address of a term by its id."""
        if self._pattern is None:
            return html
        seen: set[str] = set()
        closed: list[str] = []
        pieces = _TAG.split(html)
        for index, piece in enumerate(pieces):
            if index % 2:
                _follow(piece, closed)
            elif not closed and piece.strip():
                pieces[index] = self._pattern.sub(lambda found: self._linked(found, seen, link), piece)
        return "".join(pieces)

    def _linked(self, found: re.Match[str], seen: set[str], link: Callable[[str], str]) -> str:
        term = self._terms[unescape(found[1]).casefold()]
        if term.anchor in seen:
            return found[0]
        seen.add(term.anchor)
        words = Markup('<a class="term" href="{}" title="{}">').format(link(term.anchor), term.meaning)
        return f"{words}{found[0]}</a>"


def _pattern(form: str) -> str:
    """Return a pattern for one form as HTML: initials count only in capitals, other terms in any case."""
    words = re.escape(escape(form, quote=False))
    return words if sum(letter.isupper() for letter in form) > 1 else f"(?i:{words})"


def _follow(tag: str, closed: list[str]) -> None:
    """Keep `closed`, the stack of open elements in which no term is linked, up to date with one more tag."""
    name = re.match(r"</?([\w-]+)", tag)
    if name is None or name[1] not in _CLOSED:
        return
    if tag.startswith("</"):
        if closed and closed[-1] == name[1]:
            closed.pop()
    else:
        closed.append(name[1])
