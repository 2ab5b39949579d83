"""Every check there is, for `make check` and for the build: a strict build stops at exactly what the command calls an error."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quizbank.checks.banks import check_all, check_figure_blocks
from quizbank.checks.collisions import check_collisions
from quizbank.checks.course import check_course
from quizbank.checks.facts import check_facts
from quizbank.checks.glossary import check_glossary
from quizbank.checks.links import check_pictures
from quizbank.checks.lint import Found, lint, lint_drafts, lint_errors
from quizbank.checks.lint.marks import lint_papers
from quizbank.checks.material import Material, Readings
from quizbank.checks.notes import check_notes, weighed
from quizbank.checks.papers import check_papers
from quizbank.notes.figures import check_figures
from quizbank.notes.nav import check_nav
from quizbank.problems.problem import Problem
from quizbank.site.addresses import pages_not_made, quiz_page


def check_together(read: Material) -> list[Problem]:
    """Return what is wrong between the parts of what was read. Pages show what concerns their banks."""
    glossary = read.chapters.get(read.course.pages.glossary)
    shown = {block.name for chapter in read.chapters.values() for block in chapter.figures}
    return [
        *(check_papers(list(read.papers), read.banks, _lost_to_papers(read)) if read.papers else ()),
        *check_course(
            read.course,
            read.chapters,
            {*read.made, *pages_not_made(read.course, read.made)},
            {bank.title for bank in read.written.values()},
        ),
        *check_collisions(read.docs, read.root, read.files, read.made),
        *check_all(list(read.written.values()), read.chapters, _linkable(read), read.unread, read.drafts),
        *_of_nav(read),
        *weighed(check_figure_blocks(read.chapters, read.figures, read.course.limits.figure_words), read.course),
        *weighed(check_figures(read.figures, shown), read.course),
        *check_pictures(read.chapters, read.pictures),
        *(check_glossary(glossary.text, glossary.file, read.course.glossary_languages) if glossary else ()),
    ]


def _lost_to_papers(read: Material) -> frozenset[str]:
    """Return the names of the banks that papers may name and get nothing from: unread ones, and drafts."""
    return read.unread | (read.written.keys() - read.banks.keys())


def _linkable(read: Material) -> set[str]:
    """Return the files and pages that links may name, but for quizzes: of those it is known which questions they hold."""
    return {*read.files, *(path for path in read.made if path.endswith(".md"))} - set(map(quiz_page, read.banks))


def _of_nav(read: Material) -> Iterator[Problem]:
    if read.nav is not None:
        taught = {bank.chapter for bank in read.banks.values()}
        yield from check_nav(read.nav, read.chapters, taught, {*read.files, *read.made}, pages_not_made(read.course, read.made))


def check_everything(library: Readings, root: Path) -> tuple[list[Problem], str]:
    """Return all problems, the linter's warnings among them, and a line that counts the facts that are taught."""
    untaught, coverage = check_facts(root, library.chapters, library.all_banks.values())
    banks = library.all_banks
    findings = [*lint(banks, library.course), *lint_papers(library.all_papers.values(), banks.values(), library.course)]
    findings += lint_drafts(library.left_out.banks.values(), library.course)
    read = [*library.problems, *library.left_out.problems]
    return [*read, *_of_notes(library), *untaught, *(finding.problem for finding in findings)], coverage


def other_errors(library: Readings, root: Path, known: Found | None = None) -> list[Problem]:
    """Return the errors that are not in `library.problems`: what is wrong with notes, facts and the making of questions.

    Costs a fraction of `check_everything`: most of the linter's work is for warnings. `known` is what the linter found before.
    """
    untaught, _ = check_facts(root, library.chapters, library.all_banks.values())
    of_notes = [problem for problem in _of_notes(library) if problem.severity == "error"]
    banks = library.all_banks
    findings = [
        *lint_errors(banks, library.course, known),
        *lint_papers(library.all_papers.values(), banks.values(), library.course),
    ]
    return [*of_notes, *untaught, *(finding.problem for finding in findings if finding.severity == "error")]


def as_warnings(problems: list[Problem]) -> list[Problem]:
    """Return the problems for an author who is still writing, and whose pages can be shown in spite of them."""
    return [replace(problem, severity="warning") for problem in problems]


def _of_notes(library: Readings) -> list[Problem]:
    return list(check_notes(library.course, library.banks, library.chapters, library.terms))
