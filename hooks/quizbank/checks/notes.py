"""What must hold in the notes: plain reading, a complete glossary, objectives shown and tested, footnotes with their source."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from quizbank.course import Course
from quizbank.model.bank import Bank
from quizbank.model.house import Limits, Setting
from quizbank.notes.cards import key_ideas, objectives_without_card, sections_of
from quizbank.notes.chapters import Chapter
from quizbank.notes.glossary import Term
from quizbank.notes.pages.front_matter import lines_of
from quizbank.notes.readability import ENOUGH_WORDS, READABLE, measure
from quizbank.problems.problem import Problem, page_name

# The checks of the notes and their figures, and how grave each is where no profile says otherwise. What no course can do without
# is an error; what is a matter of a house's style is off.
SEVERITIES: dict[str, Setting] = {
    "reading-length": "off",
    "reading-ease": "off",
    "objective-tested": "error",
    "objectives-shown": "off",
    "objective-card": "warning",
    "key-term": "off",
    "term-link": "off",
    "section-link": "warning",
    "footnote-text": "error",
    "footnote-use": "error",
    "footnote-year": "off",
    "footnote-source": "error",
    "figure-shown": "error",
    "figure-words": "error",
}

_SECTION = re.compile(r"(?:section )?(\d+\.\d+)( .+)?", re.IGNORECASE)
_MEANING = re.compile(r"^:\s")
_OTHER_NAMES = re.compile(r"(?<!\s)\s*\([^()]*\)")
_FOOTNOTE_USE = re.compile(r"\[\^([\w-]+)\]")
_FOOTNOTE = re.compile(r"^\[\^([\w-]+)\]:\s*(.*)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SITE = re.compile(r"(?<![\w.-])(?:[a-z0-9-]+\.)+(?:com|org|in|eu|me|net|info|co|ca|biz|edu|gov|io|xyz|us)\b")


def check_notes(
    course: Course, banks: Mapping[str, Bank], chapters: Mapping[str, Chapter], terms: Sequence[Term]
) -> Iterator[Problem]:
    """Yield everything that is wrong in the notes, page by page, as grave as the course's profile says."""
    return weighed(_all(course, banks, chapters, terms), course)


def weighed(problems: Iterable[Problem], course: Course) -> Iterator[Problem]:
    """Yield the problems as grave as the course's profile says. Those that are found by no check with a name stay as they are."""
    for problem in problems:
        severity = course.severity(problem.check, SEVERITIES[problem.check]) if problem.check else problem.severity
        if severity != "off":
            yield replace(problem, severity=severity)


def _all(course: Course, banks: Mapping[str, Bank], chapters: Mapping[str, Chapter], terms: Sequence[Term]) -> Iterator[Problem]:
    roles = course.pages
    if course.language in READABLE and _is_on(course, "reading-length", "reading-ease"):
        for path in dict.fromkeys(bank.chapter for bank in banks.values()):
            yield from _reading(chapters[path], course.limits) if path in chapters else ()
    for bank in banks.values():
        yield from _objectives(bank, chapters.get(bank.chapter), course.key_idea)
    sources = chapters.get(roles.sources)
    for chapter in chapters.values():
        yield from _footnotes(chapter, sources)
        yield from _section_links(chapter, chapters)
        if terms and chapter.path != roles.glossary:
            yield from _key_terms(chapter, terms, roles.glossary)
    if roles.glossary in chapters:
        yield from _unlinked_terms(chapters[roles.glossary], terms)


def _is_on(course: Course, *checks: str) -> bool:
    """Say whether the profile asks for one of some checks."""
    return any(course.severity(check, SEVERITIES[check]) != "off" for check in checks)


