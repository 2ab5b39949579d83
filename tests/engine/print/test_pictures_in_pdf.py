"""Pictures in PDF files: as wide as their author says, and with their words for who cannot see them."""

import re
from pathlib import Path

import pikepdf

import small_project
from images import png, write_files
from quizbank.library import read_library
from quizbank.print.pdf import write_pdf
from quizbank.render.pictures import embedded
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import stylesheet
from quizbank.texts.inline import question_markdown

STEM = "    stem: A school pays a bus company for a year. What is this?\n"
PICTURE = f"{STEM}    picture: {{file: bus.png, alt: A red bus, width: 300}}\n"
BANK = small_project.FIVE_KINDS.replace(STEM, PICTURE)


def test_a_printed_picture_is_as_wide_as_its_author_says_and_has_its_words(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **small_project.FILES,
        "quizzes/five-kinds.yml": BANK,
        "quizzes/pictures/bus.png": png(900, 450),
    }
    write_files(tmp_path, files)
    library = read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path)
    question = Renderer(question_markdown(), embedded).on_paper(library.banks["five-kinds"].questions[0], "1.")
    html = f'<html lang="en"><title>Paper</title><style>{stylesheet()}</style><body>{question}</body></html>'
    write_pdf(html, tmp_path / "paper.pdf", tmp_path)
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        drawn = pdf.pages[0].Contents.read_bytes().decode("latin-1")
        labels = {str(each["/Alt"]) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each}
    assert re.search(r"\b300 0 0 -?150 ", drawn)
    assert labels == {"A red bus"}
