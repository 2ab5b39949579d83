"""Writes question papers: PDF files for the command line, and pages for the site to print from a browser."""

import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path

from quizbank.draw import DEFAULT_SEED
from quizbank.library import Library
from quizbank.print.pdf import write_pdf
from quizbank.print.sets import PaperSet, mock_set
from quizbank.print.sheets import Sheets
from quizbank.render import Renderer
from quizbank.text import question_markdown

FOLDER = "papers"


def page_of(name: str) -> str:
    """Return the path on the site of a paper that can be printed from the browser: set A of the paper everybody gets."""
    return f"{FOLDER}/{name}-set-a.html"


def key_page_of(name: str) -> str:
    """Return the path on the site of that paper's answer key."""
    return f"{FOLDER}/{name}-set-a-key.html"


def browser_pages(library: Library, renderer: Renderer) -> dict[str, str]:
    """Return the pages of all papers and keys, as whole HTML documents by path."""
    sheets, pages = Sheets(renderer), {}
    for name, paper in library.mock_papers().items():
        one = mock_set(paper, library.banks.values(), DEFAULT_SEED)
        home = posixpath.relpath("index.html", FOLDER)
        pages[page_of(name)] = sheets.browser_paper(one, posixpath.basename(key_page_of(name)), home)
        pages[key_page_of(name)] = sheets.browser_key(one, posixpath.basename(page_of(name)), home)
    return pages


def write_papers(sets: Iterable[PaperSet], out: Path, tell: Callable[[str], None]) -> None:
    """Write the PDF files of some sets: paper, answer sheet where there are letters to fill in, and key.

    `tell` is told of each file that was made. Raises PdfError when a file cannot be made.
    """
    sheets = Sheets(Renderer(question_markdown()))
    documents = [document for one in sets for document in _documents(sheets, one)]
    for number, (name, html) in enumerate(documents, 1):
        path = out / name
        write_pdf(html, path, out)
        tell(f"{number} of {len(documents)}: {path}")


def _documents(sheets: Sheets, one: PaperSet) -> list[tuple[str, str]]:
    """Return the sheets of one set as HTML, by the name of their file."""
    made = {"paper": sheets.paper(one), "answer-sheet": sheets.answer_sheet(one), "key": sheets.key(one)}
    name = f"{one.paper.name}-{one.fingerprint}-set-{one.letter}"
    return [(f"{name}-{what}.pdf", html) for what, html in made.items() if html]
