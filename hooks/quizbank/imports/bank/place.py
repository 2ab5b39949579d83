"""The place that a new bank goes to: its chapter, and what the other banks have taken already."""

import re

from quizbank.imports.bank.compose import Around
from quizbank.imports.reader import NotReadable
from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.problems.problem import did_you_mean

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def around_of(library: Library, chapter: str, name: str) -> Around:
    """Return what is known of a new bank of a chapter. Raises NotReadable where there is no such page or the name is none."""
    page = chapter if chapter in library.chapters else f"{chapter.removesuffix('.md')}.md"
    if page not in library.chapters:
        known = ", ".join(sorted(library.chapters))
        raise NotReadable(f"expected the page of a chapter ({known}), got '{chapter}'{did_you_mean(page, library.chapters)}")
    if not _NAME.fullmatch(name):
        raise NotReadable(
            f"expected a name of lower-case words joined by hyphens, such as 'plants-2', got '{name}'; give it by --as"
        )
    headings = library.chapters[page].headings
    banks = [*library.all_banks.values(), *library.left_out.banks.values()]
    return Around(
        name=name,
        title=_title(library, page, name, banks),
        chapter=page,
        sections=tuple(headings),
        objective=_objective(page, banks),
        ids={each for bank in banks for each in bank.positions},
        objectives={each for bank in banks for objective in bank.objectives for each in (objective.id, objective.slug)},
    )


def _title(library: Library, page: str, name: str, banks: list[Bank]) -> str:
    """Return the chapter's title, with the bank's name where another bank has it already."""
    title = next((heading.title for heading in library.chapters[page].headings.values()), name)
    title = re.sub("[<>]", "", title)[:100].strip() or name
    return f"{title} ({name})" if any(bank.title == title for bank in banks) else title


def _objective(page: str, banks: list[Bank]) -> str:
    """Return a number for an objective that no bank has: the next one of the chapter, or the first of a new chapter."""
    own = [bank for bank in banks if bank.chapter == page]
    if not own:
        return f"LO{max((bank.number for bank in banks), default=0) + 1}.1"
    number = own[0].number
    taken = {objective.id for bank in banks for objective in bank.objectives}
    return next(name for name in (f"LO{number}.{index}" for index in range(1, 10_000)) if name not in taken)
