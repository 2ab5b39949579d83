"""What must hold between the course's profile and the rest: each page and each check that it names is there."""

from collections.abc import Collection, Iterator

from quizbank.checks import lint, notes
from quizbank.course import Course
from quizbank.problems.problem import Problem, did_you_mean

SEVERITIES = {**lint.SEVERITIES, **notes.SEVERITIES}


def check_course(course: Course, pages: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong between the profile and the rest. `pages` are the paths below the docs folder."""
    yield from _unknown_checks(course)
    yield from _unknown_pages(course, pages)


def _unknown_checks(course: Course) -> Iterator[Problem]:
    for name in course.checks:
        if name not in SEVERITIES:
            message = f"expected the name of a check, got '{name}'{did_you_mean(name, SEVERITIES)}"
            yield Problem(course.file, course.line("checks", name), "checks", message)


def _unknown_pages(course: Course, pages: Collection[str]) -> Iterator[Problem]:
    """Yield the pages that the author named for a part and that are not there.

    A part that the profile leaves to the default may go unplayed: a course need not have a glossary.
    """
    roles = course.pages
    named: list[tuple[tuple[str | int, ...], str]]
    named = [((name,), getattr(roles, name)) for name in ("start", "glossary", "sources") if name in roles.model_fields_set]
    named += [(("without_terms", index), page) for index, page in enumerate(roles.without_terms)]
    for place, page in named:
        if page not in pages:
            where = ", ".join(["pages", *(str(step + 1) if isinstance(step, int) else step for step in place)])
            line = course.line("pages", *place)
            yield Problem(course.file, line, where, f"expected a page in docs/, got '{page}'{did_you_mean(page, pages)}")
