"""This course's book for phones: complete, and sound for the checker of others."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

import epub_reader
import quiz_book
from course import library
from places import ROOT
from quizbank.print.addresses import page_id

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("epub") / "book.epub"
    quiz_book.write_epub(load_config(str(ROOT / "mkdocs.yml"), hooks=[]), library(), path)
    return path


def test_every_chapter_question_answer_and_figure_is_in_the_file(path: Path) -> None:
    book = epub_reader.Book(path.read_bytes())
    assert book.faults() == []
    places = {anchor for name in book.documents for anchor in book.ids(name)}
    questions = [question.id for bank in library().banks.values() for question in bank.questions]
    assert [name for name in questions if not {f"q-{name}", f"key-q-{name}"} <= places] == []
    shown = [image for _, image in book.images() if image.get("alt")]
    assert len(shown) == sum(len(one.figures) for path, one in library().chapters.items() if page_id(path) in places) > 20


def test_epubcheck_finds_nothing(path: Path) -> None:
    assert epub_reader.check(path) == "Messages: 0 fatals / 0 errors / 0 warnings / 0 infos"
