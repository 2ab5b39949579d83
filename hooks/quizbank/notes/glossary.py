"""The glossary's terms: the first time a chapter uses one, the word leads to its meaning.

An entry may also say what the word is called in other languages: a meaning of its own each, which ends with a line such as
`{ lang=hi }`. Markdown makes that the language of the HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizbank.notes.pages.line_marks import line_of, unmarked
from quizbank.notes.pages.parsing import ParsedPage, parse
from quizbank.texts.plain import plain_text

_ID = re.compile(r"#([\w:.-]+)")
# The last lines of an entry, or all of an entry that stands for another one.
_SEE = re.compile(r"^\s*See (?:\[|\*\*)")
# The page that such a line leads to.
_SEE_PAGE = re.compile(r"^\s*See \[[^\]]*\]\(([^)#\s]+)", re.MULTILINE)
# The line that makes a meaning one in another language. Braces behind words on the same line do nothing in Markdown.
_LANGUAGE = re.compile(r"(?:\A|\n)[ ]*\{:?[ ]*lang=[\"']?([\w-]+)[\"']?[ ]*\}\s*\Z")
_OTHER_NAMES = re.compile(r"(?<!\s)\s*\(([^()]*)\)")


@dataclass(frozen=True)
class Equivalent:
    """What a word is called in another language, the most usual way first. `language` is a tag as in HTML."""

    language: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """One entry: the word, its id on the page, what it means in plain text, the ways it is written, its line.

    `page` is where it leads ("See …"), as the link has it; '' where it leads nowhere.
    """

    name: str
    anchor: str
    meaning: str
    forms: tuple[str, ...]
    line: int
    equivalents: tuple[Equivalent, ...] = ()
    page: str = ""

    @property
    def title(self) -> str:
        """What a link to the entry tells: the meaning, then the words of other languages."""
        return " · ".join([self.meaning, *(", ".join(other.words) for other in self.equivalents)])


@dataclass(frozen=True)
class Entry:
    """A word with its meanings as the page has them. `anchor` is '' when it has no id, `meaning` when it only leads elsewhere."""

    name: str
    anchor: str
    meaning: str
    line: int
    equivalents: tuple[Equivalent, ...] = ()
    page: str = ""


def read_terms(text: str) -> list[Term]:
    """Return the terms of the glossary page, in its order. Entries that say no more than "See …" are none."""
    entries = (entry for entry in entries_of(parse(text)) if entry.anchor and entry.meaning)
    return [
        Term(entry.name, entry.anchor, entry.meaning, forms_of(entry.name), entry.line, entry.equivalents, entry.page)
        for entry in entries
    ]


def entries_of(page: ParsedPage) -> Iterator[Entry]:
    """Yield everything that has the form of an entry, also what explains nothing."""
    for word, meanings in page.terms:
        name, anchor = word_and_id(unmarked(word.text or ""))
        if name:
            texts = [unmarked("\n".join(part.itertext())) for part in meanings]
            equivalents = tuple(_equivalent(text, found) for text in texts if (found := _LANGUAGE.search(text)))
            meaning = _meaning([text for text in texts if not _LANGUAGE.search(text)])
            see = _SEE_PAGE.search("\n".join(texts))
            yield Entry(name, anchor, meaning, line_of(word.text or "") or 1, equivalents, see[1] if see else "")


def _equivalent(text: str, language: re.Match[str]) -> Equivalent:
    return Equivalent(language[1], tuple(" ".join(words.split()) for words in plain_text(text[: language.start()]).split(",")))


def _meaning(texts: list[str]) -> str:
    """Return in plain words what an entry says, without the lines at its end that lead elsewhere."""
    lines = "\n".join(texts).split("\n")
    while lines and (not lines[-1].strip() or _SEE.match(lines[-1])):
        lines.pop()
    return " ".join(plain_text(" ".join(lines)).split())


def word_and_id(line: str) -> tuple[str, str]:
    """Return the word that a line explains and its id, '' where it has none; no word for a line that has no such form."""
    word = line.rstrip()
    if not word or word[0].isspace() or word[0] in "#{":
        return "", ""
    name, brace, attributes = word.rpartition("{")
    anchor = _ID.search(attributes) if brace and attributes.find("}") == len(attributes) - 1 else None
    return (name.rstrip(), anchor[1]) if anchor else (word, "")


def forms_of(name: str) -> tuple[str, ...]:
    """Return the ways a term is written: 'Captive unit (GIC, GCC)' is 'captive unit', 'GIC' and 'GCC'."""
    others = [part.strip() for group in _OTHER_NAMES.findall(name) for part in re.split(r"[,/;]| or ", group)]
    return tuple(form for form in (_OTHER_NAMES.sub("", name).strip(), *others) if form)
