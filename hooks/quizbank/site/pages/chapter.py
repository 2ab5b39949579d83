"""The shape of a chapter's page: what it says of itself, and the quizzes that it leads to."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

from quizbank.model.bank import Bank
from quizbank.notes.chapters import Chapter, Heading
from quizbank.notes.reading_time import minutes_to_read
from quizbank.render.shape import ChapterShape, QuizLink, SectionLine, SectionQuiz
from quizbank.site.addresses import quiz_page

UrlFunction = Callable[[str], str]

# "2.3 Features of the work", "2. Features"
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?\s+")

# With scripts, an address with this begins practice at once (`frontend/set/play.js`): with the questions that a learner needs
# most, or with a section's.
_QUICK = "?quick"
_SECTION = "?practise="


def shape(chapter: Chapter, banks: Sequence[Bank], url: UrlFunction) -> ChapterShape:
    """Return what a chapter's page says of itself. `banks` are those that name it; `url` gives a page's address from there."""
    return ChapterShape(
        path=chapter.path,
        minutes=minutes_to_read(chapter.text),
        sections=sections(chapter.headings.values()),
        quizzes=tuple(QuizLink(quick_practice(bank, url), bank.title, *bank.quick) for bank in banks),
        parts=tuple(part.id for bank in banks for part in bank.parts),
    )


def quick_practice(bank: Bank, url: UrlFunction) -> str:
    """Return the address at which quick practice begins."""
    return f"{url(quiz_page(bank.name))}{_QUICK}"


def sections(headings: Iterable[Heading]) -> tuple[SectionLine, ...]:
    """Return the sections of a page with their numbers: those in their titles, or if no title has one, their places."""
    titles = [(heading.anchor, heading.title) for heading in headings if heading.level == 2]
    numbers = [found[1] if (found := _NUMBER.match(title)) else "" for _, title in titles]
    if not any(numbers):
        numbers = [str(place) for place, _ in enumerate(titles, 1)]
    return tuple(SectionLine(anchor, title, number) for (anchor, title), number in zip(titles, numbers, strict=True))


def section_quizzes(banks: Iterable[Bank], url: UrlFunction) -> dict[str, SectionQuiz]:
    """Return the questions of each section that has some, by the id of its heading. Questions of cases count each."""
    found: dict[str, list[str]] = defaultdict(list)
    for bank in banks:
        for part in bank.parts:
            found[part.section].append(f"{url(quiz_page(bank.name))}{_SECTION}{quote(part.section)}#q-{part.id}")
    return {anchor: SectionQuiz(anchor, places[0], len(places)) for anchor, places in found.items()}
