"""The pages of this course: headings and blocks are read as Python-Markdown reads them."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from as_markdown import EXTENSIONS, python_markdown
from places import ROOT
from quizbank.notes.blocks import extensions_with
from quizbank.notes.chapters import Chapter, scan
from quizbank.notes.pages.front_matter import without_settings

DOCS = ROOT / "docs"


def scanned(text: str) -> Chapter:
    return scan(text, "docs/page.md", "page.md")


PAGES = sorted(DOCS.rglob("*.md"))


def test_there_are_pages_to_compare() -> None:
    assert "index.md" in [page.name for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_heading_of_the_notes_has_the_id_and_words_that_python_markdown_gives(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    found = scanned(text).headings.values()
    ids, contents = python_markdown(without_settings(text))
    assert [heading.anchor for heading in found] == ids
    assert [(heading.level, heading.anchor, heading.title) for heading in found] == contents


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_block_of_the_notes_is_one_that_markdown_places(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    parser = Markdown(extensions=extensions_with(EXTENSIONS, lambda name, argument: f"<!--{name} {argument}-->"))
    placed = re.findall(r"<!--(\S+) (\S+)-->", parser.convert(text))
    chapter = scanned(text)
    assert [(block.name, block.target) for block in chapter.blocks] == [one for one in placed if one[0] != "figure"]
    assert [("figure", figure.name) for figure in chapter.figures] == [one for one in placed if one[0] == "figure"]
