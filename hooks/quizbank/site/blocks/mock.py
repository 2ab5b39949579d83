"""`/// mock | paper` is the inside of the page on which a paper is sat."""

from markupsafe import Markup

from quizbank.banks.references import UnknownReference
from quizbank.render.renderer import Link
from quizbank.site.addresses import sheet_key_page, sheet_page
from quizbank.site.page import Page
from quizbank.site.pages import mocks, practice


def html(page: Page, argument: str) -> Markup:
    """Return a paper's pattern and the element on which it is sat, or what keeps it from being sat."""
    paper = page.library.papers.get(argument)
    if paper is None:
        raise UnknownReference(f"expected the name of a paper, got '{argument}'")
    if argument not in page.library.mock_papers():
        faults = (page.renderer.problem(str(problem)) for problem in page.library.problems_of(paper.file))
        return Markup("").join([page.renderer.problem(mocks.EMPTY), *faults])
    page.needs.feature("mock")
    path, title = practice.list_of_quizzes(page.library.course)
    without = Link(page.url(path), title)
    sheet, key = page.url(sheet_page(argument)), page.url(sheet_key_page(argument))
    return page.renderer.mock(paper, mocks.MARKING, without, sheet, key)
