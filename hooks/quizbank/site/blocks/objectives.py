"""`/// objectives | bank` is the list of what a learner can do after the bank's chapter."""

from markupsafe import Markup

from quizbank.site.page import Page


def html(page: Page, argument: str) -> Markup:
    """Return the objectives of a bank."""
    return page.renderer.objectives(page.library.resolve(argument).bank)
