"""The practice pages on the site: a title, an element that a script fills, and what to do without the script."""

from collections.abc import Callable

from markupsafe import Markup

from quizbank.course import Course
from quizbank.practice import PAGES
from quizbank.practice.page import PracticePage
from quizbank.site.pages.headings import heading
from quizbank.strings.words import Words

UrlFunction = Callable[[str], str]


def pages(course: Course) -> dict[str, str]:
    """Return the pages that the course has, in Markdown, by path."""
    words = Words(course.language)
    return {path: _markdown(name, PAGES[name], words) for name, path in course.generated.practice.items()}


def list_of_quizzes(course: Course) -> tuple[str, str]:
    """Return the path and the name of the page that leads to every quiz, also without JavaScript."""
    say = Words(course.language).say
    start = course.pages.start, say("site.start_page")
    return (course.generated.quizzes, say("site.list_of_quizzes")) if course.generated.quizzes else start


def _markdown(name: str, page: PracticePage, words: Words) -> str:
    start = f"---\nhide:\n  - toc\n---\n{heading(words, page.title)}"
    return f"{start}\n{words.word(page.purpose)}\n\n/// practice | {name}\n///\n{_more(page)}"


def _more(page: PracticePage) -> str:
    """Return the blocks that stand below what the script fills."""
    return "".join(f"\n/// {block}\n///\n" for block in page.blocks)


def element(name: str, course: Course, url: UrlFunction, inside: Markup, has_glossary: bool) -> Markup:
    """Return the element that the page's script fills. Until then, or without the script, it says what works instead.

    `inside` is what the script fills, in a template. Where there is no glossary, no page leads to it.
    """
    glossary = PAGES[name].of_glossary and has_glossary
    words = Words(course.language)
    path, title = (course.pages.glossary, words.say("site.glossary")) if glossary else list_of_quizzes(course)
    link = Markup('<a href="{}">{}</a>').format(url(path), title)
    html = Markup("<quiz-{0} data-quiz-page><p>{1}</p>{2}</quiz-{0}>")
    return html.format(name, words.around("site.needs_script", link=link), inside)
