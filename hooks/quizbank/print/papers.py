"""Writes question papers for the command line: PDF files, and beside them Word files that a teacher can edit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from quizbank.course import Course
from quizbank.model.paper_header import PaperHeader
from quizbank.papers.sets import PaperSet
from quizbank.print.pdf import NoWeasyPrint, write_pdf
from quizbank.render.pictures import embedded
from quizbank.render.renderer import Renderer
from quizbank.sheets.layout import PLAIN, Layout
from quizbank.sheets.sheets import Sheets, tightened
from quizbank.strings.words import Words
from quizbank.texts.inline import question_markdown
from quizbank.word.papers import Document, write_word


@dataclass(frozen=True)
class Print:
    """How papers are made: where the files go, in which layout, with whose head, and as which files."""

    out: Path
    course: Course
    layout: Layout = PLAIN
    header: PaperHeader | None = None
    word: bool = False


def write_papers(sets: Iterable[PaperSet], to: Print, tell: Callable[[str], None]) -> None:
    """Write the files of some sets: paper, answer sheet where there are letters to fill in, and key, as PDF and if asked as Word.

    They are in the language of the course. `tell` is called with each file that was made. Where Word files are asked for and
    PDF files cannot be made for want of their program, these are left out and `tell` says so. Raises PdfError when a file cannot
    be made, WordError when Word files need what is not installed.
    """
    words = Words(to.course.language)
    renderer = Renderer(question_markdown(), embedded, to.course.numbers, words, to.course.figures.invented_firms)
    sheets = Sheets(renderer, to.layout, to.header)
    documents = [document for one in sets for document in _documents(sheets, one)]
    if to.word:
        write_word(documents, to.out, words, to.layout, tell)
    for number, document in enumerate(documents, 1):
        path = to.out / f"{document.name}.pdf"
        try:
            write_pdf(document.html, path, to.out, tighter=tightened(document.html))
        except NoWeasyPrint as error:
            if not to.word:
                raise
            tell(f"No PDF files: {error.reason}")
            return
        tell(f"{number} of {len(documents)}: {path}")


def _documents(sheets: Sheets, one: PaperSet) -> list[Document]:
    """Return the sheets of one set."""
    made = {"paper": sheets.paper(one), "answer-sheet": sheets.answer_sheet(one), "key": sheets.key(one)}
    name = f"{one.paper.name}-{one.fingerprint}-set-{one.letter}"
    return [Document(f"{name}-{what}", html) for what, html in made.items() if html]
