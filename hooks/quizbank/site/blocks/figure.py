"""`/// figure | name | caption` is a hand-made drawing. `notes/blocks.py` makes its frame; the drawing stands inside."""

from markupsafe import Markup

from quizbank.banks.references import UnknownReference
from quizbank.problems.problem import did_you_mean
from quizbank.site.page import Page


def html(page: Page, argument: str) -> Markup:
    """Return the drawing."""
    page.needs.figure()
    figure = page.library.figures.get(argument)
    if figure is None:
        hint = did_you_mean(argument, page.library.figures)
        raise UnknownReference(f"expected the name of a figure, got '{argument}'{hint}")
    if not figure.inline:
        return page.renderer.problem(f"expected a drawing in {figure.file}, got none that can be shown")
    return Markup(figure.inline)  # noqa: S704 - written again by `svg.py` from an allow-list
