"""Everything the site is made from, read together: banks, papers, chapters, and all that is wrong with them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from quizbank.banks.drafts import NOTHING, LeftOut, finished, references, unread_drafts
from quizbank.banks.load import as_warning, load_bank, wants_to_be_published
from quizbank.banks.memory import BankLoader
from quizbank.banks.references import StillDraft, Target, UnknownReference, resolve, unpublished
from quizbank.checks.all_checks import check_together
from quizbank.checks.material import Material
from quizbank.checks.strays import find_strays, unread_by, unused_pictures
from quizbank.course import FILE as COURSE
from quizbank.course import NEUTRAL, Course, read_course
from quizbank.model.bank import Bank
from quizbank.notes.chapters import Chapter, Heading, read_chapters
from quizbank.notes.figures import Figure, read_figures
from quizbank.notes.glossary import Term, read_terms
from quizbank.notes.nav import read_nav
from quizbank.notes.pictures import read_pictures
from quizbank.papers.blueprint import FOLDER as PAPERS
from quizbank.papers.blueprint import Blueprint, load_blueprint
from quizbank.papers.draw import items_of, pool
from quizbank.problems.problem import Problem, did_you_mean
from quizbank.site.addresses import made_files
from quizbank.texts.image_files import ImageFile

Published = TypeVar("Published", Bank, Blueprint)


@dataclass(frozen=True)
class KeptBack:
    """What serves printed papers only. `unread` are the names of banks that could not be read and must not be shown either."""

    banks: dict[str, Bank]
    papers: dict[str, Blueprint]
    unread: frozenset[str]


@dataclass(frozen=True)
class Library:
    """What the site and the book may use is in `banks` and `papers`; what says `publish: no` is in `kept_back`.

    `pictures` are those of the notes, by their paths below the docs folder; those of questions are known to these.
    `unread` holds, under the names of the banks that could not be read at all, what is wrong with them. `left_out` is what is
    still being written, unless it is shown with the rest.
    """

    course: Course
    banks: dict[str, Bank]
    papers: dict[str, Blueprint]
    kept_back: KeptBack
    unread: dict[str, list[Problem]]
    chapters: dict[str, Chapter]
    figures: dict[str, Figure]
    pictures: dict[str, ImageFile]
    terms: list[Term]
    problems: list[Problem]
    left_out: LeftOut = NOTHING

    @property
    def all_banks(self) -> dict[str, Bank]:
        """All banks that could be read, for checks and for printed papers."""
        return dict(sorted({**self.banks, **self.kept_back.banks}.items()))

    @property
    def all_papers(self) -> dict[str, Blueprint]:
        """All sound blueprints, for the command that prints them."""
        return dict(sorted({**self.papers, **self.kept_back.papers}.items()))

    def mock_papers(self) -> dict[str, Blueprint]:
        """Return the papers that can be sat on the site, drawn from what it shows: all of which a question can be drawn."""
        return self._mock_papers

    @cached_property
    def _mock_papers(self) -> dict[str, Blueprint]:
        items = items_of(self.banks.values()) if self.papers else []
        shown = {name: paper.without({*self.kept_back.banks, *self.kept_back.unread}) for name, paper in self.papers.items()}
        return {name: paper for name, paper in shown.items() if any(pool(section, items) for section in paper.sections)}

    def problems_of(self, file: str) -> list[Problem]:
        """Return what is wrong in one file."""
        return self._problems_by_file.get(file, [])

    @cached_property
    def _problems_by_file(self) -> dict[str, list[Problem]]:
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            found.setdefault(problem.file, []).append(problem)
        return found

    def heading(self, bank: Bank, section: str) -> Heading | None:
        """Return the heading in a bank's chapter under which a section's questions are taught, or None if there is none."""
        chapter = self.chapters.get(bank.chapter)
        return chapter.headings.get(section) if chapter else None

    def figure(self, name: str) -> Figure:
        """Return a figure. Raises UnknownReference where there is no such figure."""
        if name not in self.figures:
            raise UnknownReference(f"expected the name of a figure, got '{name}'{did_you_mean(name, self.figures)}")
        return self.figures[name]

    def resolve(self, reference: str) -> Target:
        """Return what a quiz block points at. Raises UnknownReference, which says why nothing can be shown."""
        name = reference.partition("#")[0]
        if not self.left_out.references.isdisjoint({reference, name}):
            raise StillDraft
        if name in self.kept_back.unread:
            raise UnknownReference(unpublished(name))
        if name in self.unread:
            raise UnknownReference(" ".join(map(str, self.unread[name])))
        return resolve(reference, self.all_banks)


def read_library(
    quizzes: Path, docs: Path, root: Path, settings: Path | None = None, with_drafts: bool = False, load: BankLoader = load_bank
) -> Library:
    """Read every bank and paper of `quizzes` and every page below `docs`. File names in messages start from `root`.

    The profile of the course lies in `root`. `settings` is the site's settings file; without it nothing is said of the navigation
    nor of a profile that is missing: then these are banks and pages without a project around them. Without `with_drafts`, what is
    still being written is left out of everything that is made. `load` reads one bank.
    """
    course, problems = _read_profile(root, settings)
    strays = list(find_strays(quizzes, root))
    written, unread, faults = _read_banks(quizzes, root, strays, load)
    banks = written if with_drafts else finished(written)
    drafted = frozenset() if with_drafts else unread_drafts(unread, root)
    drafts = drafted if with_drafts else drafted | references(written, banks)
    papers, paper_faults = _read_papers(quizzes, root)
    nav, nav_faults = (None, []) if settings is None else read_nav(settings, root)
    chapters, figures = read_chapters(docs, root), read_figures(docs, root, course.topics)
    pictures = read_pictures(chapters, docs)
    glossary = chapters.get(course.pages.glossary)
    terms = read_terms(glossary.text) if glossary else []
    files = frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    hidden = drafted | {name for name in unread if not wants_to_be_published(root / unread[name][0].file)}
    (shown, kept_banks), (mocks, kept_papers) = _by_publish(banks), _by_publish(papers)
    made = made_files(course, [*shown, *(name for name in unread if name not in hidden)], mocks)
    everything = Material(
        course=course,
        banks=banks,
        written=written,
        drafts=drafts,
        unread=frozenset(unread),
        papers=papers.values(),
        chapters=chapters,
        figures=figures,
        pictures=pictures,
        nav=nav,
        files=files,
        made=made,
        docs=docs,
        root=root,
    )
    together = check_together(everything)
    unused = unused_pictures(quizzes, root, written.values(), not unread and not any(bank.broken for bank in written.values()))
    everything_wrong = [*problems, *strays, *faults, *paper_faults, *nav_faults, *together, *unused]
    problems, of_drafts = _divided(everything_wrong, written, {unread[name][0].file for name in drafted})
    kept_back = KeptBack(kept_banks, kept_papers, hidden)
    sound = {path: file for path, file in pictures.items() if isinstance(file, ImageFile)}
    read = Library(course, shown, mocks, kept_back, unread, chapters, figures, sound, terms, [*problems, *of_drafts])
    if with_drafts:
        return read
    unfinished = {name: bank.unfinished() for name, bank in written.items() if bank.drafts}
    return replace(read, problems=problems, left_out=LeftOut(unfinished, drafts, tuple(of_drafts), len(drafted)))


def _read_profile(root: Path, settings: Path | None) -> tuple[Course, list[Problem]]:
    is_project = (settings is not None and settings.is_file()) or (root / COURSE).is_file()
    return read_course(root) if is_project else (NEUTRAL, [])


def _read_banks(
    quizzes: Path, root: Path, strays: Iterable[Problem], load: BankLoader
) -> tuple[dict[str, Bank], dict[str, list[Problem]], list[Problem]]:
    """Return the banks that could be read, what is wrong with each of the others, and all problems found in banks."""
    banks: dict[str, Bank] = {}
    unread: dict[str, list[Problem]] = {}
    problems: list[Problem] = []
    for path in sorted(quizzes.glob("[!.]*.yml")):  # a name that starts with a dot is an editor's, not an author's
        bank, found = load(path, root)
        problems += found
        if bank is None:
            unread[path.stem] = found
        else:
            banks[bank.name] = bank
    lost = {name: [stray] for name, stray in unread_by(strays).items() if name not in {*banks, *unread}}
    return banks, unread | lost, problems


def _read_papers(quizzes: Path, root: Path) -> tuple[dict[str, Blueprint], list[Problem]]:
    """Return the sound blueprints of `quizzes/papers` by name, and what is wrong with the others."""
    papers: dict[str, Blueprint] = {}
    problems: list[Problem] = []
    for path in sorted((quizzes / PAPERS).glob("[!.]*.yml")):
        paper, found = load_blueprint(path, root)
        problems += found
        if paper is not None:
            papers[paper.name] = paper
    return papers, problems


def _by_publish(things: dict[str, Published]) -> tuple[dict[str, Published], dict[str, Published]]:
    """Return what the site shows, and what it does not."""
    shown = {name: thing for name, thing in things.items() if thing.publish}
    return shown, {name: thing for name, thing in things.items() if name not in shown}


def _divided(
    problems: Iterable[Problem], written: Mapping[str, Bank], unread: Collection[str]
) -> tuple[list[Problem], list[Problem]]:
    """Return what is wrong with what is finished, and what is wrong with drafts, as warnings.

    `written` are the banks with their drafts, `unread` the files of drafts that cannot be read.
    """
    by_file = {bank.file: bank for bank in written.values()}
    others: list[Problem] = []
    of_drafts: list[Problem] = []
    for problem in problems:
        bank = by_file.get(problem.file)
        if problem.file in unread or (bank is not None and bank.is_drafted(problem.line)):
            of_drafts.append(as_warning(problem))
        else:
            others.append(problem)
    return others, of_drafts
