"""Adding a block is adding a module: blocks copied under other names work in checks, site and book without another edit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import small_project
from images import write_files
from places import ROOT

COPIES = {"quiz": "asked", "objectives": "aims", "example": "sample", "figure": "chart", "mock": "sitting", "practice": "drill"}
# Besides what the small project has: each fault that a block can have, a figure and the generated pages' blocks.
FAULTY = """# Faults

/// quiz | five-kinds#school-buss
///

/// quiz | five-kinds#school-bus
///

/// quiz | five-kinds
///

/// objectives | no-such-bank
///

/// example | single-choise
///

/// example | true-false
///

/// quizz | five-kinds
///

/// figure | map | A map
The map shows a town, a river and the one road that leads from the town to the sea.
///

/// figure | plan | A plan
///

/// mock | all-kinds
///

/// practice | today
///

/// quiz | five-kinds

<!--objectives:five-kinds-->
"""
MADE = """
import sys
from pathlib import Path

from markdown import Markdown

from quizbank.library import read_library
from quizbank.notes.blocks import extensions_with
from quizbank.print.book import Book
from quizbank.site.page import mark
from quizbank.site.site import Site

root = Path(sys.argv[1])
library = read_library(root / "quizzes", root / "docs", root)
site, book = Site(library), Book(library, list(library.chapters))
dict(site.files(str))
for problem in library.problems:
    print(problem)
written = {name: chapter.text for name, chapter in library.chapters.items()}
for name, text in sorted({**site.pages(), **written}.items()):
    html = Markdown(extensions=extensions_with(["attr_list"], mark)).convert(text)
    print(name, site.fill(html, name, str, print))
    print(name, Markdown(extensions=extensions_with(["attr_list"], book.block)).convert(text))
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An engine in which each block stands twice, the second time under another name."""
    engine = tmp_path_factory.mktemp("engine")
    shutil.copytree(ROOT / "hooks/quizbank", engine / "quizbank", ignore=shutil.ignore_patterns("__pycache__"))
    for name, copy in COPIES.items():
        shutil.copy(engine / f"quizbank/blocks/{name}.py", engine / f"quizbank/blocks/{copy}.py")
    return engine


def under_other_names(text: str) -> str:
    """Return pages, or what was made of them, with each block under the name of its copy. A figure itself stays a figure."""
    for name, copy in COPIES.items():
        for place in ("/// {} |", "<!--{}:", ", got '{}'\n", *([": {}: expected"] if name != "figure" else [])):
            text = text.replace(place.format(name), place.format(copy))
    return text


def made(engine: Path, folder: Path, files: dict[str, str]) -> str:
    write_files(folder, files)
    environment = {**os.environ, "PYTHONPATH": str(engine)}
    command = [sys.executable, "-c", MADE, str(folder)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_blocks_copied_under_other_names_work_everywhere(engine: Path, tmp_path: Path) -> None:
    files = {**small_project.FILES, "docs/faults.md": FAULTY, "docs/assets/figures/map.svg": small_project.drawing("map")}
    renamed = {name: under_other_names(text) if name.endswith(".md") else text for name, text in files.items()}
    own, copied = (made(engine, tmp_path / name, each) for name, each in (("own", files), ("copied", renamed)))
    assert "expected each question once on a page" in own
    assert under_other_names(own) == copied
