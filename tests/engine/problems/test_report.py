"""Causes come first and what follows from them is a count."""

from pathlib import Path

import pytest

from quizbank.cli import main
from quizbank.problems.problem import Problem, page_name
from quizbank.problems.report import report

LOST = page_name("bpo.md")
GONE = Problem("mkdocs.yml", 9, "nav", "expected a page", breaks=LOST)
LINKS = [Problem("docs/a.md", line, "link", "expected a file", breaks=LOST, needs=(LOST,)) for line in range(1, 5)]


def test_few_that_miss_the_same_thing_are_told_one_by_one_and_a_warning_comes_after_all_errors() -> None:
    warning = Problem("a.yml", 1, "", "unusual", severity="warning")
    assert list(report([warning, LINKS[0], LINKS[1]])) == [
        "docs/a.md:1: error: link: expected a file",
        "docs/a.md:2: error: link: expected a file",
        "a.yml:1: warning: unusual",
    ]


def test_even_one_consequence_is_counted_behind_its_cause() -> None:
    assert list(report([LINKS[0], GONE])) == ["mkdocs.yml:9: error: nav: expected a page; 1 other problem follows from this one"]
    assert list(report([LINKS[0], LINKS[1], GONE])) == [
        "mkdocs.yml:9: error: nav: expected a page; 2 other problems follow from this one"
    ]


def test_the_cause_comes_first_with_the_count_of_what_follows_from_it() -> None:
    other = Problem("a.yml", 1, "", "another mistake")
    assert list(report([*LINKS, GONE, other])) == [
        "mkdocs.yml:9: error: nav: expected a page; 4 other problems follow from this one",
        "a.yml:1: error: another mistake",
    ]


def test_many_links_into_one_missing_page_are_one_line_even_if_nothing_else_says_that_it_is_gone() -> None:
    assert list(report(LINKS)) == ["docs/a.md:1: error: link: expected a file; 3 other problems follow from this one"]


def test_a_consequence_of_a_consequence_is_counted_with_the_first_cause() -> None:
    folded = Problem("b.yml", 2, "", "second", breaks="bank b", needs=(LOST,))
    last = Problem("c.yml", 3, "", "third", needs=("bank b",))
    assert list(report([folded, last, GONE, LINKS[0]])) == [
        "mkdocs.yml:9: error: nav: expected a page; 3 other problems follow from this one"
    ]


def test_two_mistakes_that_need_each_other_are_both_told() -> None:
    one = Problem("a.yml", 1, "", "one", breaks="x", needs=("y",))
    other = Problem("b.yml", 1, "", "other", breaks="y", needs=("x",))
    assert list(report([one, other])) == ["a.yml:1: error: one", "b.yml:1: error: other"]


SMALL_BANK = """title: Payslips
chapter: payslips.md
objectives:
  - { id: LO1.1, slug: read-a-payslip, text: Read a payslip. }
  - { id: LO1.2, slug: name-the-parts, text: Name the parts of a payslip. }
questions:
  - id: gross-pay
    kind: single-choice
    section: gross-pay-first
    objective: LO1.1
    bloom: understand
    marks: 1
    stem: Which of these amounts is paid before anything is taken off it?
    options:
      - text: Gross pay
        correct: yes
        why: Nothing is taken off yet.
      - text: Net pay
        why: This is what is left.
      - text: Tax
        why: This goes to the state.
    explanation: Gross pay is the whole sum that was agreed, and tax and other things are taken off it only later.
  - id: net-pay
    kind: true-false
    section: net-pay-last
    objective: LO1.2
    bloom: understand
    marks: 1
    stem: Net pay is what is left after everything is taken off.
    answer: yes
    why_true: It is what the worker gets.
    why_false: It is what the worker gets, so it is true.
    explanation: The employer takes tax and other things off the gross pay first, and pays only the rest to the worker.
"""
SMALL_CHAPTER = """# Payslips

/// objectives | payslips
///

## Gross pay { #gross-pay-first }

!!! abstract "Key idea"
    Gross pay is the whole pay.

/// quiz | payslips#gross-pay
///

## Net pay { #net-pay-last }

!!! abstract "Key idea"
    Net pay is what is left.
"""
CURLY = "id: “gross-pay”"
# What goes wrong in one question, and the first line of what is told.
SLIPS: dict[str, tuple[str, str, str]] = {
    "a misspelt key of an option": (
        "correct: yes",
        "corect: yes",
        "quizzes/payslips.yml:16: error: gross-pay: options, 1, corect: ",
    ),
    "a misspelt key": ("explanation: Gross", "explaination: Gross", "quizzes/payslips.yml:22: error: gross-pay: explaination: "),
    "two right options": (
        "text: Net pay\n",
        "text: Net pay\n        correct: yes\n",
        "quizzes/payslips.yml:14: error: gross-pay: options: ",
    ),
    "curly quotes round an id": ("id: gross-pay", CURLY, "quizzes/payslips.yml:7: error: “gross-pay”: id: "),
    "an unknown section": (
        "section: gross-pay-first",
        "section: gross-pay-frist",
        "quizzes/payslips.yml:9: error: gross-pay: section: ",
    ),
    "a stem cut by a number sign": (
        "amounts is",
        "amounts #1 is",
        "quizzes/payslips.yml:13: error: expected quotation marks around",
    ),
}


def small_problems(root: Path, bank: str, chapter: str, capsys: pytest.CaptureFixture[str], other: str = "") -> list[str]:
    """Return what `check` prints of a small project, without what the linter has to say of every bank so small."""
    for name, text in {"docs/payslips.md": chapter, "quizzes/payslips.yml": bank, "quizzes/wages.yml": other}.items():
        (root / name).parent.mkdir(exist_ok=True)
        if text:
            (root / name).write_text(text, encoding="utf-8")
    main(["check", "--root", str(root)])
    return [
        line
        for line in capsys.readouterr().err.splitlines()
        if "-share]" not in line and "[bloom-mix]" not in line and "got 1 [objective-cov" not in line
    ]


@pytest.mark.parametrize(("right", "wrong", "first"), SLIPS.values(), ids=SLIPS)
def test_a_mistake_in_one_question_is_told_before_what_follows_from_it(
    right: str, wrong: str, first: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = small_problems(tmp_path, SMALL_BANK.replace(right, wrong, 1), SMALL_CHAPTER, capsys)
    assert [line[: len(first)] for line in lines] == [first], "\n".join(lines)
    assert "from this one" in lines[0]


def test_a_sound_small_bank_has_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert small_problems(tmp_path, SMALL_BANK, SMALL_CHAPTER, capsys) == []


def test_an_empty_chapter_of_a_small_bank_is_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = small_problems(tmp_path, SMALL_BANK, "", capsys)
    (tmp_path / "docs/payslips.md").write_text("", encoding="utf-8")
    main(["check", "--root", str(tmp_path)])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(
        "docs/payslips.md:1: error: expected headings for the questions of quizzes/payslips.yml, got an empty file; "
    )


def test_an_id_that_another_bank_has_is_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = (
        SMALL_BANK.replace("LO1", "LO2").replace("read-a", "see-a").replace("name-the", "tell-the").replace("id: net", "id: take")
    )
    lines = small_problems(tmp_path, SMALL_BANK, SMALL_CHAPTER, capsys, other)
    assert lines[0].startswith("quizzes/wages.yml:7: error: gross-pay: id: expected an id that no other question has"), "\n".join(
        lines
    )
