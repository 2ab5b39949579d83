"""What must hold between blueprints and banks: every paper can be drawn, whatever the seed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quizbank.model.bank import Bank
from quizbank.papers.blueprint import Blueprint
from quizbank.papers.draw import Item, high_marks, items_of, left_for, pool
from quizbank.problems.problem import Problem, bank_name, did_you_mean
from quizbank.problems.wording import counted

_REMEDY = "'publish: no' in this file keeps the paper off the site"


def check_papers(papers: Sequence[Blueprint], banks: Mapping[str, Bank], unread: Collection[str]) -> list[Problem]:
    """Return every problem, in order of file and line.

    `unread` names the banks that could not be read. That is reported already, so while there are any, nothing is said of too
    few questions.
    """
    items = items_of(banks.values())
    shown = items_of(bank for bank in banks.values() if bank.publish)
    found = [*_repeated_titles(papers)]
    for paper in papers:
        unknown = list(_unknown_banks(paper, {*banks, *unread}))
        found += unknown or (() if unread else _not_drawn(paper, items, shown))
    return sorted(found)


def _not_drawn(paper: Blueprint, items: Sequence[Item], shown: Sequence[Item]) -> Iterator[Problem]:
    """Yield why the paper cannot be printed or, where only the site's mock exam cannot be drawn, why that cannot."""
    faults = list(_too_few(paper, items))
    yield from faults
    if paper.publish and not faults:
        for fault in _too_few(paper, shown):
            yield replace(fault, message=f"on the site, without the banks that say 'publish: no': {fault.message}; {_REMEDY}")


def _repeated_titles(papers: Sequence[Blueprint]) -> Iterator[Problem]:
    first: dict[str, Blueprint] = {}
    for paper in papers:
        other = first.setdefault(paper.title.casefold(), paper)
        if other is not paper:
            message = f"expected a title that no other paper has, got the title of {other.file}"
            yield Problem(paper.file, paper.source.of(("title",)), "title", message)


def _unknown_banks(paper: Blueprint, known: Collection[str]) -> Iterator[Problem]:
    for index, section in enumerate(paper.sections):
        for place, name in enumerate(section.chapters):
            if name not in known:
                message = f"expected the name of a bank, got '{name}'{did_you_mean(name, known)}"
                yield replace(_at_section(paper, index, message, "chapters", place), needs=(bank_name(name),))


def _too_few(paper: Blueprint, items: Sequence[Item]) -> Iterator[Problem]:
    """Yield the sections with too few questions or, where there are none, the Bloom share if it cannot be met."""
    short = list(_short_sections(paper, items))
    yield from short or _short_share(paper, items)


def _short_sections(paper: Blueprint, items: Sequence[Item]) -> Iterator[Problem]:
    pools = [pool(section, items) for section in paper.sections]
    for index, section in enumerate(paper.sections):
        left = max(0, left_for(paper.sections, index, pools))
        if left < section.number:
            taken = len(pools[index]) - left
            beside = f"; earlier sections may take {taken} of {len(pools[index])}" if taken else ""
            wanted = f"{counted(section.number, 'question')} of these kinds for {counted(section.marks, 'mark')} each"
            message = f"expected at least {wanted}, got {left}{beside}"
            yield _at_section(paper, index, message, "number")


def _short_share(paper: Blueprint, items: Sequence[Item]) -> Iterator[Problem]:
    reach = high_marks(paper, items)
    share = 100 * sum(reach) // paper.printed_marks
    if share < paper.bloom_share:
        full = [section.number * section.marks for section in paper.sections]
        low = [
            f"section {section.id} reaches {marks} of {most} marks"
            for section, marks, most in zip(paper.sections, reach, full, strict=True)
            if marks < most
        ]
        message = (
            f"expected questions at 'apply' or above for {paper.bloom_share} per cent of the marks, got {share} at the most; "
            + ", ".join(low)
        )
        yield Problem(paper.file, paper.source.of(("bloom_share",)), "bloom_share", message)


def _at_section(paper: Blueprint, index: int, message: str, *spot: str | int) -> Problem:
    where = f"section {paper.sections[index].id}: {spot[0]}"
    return Problem(paper.file, paper.source.of(("sections", index, *spot)), where, message)
