"""Gaps of drafts: what is not there yet is named at its line, and the draft is shown with words in its place."""

from pathlib import Path

import small_project
from quizbank.banks.load import load_bank
from quizbank.checks.all_checks import check_everything
from quizbank.library import Library, read_library
from quizbank.model.bank import Bank
from quizbank.site.page import mark
from quizbank.site.site import Site

GAPPY = """
  - id: with-gaps
    draft: yes
    kind: single-choice
    section:  # wanted: a heading
    objective:
    bloom:
    marks: 1
    stem: Which gas do plants take in?
    options:
      - text: Carbon dioxide
        correct: yes
        why:  # wanted: why this is right
      - text: Oxygen
        why: They give it off.
    explanation:
"""
WRITTEN = """
  - id: a-case-with-gaps
    draft: yes
    kind: case
    section:
    objective:
    bloom: apply
    marks: 3
    title:
    passage: A garden.
    questions:
      - {id: one-part, kind: short-answer, bloom: apply, marks: 2, stem: Describe it., answer: "", points: [{text: "", marks: 2}]}
      - {id: other-part, kind: numeric, bloom: apply, marks: 1, stem: How many?, answer: 5, explanation: Five.}
    explanation: All of it.
"""


def library(root: Path, more: str, with_drafts: bool = False) -> Library:
    own = {"quizzes/five-kinds.yml": small_project.FILES["quizzes/five-kinds.yml"] + more}
    for name, text in {**small_project.FILES, **own}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return read_library(root / "quizzes", root / "docs", root, root / "mkdocs.yml", with_drafts)


def told(read: Library) -> list[str]:
    return [str(problem) for problem in read.left_out.problems]


def line(bank: str, text: str) -> int:
    return bank.split("\n").index(text) + 1


def test_each_gap_is_named_at_its_line_and_is_no_error(tmp_path: Path) -> None:
    read = library(tmp_path, GAPPY)
    bank = (tmp_path / "quizzes/five-kinds.yml").read_text(encoding="utf-8")
    at = "quizzes/five-kinds.yml:{}: with-gaps: {}: expected some text, got nothing"
    assert at.format(line(bank, "    section:  # wanted: a heading"), "section") in told(read)
    assert at.format(line(bank, "        why:  # wanted: why this is right"), "options, 1, why") in told(read)
    assert at.format(line(bank, "    explanation:"), "explanation") in told(read)
    assert len(told(read)) == 5
    assert {(problem.severity, problem.check) for problem in read.left_out.problems} == {("warning", "wanted")}
    assert read.problems == []


def test_the_linter_does_not_judge_words_that_stand_in_gaps(tmp_path: Path) -> None:
    read = library(tmp_path, GAPPY)
    problems, _ = check_everything(read, tmp_path)
    assert {problem.check for problem in problems if problem.where.startswith("with-gaps")} == {"wanted"}


def test_a_draft_with_gaps_is_shown_with_them(tmp_path: Path) -> None:
    read = library(tmp_path, GAPPY, with_drafts=True)
    page = Site(read).fill(mark("quiz", "five-kinds"), "quiz/five-kinds.md", str, lambda _: None)
    assert 'id="q-with-gaps"' in page
    assert "<strong>Wanted:</strong> a reason" in page
    assert "<strong>Wanted:</strong> an explanation" in page
    assert "expected some text" not in page
    assert page.count("Wanted:") == 2


def one(bank: Bank | None, name: str) -> object:
    assert bank is not None
    return bank.find(name)


def test_a_case_hands_down_its_gaps_and_names_each_once(tmp_path: Path) -> None:
    read = library(tmp_path, WRITTEN)
    keys = [problem.where.partition(": ")[2] for problem in read.left_out.problems]
    inner = ["questions, 1, answer", "questions, 1, explanation", "questions, 1, points, 1, text", "questions, 2, working"]
    assert sorted(keys) == sorted(["section", "objective", "title", *inner])
    case = one(load_bank(tmp_path / "quizzes/five-kinds.yml", tmp_path)[0], "a-case-with-gaps")
    assert case is not None


def test_a_finished_question_may_have_no_gap(tmp_path: Path) -> None:
    read = library(tmp_path, GAPPY.replace("    draft: yes\n", ""))
    assert {problem.severity for problem in read.problems} == {"error"}
    assert "with-gaps" in read.banks["five-kinds"].broken


def test_what_is_no_gap_still_keeps_a_draft_from_being_shown(tmp_path: Path) -> None:
    read = library(tmp_path, GAPPY.replace("        correct: yes\n", "").replace("marks: 1", "marks: many"), with_drafts=True)
    page = Site(read).fill(mark("quiz", "five-kinds"), "quiz/five-kinds.md", str, lambda _: None)
    assert "with-gaps: marks: expected a whole number, got &#39;many&#39;" in page
    assert "expected some text, got nothing" in page
