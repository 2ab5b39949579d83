"""Common accidents in a copy of this course: each is told in a few lines, and the first names the cause."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course import library
from places import ROOT
from quizbank.banks.load import load_bank
from quizbank.checks import all_checks
from quizbank.checks.lint import lint
from quizbank.cli import main
from quizbank.model.bank import Bank
from quizbank.problems.problem import Problem

pytestmark = pytest.mark.site

NAME, READ = next((name, bank) for name, bank in library().banks.items() if len(bank.questions) > 3)
CHAPTER, BANK = f"docs/{READ.chapter}", f"quizzes/{NAME}.yml"
READ_BEFORE: dict[tuple[str, bytes], tuple[Bank | None, list[Problem]]] = {}


@pytest.fixture(autouse=True)
def _unharmed_banks_are_read_once_and_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with a bank depends on the wording of no other. To read and judge all takes most of a check's time."""

    def load_once(path: Path, root: Path) -> tuple[Bank | None, list[Problem]]:
        key = path.name, path.read_bytes()
        if key not in READ_BEFORE:
            READ_BEFORE[key] = load_bank(path, root)
        return READ_BEFORE[key]

    monkeypatch.setattr("quizbank.library.load_bank", load_once)
    monkeypatch.setattr(all_checks, "lint", lambda banks, house: lint({NAME: banks[NAME]} if NAME in banks else {}, house))


def project(folder: Path) -> Path:
    """Return a copy of the course: what `make check` reads."""
    for name in ("docs", "quizzes"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("course.yml", "mkdocs.yml", "facts.yml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def forget_questions(root: Path) -> None:
    bank = root / BANK
    bank.write_text(bank.read_text(encoding="utf-8").replace("\nquestions:\n", "\n"), encoding="utf-8")


def empty_chapter(root: Path) -> None:
    (root / CHAPTER).write_text("", encoding="utf-8")


def open_fence(root: Path) -> None:
    chapter = root / CHAPTER
    lines = chapter.read_text(encoding="utf-8").splitlines()
    chapter.write_text("\n".join([*lines[:4], "", "```", "a sum", "", *lines[4:]]), encoding="utf-8")


def rename_to_yaml(root: Path) -> None:
    (root / BANK).rename(root / f"quizzes/{NAME}.yaml")


def delete_chapter(root: Path) -> None:
    (root / CHAPTER).unlink()


def delete_bank(root: Path) -> None:
    (root / BANK).unlink()


ACCIDENTS: dict[str, tuple[Callable[[Path], None], str, int]] = {
    "a forgotten 'questions:'": (
        forget_questions,
        "error: expected the key of this list, such as 'questions:', on a line of its own above it, got none",
        1,
    ),
    "an empty chapter": (
        empty_chapter,
        f"{CHAPTER}:1: error: expected headings for the questions of {BANK}, got an empty file; ",
        2,
    ),
    "a fence that is never closed": (
        open_fence,
        f"{CHAPTER}:6: error: code: expected '```' on a line of its own to close the code that begins here, got none",
        1,
    ),
    "a bank named .yaml": (rename_to_yaml, f"quizzes/{NAME}.yaml:1: error: expected banks at quizzes/NAME.yml", 2),
    "a deleted chapter": (delete_chapter, "mkdocs.yml:", 4),
    "a deleted bank": (delete_bank, "docs/", 3),
}


@pytest.mark.parametrize(("accident", "first", "most"), ACCIDENTS.values(), ids=ACCIDENTS)
def test_an_accident_in_the_course_is_a_few_lines_and_the_first_names_the_cause(
    accident: Callable[[Path], None], first: str, most: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accident(project(tmp_path))
    assert main(["check", "--root", str(tmp_path)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert first in lines[0], "\n".join(lines[:9])
    assert len(lines) <= most, "\n".join(lines[:9])


def test_what_follows_from_a_cause_is_printed_when_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    delete_chapter(project(tmp_path))
    main(["check", "--root", str(tmp_path)])
    printed = capsys.readouterr()
    count = int(printed.err.splitlines()[0].rpartition("; ")[2].split()[0])
    assert count >= sum(not question.is_case for question in READ.questions)
    main(["check", "--all", "--root", str(tmp_path)])
    lines = capsys.readouterr().err.splitlines()
    assert sum(line.endswith(f"; follows from {lines[0].split(': ')[0]}") for line in lines) == count
    assert printed.out.splitlines()[-1].startswith(f"{len(lines)} problems, ")


def test_without_a_settings_file_the_bank_of_a_deleted_chapter_is_the_cause(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    delete_chapter(project(tmp_path))
    (tmp_path / "mkdocs.yml").unlink()
    main(["check", "--root", str(tmp_path)])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(f"{BANK}:")
    assert f": error: chapter: expected a page in docs/, got '{READ.chapter}'" in lines[0]
    assert len(lines) <= 3
