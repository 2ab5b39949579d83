"""The practice pages on the site: a title, an element that a script fills, and what to do without the script."""

from collections.abc import Callable

from markupsafe import Markup

from quizbank.course import Course
from quizbank.practice import PAGES
from quizbank.practice.page import PracticePage

UrlFunction = Callable[[str], str]


def pages(course: Course) -> dict[str, str]:
    """Return the pages that the course has, in Markdown, by path."""
    return {path: _markdown(name, PAGES[name]) for name, path in course.generated.practice.items()}


def list_of_quizzes(course: Course) -> tuple[str, str]:
    """Return the path and the name of the page that leads to every quiz, also without JavaScript."""
    return (course.generated.quizzes, "list of all quizzes") if course.generated.quizzes else (course.pages.start, "start page")


def _markdown(name: str, page: PracticePage) -> str:
    return f"---\nhide:\n  - toc\n---\n# {page.title}\n\n{page.purpose}\n\n/// practice | {name}\n///\n"


def element(name: str, course: Course, url: UrlFunction, inside: Markup, has_glossary: bool) -> Markup:
    """Return the element that the page's script fills. Until then, or without the script, it says what works instead.

    `inside` is what the script fills, in a template. Where there is no glossary, no page leads to it.
    """
    glossary = PAGES[name].of_glossary and has_glossary
    path, title = (course.pages.glossary, "glossary") if glossary else list_of_quizzes(course)
    html = Markup(
        '<quiz-{0} data-quiz-page><p>This page needs JavaScript. The <a href="{1}">{2}</a> works without it.</p>{3}</quiz-{0}>'
    )
    return html.format(name, url(path), title, inside)
