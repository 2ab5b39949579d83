"""Banks and papers of this course as an editor checks them: the schemas beside them are current, and every file names its own."""

import json
from pathlib import Path

import pytest

import editor
from editor import as_an_editor_reads, faults
from places import ROOT
from quizbank.course import SCHEMA_FILE
from quizbank.schemas import FILE, PAPER_FILE, bank_schema, course_schema, paper_schema

QUIZZES = ROOT / "quizzes"
BANKS = sorted(QUIZZES.glob("*.yml"))
PAPERS = sorted((QUIZZES / "papers").glob("*.yml"))


def test_the_file_is_the_schema_of_the_models() -> None:
    hint = "run: python hooks/quizbank schema > quizzes/bank.schema.json"
    assert (QUIZZES / FILE).read_text(encoding="utf-8") == bank_schema(), hint


def test_the_schema_of_the_course_profile_is_current() -> None:
    hint = f"run: .venv/bin/python hooks/quizbank schema course > quizzes/{SCHEMA_FILE}"
    assert (QUIZZES / SCHEMA_FILE).read_text(encoding="utf-8") == course_schema(), hint


def test_the_file_of_the_paper_schema_is_the_schema_of_the_models() -> None:
    hint = "run: python hooks/quizbank schema paper > quizzes/papers/paper.schema.json"
    assert (QUIZZES / PAPER_FILE).read_text(encoding="utf-8") == paper_schema(), hint


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_bank_names_the_schema_for_editors(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={FILE}"


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_bank_is_valid_as_an_editor_reads_it(path: Path) -> None:
    assert list(faults(as_an_editor_reads(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_every_paper_names_its_schema_and_fits_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.partition("\n")[0] == f"# yaml-language-server: $schema={Path(PAPER_FILE).name}"
    schema = json.loads(paper_schema())
    monkeypatch.setattr(editor, "SCHEMA", schema)  # where references lead
    assert list(faults(as_an_editor_reads(text), schema)) == []
    assert list(faults(as_an_editor_reads(text.replace("number: ", "number: -", 1)), schema)) != []
