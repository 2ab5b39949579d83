"""What must hold between the banks and the chapters: ids, sections, objectives, question blocks, links.

Every function takes what was read and returns problems; none prints, none stops at the first.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quizbank.banks.references import KEPT_BACK, Target, UnknownReference, found_in, resolve
from quizbank.blocks import BLOCKS
from quizbank.blocks.place import PointsAt
from quizbank.checks.links import Page, bank_links, page_links
from quizbank.kinds import KINDS
from quizbank.model.bank import Bank, Objective
from quizbank.model.question import Question
from quizbank.notes.chapters import Chapter, Reference
from quizbank.notes.pages.front_matter import lines_of
from quizbank.problems.problem import Problem, bank_name, did_you_mean, nearest, page_name, question_name
from quizbank.problems.wording import unknown_kind
from quizbank.site.addresses import quiz_page


def check_all(
    banks: Sequence[Bank],
    chapters: Mapping[str, Chapter],
    files: Collection[str],
    unread: Collection[str] = (),
    drafts: Collection[str] = (),
) -> list[Problem]:
    """Return every problem between banks and chapters, in order of file and line.

    `files` are the paths below the docs folder of everything else a link may point at, such as images. `unread` names the
    banks that could not be read: that is reported already, so what points at them is not. `drafts` are the references to what is
    left out because it is still being written: a block may name it, and a link may not.
    """
    by_name = {bank.name: bank for bank in banks}
    pages = {path: _page(chapter, by_name) for path, chapter in chapters.items()}
    pages |= {
        quiz_page(bank.name): Page.of([f"q-{name}" for name in bank.positions if f"{bank.name}#{name}" not in drafts])
        for bank in banks
        if bank.publish and bank.name not in drafts
    }
    files = {*files, *map(quiz_page, unread)}
    return sorted(
        [
            *_repeated_ids(banks),
            *_withdrawn_ids(banks),
            *(problem for together in _with_cards_together(banks) for problem in _repeated_objectives(together)),
            *_pages_without_headings(banks, chapters),
            *(problem for bank in banks for problem in _bank(bank, chapters)),
            *(problem for chapter in chapters.values() for problem in chapter.problems),
            *(problem for bank in banks for problem in _contrast(bank, by_name, unread)),
            *(problem for chapter in chapters.values() for problem in _blocks(chapter, banks, {*unread, *drafts})),
            *(problem for chapter in chapters.values() for problem in page_links(chapter, pages, files)),
            *(problem for bank in banks for problem in bank_links(bank, pages, files)),
        ]
    )


def _page(chapter: Chapter, banks: Mapping[str, Bank]) -> Page:
    targets = [block.target for block in chapter.blocks if BLOCKS[block.name].points_at is PointsAt.QUESTIONS]
    questions = [f"q-{question_id}" for block in found_in(targets, banks) for question_id in sorted(block.question_ids)]
    own = [*_written(chapter), *questions, *(f"fig-{figure.name}" for figure in chapter.figures), *chapter.anchors]
    return Page.of(own, chapter.headings)


def _written(chapter: Chapter) -> list[str]:
    """Return the ids that the author gave to headings: those that stand in the heading's line."""
    lines = ["", *lines_of(chapter.text)]
    in_line = ((heading, lines[heading.line] if heading.line < len(lines) else "") for heading in chapter.headings.values())
    return [heading.anchor for heading, line in in_line if f"#{heading.anchor}" in line]


def _repeated_ids(banks: Sequence[Bank]) -> Iterator[Problem]:
    first: dict[str, Bank] = {}
    for bank in banks:
        for name in bank.positions:
            other = first.setdefault(name, bank)
            if other is not bank:
                line = other.line(name, "id")
                message = f"expected an id that no other question has, got the id of the question at {other.file}:{line}"
                lost = question_name(bank.name, name)
                yield Problem(bank.file, bank.line(name, "id"), f"{name}: id", message, breaks=lost)