def _section_links(chapter: Chapter, chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """Yield each link that names a section by its number, as '1.2 Roots' or 'section 1.2', and no longer as its heading does."""
    for link in chapter.links:
        path, _, anchor = link.target.partition("#")
        page = chapters.get(posixpath.normpath(posixpath.join(posixpath.dirname(chapter.path), path)) if path else chapter.path)
        heading = page.headings.get(anchor) if page else None
        named = _SECTION.fullmatch(link.name)
        if page and heading and named and not _is_called(heading.title, number=named[1], title=named[2]):
            message = f"expected the section's own number and title, '{heading.title}', got '{link.name}'"
            yield Problem(chapter.file, link.line, "link", message, needs=(page_name(page.path),), check="section-link")


def _is_called(heading: str, *, number: str, title: str | None) -> bool:
    return heading == number + title if title else heading.startswith(f"{number} ")


def _reading(chapter: Chapter, limits: Limits) -> Iterator[Problem]:
    reading = measure(chapter.text)
    most, least = limits.sentence_words, limits.reading_ease
    if reading.words < ENOUGH_WORDS:
        return
    if reading.median_sentence > most:
        message = f"expected a median sentence of at most {most} words, got {reading.median_sentence:g}; cut long sentences"
        yield Problem(chapter.file, 1, "reading", message, check="reading-length")
    if reading.ease < least:
        message = f"expected a reading ease of at least {least}, got {reading.ease}; use shorter words and sentences"
        yield Problem(chapter.file, 1, "reading", message, check="reading-ease")


def _objectives(bank: Bank, chapter: Chapter | None, box: str) -> Iterator[Problem]:
    for index, objective in enumerate(bank.objectives):
        if not sections_of(bank, objective) and not bank.is_to_be_tested(objective.id):
            message = f"expected a question that tests it, got none: {objective.text}"
            line = bank.source.of(("objectives", index))
            yield Problem(bank.file, line, objective.id, message, needs=bank.behind(objective.id), check="objective-tested")
    if chapter is not None and key_ideas(chapter, box):
        yield from _cardless(bank, chapter, box)
    if chapter is not None and ("objectives", bank.name) not in [(block.name, block.target) for block in chapter.blocks]:
        message = f"expected the chapter to show its objectives with '/// objectives | {bank.name}', got none"
        yield Problem(chapter.file, 1, "objectives", message, needs=(page_name(chapter.path),), check="objectives-shown")


def _cardless(bank: Bank, chapter: Chapter, box: str) -> Iterator[Problem]:
    """Yield each objective that gets no flashcard, in a chapter that has key ideas for others."""
    for index, objective in objectives_without_card(bank, chapter, box):
        if sections := sections_of(bank, objective):
            place = f"{'section' if len(sections) == 1 else 'sections'} {', '.join(sections)} of {chapter.file}"
            message = f'expected a box "{box}" for its flashcard in the {place}, got none'
            line, needs = bank.source.of(("objectives", index)), bank.behind(objective.id)
            yield Problem(bank.file, line, objective.id, message, needs=needs, check="objective-card")


def _key_terms(chapter: Chapter, terms: Sequence[Term], glossary: str) -> Iterator[Problem]:
    known = {form.casefold() for term in terms for form in term.forms}
    for number, (line, following) in enumerate(pairwise(lines_of(chapter.text)), 1):
        term = _defined_word(line) if _MEANING.match(following) else ""
        if term and _OTHER_NAMES.sub("", term).casefold() not in known:
            message = f"expected a term of the glossary, got '{term}'"
            yield Problem(chapter.file, number, "key terms", message, needs=(page_name(glossary),), check="key-term")


def _defined_word(line: str) -> str:
    """Return the word that a line explains, without the attributes behind it, or '' for a line that has no such form."""
    word = line.rstrip()
    if not word or word[0].isspace() or word[0] in ":#":
        return ""
    start = word.rfind("{", 1) if word.endswith("}") else -1
    return word[:start].rstrip() if start > 0 else word


def _unlinked_terms(glossary: Chapter, terms: Sequence[Term]) -> Iterator[Problem]:
    """Each entry ends before the next one begins; somewhere in it a link leads to where the notes teach the term."""
    lines = [*(term.line for term in terms), len(lines_of(glossary.text)) + 1]
    for term, end in zip(terms, lines[1:], strict=True):
        if not any(term.line < link.line < end for link in glossary.links):
            message = "expected a link to the section that teaches it, got none"
            yield Problem(glossary.file, term.line, term.name, message, needs=(page_name(glossary.path),), check="term-link")


def _footnotes(chapter: Chapter, sources: Chapter | None) -> Iterator[Problem]:
    uses: dict[str, int] = {}
    notes: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines_of(chapter.text), 1):
        if note := _FOOTNOTE.match(line):
            notes[note[1]] = (number, note[2])
            line = note[2]
        for name in _FOOTNOTE_USE.findall(line):
            uses.setdefault(name, number)
    for name, number in uses.items():
        if name not in notes:
            message = "expected its text on a line of its own, got none"
            yield Problem(chapter.file, number, f"footnote {name}", message, check="footnote-text")
    for name, (number, text) in notes.items():
        for check, message in _footnote_faults(text, name in uses, sources):
            yield Problem(chapter.file, number, f"footnote {name}", message, check=check)


def _footnote_faults(text: str, is_used: bool, sources: Chapter | None) -> Iterator[tuple[str, str]]:
    if not is_used:
        yield "footnote-use", "expected a place in the text that points to it, got none"
    if not _YEAR.search(text):
        yield "footnote-year", "expected the year of the source or the day it was seen, got none"
    for site in _SITE.findall(text) if sources else ():
        if sources and not _names(sources, site):
            yield "footnote-source", f"expected {site} on the page {sources.path}, got no mention of it"


def _names(sources: Chapter, site: str) -> bool:
    """Say whether the page names the site, and not only one that begins or ends like it."""
    return bool(re.search(rf"(?<![\w.-])(?:www\.)?{re.escape(site.removeprefix('www.'))}(?![\w-])", sources.text))
