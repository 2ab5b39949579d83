"""Every check there is, for `make check` and for the build: a strict build stops at exactly what the command calls an error."""

from dataclasses import replace
from pathlib import Path

from quizbank.checks.facts import check_facts
from quizbank.checks.lint import lint, lint_errors
from quizbank.checks.lint.marks import lint_papers
from quizbank.checks.notes import check_notes
from quizbank.library import Library
from quizbank.problems.problem import Problem


def check_everything(library: Library, root: Path) -> tuple[list[Problem], str]:
    """Return all problems, the linter's warnings among them, and a line that counts the facts that are taught."""
    untaught, coverage = check_facts(root, library.chapters, library.all_banks.values())
    banks = library.all_banks
    findings = [*lint(banks, library.course), *lint_papers(library.all_papers.values(), banks.values(), library.course)]
    return [*library.problems, *_of_notes(library), *untaught, *(finding.problem for finding in findings)], coverage


def other_errors(library: Library, root: Path) -> list[Problem]:
    """Return the errors that are not in `library.problems`: what is wrong with notes, facts and the making of questions.

    Costs a fraction of `check_everything`: most of the linter's work is for warnings.
    """
    untaught, _ = check_facts(root, library.chapters, library.all_banks.values())
    of_notes = [problem for problem in _of_notes(library) if problem.severity == "error"]
    return [*of_notes, *untaught, *(finding.problem for finding in lint_errors(library.all_banks, library.course))]


def as_warnings(problems: list[Problem]) -> list[Problem]:
    """Return the problems for an author who is still writing, and whose pages can be shown in spite of them."""
    return [replace(problem, severity="warning") for problem in problems]


def _of_notes(library: Library) -> list[Problem]:
    return list(check_notes(library.course, library.banks, library.chapters, library.terms))