def _withdrawn_ids(banks: Sequence[Bank]) -> Iterator[Problem]:
    """Yield the questions that took the id of one that was withdrawn: learners' answers to that one would pass for theirs."""
    gone = {name: (bank, index) for bank in banks for index, name in enumerate(bank.withdrawn)}
    for bank in banks:
        for name in bank.positions:
            if name in gone:
                other, index = gone[name]
                place = f"{other.file}:{other.source.of(('withdrawn', index))}"
                message = f"expected an id that no question has had, got one that is withdrawn at {place}"
                yield Problem(bank.file, bank.line(name, "id"), f"{name}: id", message, breaks=question_name(bank.name, name))


def _with_cards_together(banks: Sequence[Bank]) -> list[list[Bank]]:
    """Return the published banks, whose objectives become cards, and by itself each other bank: it may name its chapter's."""
    return [[bank for bank in banks if bank.publish], *([bank] for bank in banks if not bank.publish)]


def _repeated_objectives(banks: Sequence[Bank]) -> Iterator[Problem]:
    """Yield each name of an objective that another one has: its number, its slug, or the number its cards were kept under."""
    for key in ("id", "slug", "was"):
        first: dict[str, tuple[Bank, int]] = {}
        for bank, index, objective in _objectives(banks):
            name = getattr(objective, key)
            if name is not None and (place := first.setdefault(name, (bank, index))) != (bank, index):
                message = f"expected a name that no other objective has, got '{name}', which is at {_objective_at(*place, key)}"
                line = bank.source.of(("objectives", index, key))
                yield Problem(bank.file, line, f"{objective.id}: {key}", message)


def _objectives(banks: Sequence[Bank]) -> Iterator[tuple[Bank, int, Objective]]:
    return ((bank, index, objective) for bank in banks for index, objective in enumerate(bank.objectives))


def _objective_at(bank: Bank, index: int, key: str) -> str:
    return f"{bank.file}:{bank.source.of(('objectives', index, key))}"


