"""The glossary's terms, and their links in the chapters: the first time a chapter uses a term, the word leads to its meaning.

The meaning is also the link's title, which the theme shows as a tooltip to mouse and keyboard.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from markdown.extensions.toc import slugify
from markupsafe import Markup

from quizbank.front_matter import lines_of
from quizbank.line_marks import line_of, unmarked
from quizbank.parsing import ParsedPage, parse
from quizbank.plain import plain_text
from quizbank.problems import Problem

PAGE = "glossary.md"
# Pages that ask what the glossary tells: a tooltip there would be the answer.
UNMARKED = frozenset({PAGE, "cases.md", "mock-papers.md"})

_ID = re.compile(r"#([\w:.-]+)")
# The last lines of an entry, or all of an entry that stands for another one.
_SEE = re.compile(r"^\s*See (?:\[|\*\*)")
_OTHER_NAMES = re.compile(r"(?<!\s)\s*\(([^()]*)\)")
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


@dataclass(frozen=True)
class _Entry:
    """A word with its meanings as the page has them. `anchor` is '' when it has no id, `meaning` when it only leads elsewhere."""

    name: str
    anchor: str
    meaning: str
    line: int


def read_terms(text: str) -> list[Term]:
    """Return the terms of the glossary page, in its order. Entries that say no more than "See …" are none."""
    entries = (entry for entry in _entries(parse(text)) if entry.anchor and entry.meaning)
    return [Term(entry.name, entry.anchor, entry.meaning, _forms(entry.name), entry.line) for entry in entries]


def check_glossary(text: str, file: str) -> Iterator[Problem]:
    """Yield the entries of the glossary page that would explain nothing: without an id, without a meaning, for a word taken."""
    page = parse(text)
    first: dict[str, _Entry] = {}
    for entry in _entries(page):
        if not entry.anchor:
            message = f"expected an id after the word, such as '{entry.name} {{ #{slugify(entry.name, '-')} }}', got none"
            yield Problem(file, entry.line, "glossary", message)
        for form in (form.casefold() for form in _forms(entry.name) if entry.meaning):
            other = first.setdefault(form, entry)
            if other is not entry:
                message = f"expected each word once, got '{form}', which line {other.line} explains already"
                yield Problem(file, entry.line, "glossary", message)
    lines = lines_of(text)
    for line in _lonely(page):
        message = "expected the meaning on the next line, after a colon and three spaces, got none"
        yield Problem(file, lines.index(line) + 1 if line in lines else 1, "glossary", message)


def _entries(page: ParsedPage) -> Iterator[_Entry]:
    for word, meanings in page.terms:
        name, anchor = _word_and_id(unmarked(word.text or ""))
        if name:
            lines = [line for part in meanings for line in unmarked("\n".join(part.itertext())).split("\n")]
            while lines and (not lines[-1].strip() or _SEE.match(lines[-1])):
                lines.pop()
            meaning = " ".join(plain_text(" ".join(lines)).split())
            yield _Entry(name, anchor, meaning, line_of(word.text or "") or 1)


def _lonely(page: ParsedPage) -> Iterator[str]:
    """Yield the lines that have the form of a word with its id and no meaning behind them."""
    for text in page.texts:
        for line in unmarked(text.text).split("\n") if text.element == "p" else ():
            if _word_and_id(line)[1]:
                yield line


def _word_and_id(line: str) -> tuple[str, str]:
    """Return the word that a line explains and its id, '' where it has none; no word for a line that has no such form."""
    word = line.rstrip()
    if not word or word[0].isspace() or word[0] in "#{":
        return "", ""
    name, brace, attributes = word.rpartition("{")
    anchor = _ID.search(attributes) if brace and attributes.find("}") == len(attributes) - 1 else None
    return (name.rstrip(), anchor[1]) if anchor else (word, "")


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
        term = self._term(unescape(found[1]))
        if term is None or term.anchor in seen:
            return found[0]
        seen.add(term.anchor)
        words = Markup('<a class="term" href="{}" title="{}">').format(link(term.anchor), term.meaning)
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
