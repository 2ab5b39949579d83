"""Writes question papers: PDF files for the command line, and pages for the site to print from a browser."""

from collections.abc import Callable, Iterable
from pathlib import Path

from quizbank.course import Course
from quizbank.papers.sets import PaperSet
from quizbank.print.pdf import write_pdf
from quizbank.render.pictures import embedded
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.strings.words import Words
from quizbank.texts.inline import question_markdown


def write_papers(sets: Iterable[PaperSet], out: Path, tell: Callable[[str], None], course: Course) -> None:
    """Write the PDF files of some sets: paper, answer sheet where there are letters to fill in, and key.

    They are in the language of the course. `tell` is called with each file that was made. Raises PdfError when a file cannot
    be made.
    """
    sheets = Sheets(
        Renderer(question_markdown(), embedded, course.numbers, Words(course.language), course.figures.invented_firms)
    )
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