def _pages_without_headings(banks: Sequence[Bank], chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    """Yield the chapters of banks in which there is no section that a question could name, such as empty files."""
    taught = {bank.chapter: bank for bank in reversed(banks)}
    for chapter in chapters.values():
        if chapter.path in taught and not chapter.headings:
            got = "none" if chapter.text.strip() else "an empty file"
            message = f"expected headings for the questions of {taught[chapter.path].file}, got {got}"
            yield Problem(chapter.file, 1, "", message, breaks=page_name(chapter.path))


def _bank(bank: Bank, chapters: Mapping[str, Chapter]) -> Iterator[Problem]:
    chapter = chapters.get(bank.chapter)
    if chapter is None:
        message = f"expected a page in docs/, got '{bank.chapter}'{_meant_page(bank.chapter, chapters)}"
        yield Problem(bank.file, bank.source.of(("chapter",)), "chapter", message, breaks=page_name(bank.chapter))
    for question in bank.questions:
        yield from _place_of(question, None, bank, chapter)
        for part in question.inner:
            yield from _place_of(part, question, bank, chapter)


def _meant_page(path: str, chapters: Collection[str]) -> str:
    return f"; did you mean '{path}.md'?" if f"{path}.md" in chapters else did_you_mean(path, chapters)


def _place_of(question: Question, case: Question | None, bank: Bank, chapter: Chapter | None) -> Iterator[Problem]:
    """Yield what is wrong with a question's section and objective. What it takes from its case is reported there."""
    known = [objective.id for objective in bank.objectives]
    told = (case is not None and question.section == case.section) or "section" in question.gaps
    if chapter is not None and question.section not in chapter.headings and not told:
        hint = did_you_mean(question.section, _written(chapter))
        message = f"expected the id of a heading in {chapter.file}, got '{question.section}'{hint}"
        problem = bank.problem(question, "section", message, page_name(bank.chapter))
        yield replace(problem, breaks=question_name(bank.name, question.id))
    if question.objective not in known and not (case is not None and question.objective == case.objective):
        message = f"expected one of the bank's objectives {', '.join(known)}, got '{question.objective}'"
        yield replace(bank.problem(question, "objective", message), breaks=question_name(bank.name, question.id))


def _contrast(bank: Bank, banks: Mapping[str, Bank], unread: Collection[str]) -> Iterator[Problem]:
    kept_back = {name for name in banks if bank.publish and not banks[name].publish}
    others = {*banks, *unread} - kept_back - {bank.name}
    if bank.contrasts is not None and bank.contrasts not in others:
        why = f", {KEPT_BACK}" if bank.contrasts in kept_back else did_you_mean(bank.contrasts, others)
        message = f"expected the name of another bank, got '{bank.contrasts}'{why}"
        needs = (bank_name(bank.contrasts),)
        yield Problem(bank.file, bank.source.of(("contrasts",)), "contrasts", message, needs=needs)


def _blocks(chapter: Chapter, banks: Sequence[Bank], unread: AbstractSet[str]) -> Iterator[Problem]:
    by_name = {bank.name: bank for bank in banks}
    shown: set[str] = set()
    for block in chapter.blocks:
        if BLOCKS[block.name].points_at is PointsAt.KIND:
            yield from _kind_shown(block, chapter)
            continue
        if not unread.isdisjoint({block.target, block.target.partition("#")[0]}):
            continue
        try:
            found = resolve(block.target, by_name)
        except UnknownReference as unknown:
            bank = bank_name(block.target.partition("#")[0])
            absent = block.target.partition("#")[0] not in by_name
            needs = (bank, *_question_behind(block.target, by_name))
            yield Problem(chapter.file, block.line, block.name, str(unknown), breaks=bank if absent else "", needs=needs)
            continue
        ids = _shown_by(block, found)
        if ids & shown:
            message = f"expected each question once on a page, got '{block.target}' again"
            yield Problem(chapter.file, block.line, block.name, message)
        shown |= ids


def _question_behind(reference: str, banks: Mapping[str, Bank]) -> Iterator[str]:
    """Yield the name, as in `Problem.needs`, of the broken question that a block points at, however its id is written there."""
    bank, _, question_id = reference.partition("#")
    name = nearest(question_id, banks[bank].broken) if bank in banks and question_id else None
    if name is not None:
        yield question_name(bank, name)


def _kind_shown(block: Reference, chapter: Chapter) -> Iterator[Problem]:
    if block.target not in KINDS:
        yield Problem(chapter.file, block.line, block.name, unknown_kind(block.target, KINDS))


def _shown_by(block: Reference, found: Target) -> set[str]:
    return found.question_ids if BLOCKS[block.name].points_at is PointsAt.QUESTIONS else set()


def check_figure_blocks(chapters: Mapping[str, Chapter], figures: Collection[str], fewest_words: int) -> Iterator[Problem]:
    """Yield what is wrong where pages show figures: an unknown name, no caption, too few words for readers who cannot see it."""
    for chapter in chapters.values():
        shown: set[str] = set()
        for block in chapter.figures:
            where = f"figure {block.name}"
            if block.name in shown:
                yield Problem(chapter.file, block.line, where, f"expected each figure once on a page, got '{block.name}' again")
            shown.add(block.name)
            if block.name not in figures:
                message = f"expected the name of a figure, got '{block.name}'{did_you_mean(block.name, figures)}"
                yield Problem(chapter.file, block.line, "figure", message)
            if not block.caption:
                yield Problem(chapter.file, block.line, where, "expected a caption after the name, got none")
            if block.words < fewest_words:
                message = f"expected at least {fewest_words} words that tell what the figure shows, got {block.words}"
                yield Problem(chapter.file, block.line, where, message, check="figure-words")
