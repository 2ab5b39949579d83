"""The glossary's links in the chapters: the first time a chapter uses a term, the word leads to its meaning.

A script opens the meaning over the page (`core/terms.js`); without it the link leads to the glossary.
"""

import re
from collections.abc import Callable, Sequence
from html import escape, unescape

from markupsafe import Markup

from quizbank.notes.glossary import Term

_TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
# Words in these are names, code or links already.
_CLOSED = frozenset(
    ["a", "abbr", "button", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "script", "style", "summary", "svg", "th"]
)


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
        term = self._term(unescape(found[1]))
        if term is None or term.anchor in seen:
            return found[0]
        seen.add(term.anchor)
        words = Markup('<a class="term" href="{}">').format(link(term.anchor))
        return f"{words}{found[0]}</a>"

    def _term(self, words: str) -> Term | None:
        """Return the term that a form on a page belongs to. Patterns equate letters that are different small letters: ı and i."""
        exact = self._terms.get(words.casefold())
        alike = (term for form, term in self._terms.items() if re.fullmatch(f"(?i:{re.escape(form)})", words))
        return exact or next(alike, None)


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
