"""The pages on which a learner practises: made of a title, an element that a script fills, and what to do without the script."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from quizbank.site.addresses import ABOUT, GLOSSARY, practice_page

UrlFunction = Callable[[str], str]


@dataclass(frozen=True)
class _Page:
    """A page: its title, what it is for, and the page that serves the same end without JavaScript, with its name."""

    title: str
    purpose: str
    instead: str
    instead_title: str


PAGES = {
    "today": _Page(
        "Today",
        "Questions from all chapters: those that are due, those that went wrong, and new ones.",
        ABOUT,
        "list of all quizzes",
    ),
    "flashcards": _Page(
        "Flashcards",
        "The words of the glossary and the objectives of the chapters, as cards that come back when they are due.",
        GLOSSARY,
        "glossary",
    ),
    "progress": _Page(
        "Progress",
        "What you know, what is due, and how your mock exams went. All of it stays in this browser; nobody else sees it.",
        ABOUT,
        "list of all quizzes",
    ),
}


def pages() -> dict[str, str]:
    """Return the pages in Markdown, by path."""
    return {practice_page(name): _markdown(name, page) for name, page in PAGES.items()}


def _markdown(name: str, page: _Page) -> str:
    return f"---\nsearch:\n  exclude: true\nhide:\n  - toc\n---\n# {page.title}\n\n{page.purpose}\n\n/// practice | {name}\n///\n"


def element(name: str, url: UrlFunction, inside: Markup, has_glossary: bool) -> Markup:
    """Return the element that the page's script fills. Until then, or without the script, it says what works instead.

    `inside` is what the script fills, in a template. Where there is no glossary, no page leads to it.
    """
    page = PAGES[name]
    if page.instead == GLOSSARY and not has_glossary:
        page = PAGES["progress"]
    html = Markup(
        '<quiz-{0} data-quiz-page><p>This page needs JavaScript, which is not running here. The <a href="{1}">{2}</a> '
        "works without it.</p>{3}</quiz-{0}>"
    )
    return html.format(name, url(page.instead), page.instead_title, inside)
