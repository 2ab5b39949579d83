"""`/// practice | name` is the inside of a practice page."""

from markupsafe import Markup

from quizbank.banks.references import UnknownReference
from quizbank.practice import PAGES
from quizbank.site.page import Page
from quizbank.site.pages import practice


def html(page: Page, argument: str) -> Markup:
    """Return the element that the page's script fills."""
    if argument not in PAGES:
        raise UnknownReference(f"expected the name of a practice page, got '{argument}'")
    page.needs.feature(argument)
    inside = page.renderer.practice(argument, page.library.banks.values(), page.url)
    return practice.element(argument, page.library.course, page.url, inside, bool(page.library.terms))
