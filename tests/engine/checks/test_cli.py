"""The command that checks without building."""

from pathlib import Path

import pytest

import small_project
from quizbank.cli import main

ONE = """
title: One
chapter: index.md
objectives: [{id: LO1.1, slug: one, text: Name an acid.}]
questions:
  - id: vinegar
    kind: fill-in
    section: start
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: Vinegar holds an ____.
    answers: [acid]
    explanation: Household vinegar is water with acetic acid in it.
"""


def write(folder: Path, bank: str) -> Path:
    for name, text in {**small_project.FILES, "quizzes/five-kinds.yml": bank}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_fault_is_printed_and_makes_the_command_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = small_project.FILES["quizzes/five-kinds.yml"].replace("objective: LO1.1", "objective: LO9.9", 1)
    assert main(["check", "--root", str(write(tmp_path, bank))]) == 1
    printed = capsys.readouterr()
    assert "school-bus: objective: expected one of the bank's objectives LO1.1, LO1.2, got 'LO9.9'" in printed.err
    assert printed.out.endswith("\n1 problem, 6 warnings\n")


def test_the_counts_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(write(tmp_path, small_project.FILES["quizzes/five-kinds.yml"]))]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 pages, 2 banks, 7 questions",
        "kinds: assertion-reason 1, fill-in 2, multiple-choice 1, single-choice 1, true-false 2",
        "levels: apply 1, remember 3, understand 3",
        "flashcards: 0 words, 0 of 3 objectives",
        "0 problems, 6 warnings",
    ]


def test_one_page_one_bank_and_one_question_are_counted_in_the_singular(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in {"docs/index.md": "# Start\n", "quizzes/one.yml": ONE}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    main(["check", "--root", str(tmp_path)])
    assert capsys.readouterr().out.startswith("1 page, 1 bank, 1 question\n")


def test_a_folder_that_is_no_project_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert "expected the folders docs and quizzes, got no docs and no quizzes" in capsys.readouterr().err


def test_an_error_of_the_linter_is_printed_and_makes_the_command_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = small_project.FILES["quizzes/five-kinds.yml"].replace("text: Automation", "text: None of the above")
    assert main(["check", "--root", str(write(tmp_path, bank))]) == 1
    printed = capsys.readouterr()
    assert (
        "quizzes/five-kinds.yml:8: error: school-bus: expected options that stand by themselves, got 'None of the above'; "
        "say what is meant [catch-all-option]\n"
    ) in printed.err
    assert printed.out.endswith("\n1 problem, 7 warnings\n")
