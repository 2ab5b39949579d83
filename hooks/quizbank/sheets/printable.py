"""The papers that can be printed from the browser, as pages of the site."""

import posixpath
from collections.abc import Iterable, Mapping

from quizbank.model.bank import Bank
from quizbank.papers.blueprint import Blueprint
from quizbank.papers.draw import DEFAULT_SEED
from quizbank.papers.sets import mock_set
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.site import addresses


def browser_pages(papers: Mapping[str, Blueprint], banks: Iterable[Bank], renderer: Renderer) -> dict[str, str]:
    """Return the pages of all papers and keys, as whole HTML documents by path. Set A of the paper that everybody gets."""
    sheets, pages, banks = Sheets(renderer), {}, list(banks)
    for name, paper in papers.items():
        one = mock_set(paper, banks, DEFAULT_SEED)
        sheet, key = addresses.sheet_page(name), addresses.sheet_key_page(name)
        home = posixpath.relpath("index.html", posixpath.dirname(sheet))
        pages[sheet] = sheets.browser_paper(one, posixpath.basename(key), home)
        pages[key] = sheets.browser_key(one, posixpath.basename(sheet), home)
    return pages
