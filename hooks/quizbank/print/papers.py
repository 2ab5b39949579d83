"""Writes question papers: PDF files for the command line, and pages for the site to print from a browser."""

import posixpath
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from quizbank.blueprint import Blueprint
from quizbank.draw import DEFAULT_SEED
from quizbank.library import Library
from quizbank.print.pdf import write_pdf
from quizbank.print.sets import paper_set
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
        one = paper_set(paper, library.banks.values(), DEFAULT_SEED)
        home = posixpath.relpath("index.html", FOLDER)
        pages[page_of(name)] = sheets.browser_paper(one, posixpath.basename(key_page_of(name)), home)
        pages[key_page_of(name)] = sheets.browser_key(one, posixpath.basename(page_of(name)), home)
    return pages


def write_papers(
    library: Library, papers: Iterable[Blueprint], seed: str, letters: Sequence[str], out: Path, tell: Callable[[str], None]
) -> None:
    """Write the PDF files of some papers in some sets: paper, answer sheet where there are letters to fill in, and key.

    `tell` is told of each file that is about to be made. Raises PdfError when a file cannot be made.
    """
    sheets = Sheets(Renderer(question_markdown()))
    documents = [
        document for paper in papers for letter in letters for document in _documents(library, sheets, paper, seed, letter)
    ]
    for number, (name, html) in enumerate(documents, 1):
        path = out / name
        tell(f"{number} of {len(documents)}: {path}")
        write_pdf(html, path, out)


def _documents(library: Library, sheets: Sheets, paper: Blueprint, seed: str, letter: str) -> list[tuple[str, str]]:
    """Return the sheets of one set as HTML, by the name of their file."""
    one = paper_set(paper, library.all_banks.values(), seed, letter)
    made = {"paper": sheets.paper(one), "answer-sheet": sheets.answer_sheet(one), "key": sheets.key(one)}
    return [(f"{paper.name}-seed-{seed}-set-{letter}-{what}.pdf", html) for what, html in made.items() if html]
