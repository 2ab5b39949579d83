"""Drafts: seen by their author under `mkdocs serve`, left out of everything that is built, and no obstacle to it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import small_project
from quizbank.checks.all_checks import check_everything, other_errors
from quizbank.cli import main
from quizbank.library import Library, read_library
from quizbank.model.bank import Bank
from quizbank.site.page import mark
from quizbank.site.site import Site

FIVE = small_project.FILES["quizzes/five-kinds.yml"]
# One sound draft, one that is half written, and one that the linter refuses.
ID = "  - id: {}\n"
DRAFT = "    draft: yes\n"
MARKED = '<mark><span data-say="question.draft">Draft</span></mark>'
HALF = ID.format("half-written") + DRAFT + "    kind: single-choice\n    stem: What is\n"
FULL = "explanation: Judgement is the mark of knowledge work. Where written steps settle every case, the work is routine."


# The quiz of a draft is no page, so no navigation names it.
WITHOUT_QUIZZES = re.sub(r".*: quiz/.*\n", "", small_project.FILES["mkdocs.yml"])


def drafted(*ids: str, more: str = "") -> str:
    """Return the bank of five kinds in which some questions are drafts."""
    text = FIVE
    for name in ids:
        assert ID.format(name) in text
        text = text.replace(ID.format(name), ID.format(name) + DRAFT)
    return text + more


def library(root: Path, bank: str, with_drafts: bool = False, index: str = small_project.INDEX) -> Library:
    own = {"quizzes/five-kinds.yml": bank, "docs/index.md": index, "mkdocs.yml": WITHOUT_QUIZZES}
    for name, text in {**small_project.FILES, **own}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return read_library(root / "quizzes", root / "docs", root, root / "mkdocs.yml", with_drafts)


def ids(bank: Bank) -> list[str]:
    return [question.id for question in bank.questions]


def page(read: Library, block: str, path: str = "outsourcing.md") -> str:
    return Site(read).fill(mark("quiz", block), path, str, pytest.fail)


def bare(read: Library) -> str:
    """Return a page on which nothing stands."""
    return Site(read).fill("", "outsourcing.md", str, pytest.fail)


def as_bytes(content: str | bytes) -> bytes:
    """Return what a file of the site holds."""
    return content.encode() if isinstance(content, str) else content


def test_a_draft_is_left_out_of_what_is_built_and_counted(tmp_path: Path) -> None:
    read = library(tmp_path, drafted("school-bus", "needs-judgement"))
    assert read.problems == []
    assert ids(read.banks["five-kinds"]) == ["back-office-tasks", "wages-and-costs", "first-letter"]
    assert read.left_out.count == 2
    files = dict(Site(read).files(str))
    assert not [name for name, text in files.items() if b"school-bus" in as_bytes(text) or b"needs-judgement" in as_bytes(text)]


def test_a_draft_is_shown_to_its_author_with_a_word_beside_it(tmp_path: Path) -> None:
    read = library(tmp_path, drafted("school-bus"), with_drafts=True)
    assert len(read.banks["five-kinds"].questions) == 5
    assert read.left_out.count == 0
    label, draft = '<span data-say="site.quick_check">Quick check</span>', '<span data-say="question.draft">Draft</span>'
    assert f"<span>{label} <mark>{draft}</mark></span>" in page(read, "five-kinds#school-bus")
    assert "<mark>" not in page(read, "five-kinds#first-letter")


def test_nothing_stands_where_a_chapter_shows_a_draft_and_nothing_is_wrong(tmp_path: Path) -> None:
    read = library(tmp_path, drafted("school-bus"))
    assert page(read, "five-kinds#school-bus") == bare(read)


def test_a_draft_with_the_id_of_a_finished_question_takes_nothing_from_it(tmp_path: Path) -> None:
    copy = FIVE.partition("questions:\n")[2].partition("  - id: back-office-tasks")[0]
    assert copy.startswith(ID.format("school-bus"))
    text = f"{FIVE.rstrip()}\n{copy.replace('    kind:', DRAFT + '    kind:', 1).replace('A school', 'A SECRET', 1)}"
    read = library(tmp_path, text)
    assert "school-bus" in ids(read.banks["five-kinds"])
    assert "A school" in page(read, "five-kinds#school-bus")
    assert read.left_out.count == 1
    assert [problem.severity for problem in read.left_out.problems] == ["warning"]
    assert not [name for name, text in dict(Site(read).files(str)).items() if "SECRET" in str(text)]


def test_a_finished_question_with_the_id_of_a_draft_does_not_publish_the_draft(tmp_path: Path) -> None:
    copy = FIVE.partition("questions:\n")[2].partition("  - id: back-office-tasks")[0]
    text = drafted("school-bus").replace("A school", "A SECRET", 1).rstrip() + "\n" + copy
    read = library(tmp_path, text)
    assert "school-bus" not in ids(read.banks["five-kinds"])
    assert [problem.where for problem in read.problems if problem.severity == "error"] == ["school-bus: id"]


def test_what_is_wrong_in_a_draft_is_a_warning_and_stops_nothing(tmp_path: Path) -> None:
    read = library(tmp_path, drafted(more=HALF))
    problems, _ = check_everything(read, tmp_path)
    of_half = [problem for problem in problems if problem.where.startswith("half-written")]
    assert {problem.severity for problem in of_half} == {"warning"}
    assert "quizzes/five-kinds.yml:73: half-written: marks: expected the key 'marks', got none" in map(str, of_half)
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert [*read.problems, *other_errors(read, tmp_path)] == []
    assert "half-written" not in page(read, "five-kinds", "quiz/five-kinds.md")


def test_its_author_sees_what_is_wrong_in_a_draft_on_the_page(tmp_path: Path) -> None:
    read = library(tmp_path, drafted(more=HALF), with_drafts=True)
    assert "half-written: marks: expected the key" in page(read, "five-kinds", "quiz/five-kinds.md")
    assert {problem.severity for problem in read.problems} == {"warning"}


def test_the_linter_warns_of_a_draft_where_it_would_refuse_a_finished_question(tmp_path: Path) -> None:
    thin = drafted("needs-judgement").replace(FULL, "explanation: It is the mark.")
    assert thin != drafted("needs-judgement")
    read = library(tmp_path, thin)
    problems, _ = check_everything(read, tmp_path)
    told = [problem for problem in problems if "thin-explanation" in problem.message]
    assert [(problem.where, problem.severity) for problem in told] == [("needs-judgement", "warning")]
    assert other_errors(read, tmp_path) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("section: who-does-the-work\n    objective: LO1.1", "section: nowhere\n    objective: LO1.1"),
        ("section: who-does-the-work\n    objective: LO1.1", "section: who-does-the-work\n    objective: LO9.9"),
        ("stem: A school", "stem: 'A school [nowhere](nowhere.md)"),
        ("hint: Ask who drives.", "hint: Ask who #1 drives."),
    ],
)
def test_no_check_of_a_draft_stops_the_build(right: str, wrong: str, tmp_path: Path) -> None:
    bank = drafted("school-bus").replace(right, wrong, 1)
    bank = bank.replace("for a year. What is this?", "for a year. What is this?'", 1) if "nowhere.md" in wrong else bank
    read = library(tmp_path, bank)
    assert [*read.problems, *other_errors(read, tmp_path)] == []
    assert read.left_out.problems
    assert {problem.severity for problem in read.left_out.problems} == {"warning"}
    assert ids(read.banks["five-kinds"])[0] == "back-office-tasks"


def test_the_same_mistakes_in_a_finished_question_are_errors(tmp_path: Path) -> None:
    read = library(tmp_path, drafted("first-letter").replace("section: who-does-the-work", "section: nowhere", 1))
    assert [problem.severity for problem in read.problems if problem.where == "school-bus: section"] == ["error"]


def test_a_link_to_a_draft_is_an_error_where_a_finished_page_has_it(tmp_path: Path) -> None:
    (problem,) = library(tmp_path, drafted("first-letter")).problems  # the start page links to that question
    assert str(problem).startswith("docs/index.md:5: link: expected ")
    assert "q-first-letter" in str(problem)


def test_an_objective_that_only_drafts_test_is_nobodys_fault(tmp_path: Path) -> None:
    index = small_project.INDEX.replace("#q-first-letter", "")
    read = library(tmp_path, drafted("needs-judgement", "wages-and-costs", "first-letter"), index=index)
    assert [*read.problems, *other_errors(read, tmp_path)] == []


def test_a_case_with_a_draft_inside_is_one(tmp_path: Path) -> None:
    inner = FIVE.partition("questions:\n")[2].partition("  - id: back-office-tasks")[0]
    nested = inner.replace("\n", "\n    ").rstrip(" ")
    case = (
        "  - id: depot\n    kind: case\n    title: Depot\n    passage: A depot grows.\n    section: where-it-is-done\n"
        "    objective: LO1.1\n    bloom: apply\n    marks: 2\n    explanation: It grows.\n    questions:\n"
    )
    one = nested.replace("school-bus", "tram", 1).replace("kind:", "draft: yes\n        kind:", 1)
    bank = FIVE + case + "    " + one + "    " + nested.replace("school-bus", "coach", 1)
    read = library(tmp_path, bank)
    assert "depot" not in ids(read.banks["five-kinds"])
    assert read.left_out.count == 1
    shown = page(library(tmp_path, bank, with_drafts=True), "five-kinds#depot")
    assert f"Depot {MARKED}</span> <span" in shown


@pytest.mark.parametrize("bank", [f"draft: yes\n{FIVE}", f"draft: yes\n{FIVE}  - [", "draft: yes\ntitle: Later\n"])
def test_a_bank_that_is_a_draft_is_left_out_whole_and_stops_nothing(bank: str, tmp_path: Path) -> None:
    index = small_project.INDEX.replace("(quiz/five-kinds.md#q-first-letter)", "(words.md)")
    read = library(tmp_path, bank, index=index)
    assert [*read.problems, *other_errors(read, tmp_path)] == []
    assert "five-kinds" not in read.banks
    assert "quiz/five-kinds.md" not in Site(read).pages()
    assert (page(read, "five-kinds#school-bus"), page(read, "five-kinds")) == (bare(read), bare(read))
    assert read.left_out.count > 0
    shown = library(tmp_path, bank, with_drafts=True)
    assert "quiz/five-kinds.md" in Site(shown).pages()


def test_the_check_counts_drafts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library(tmp_path, drafted("school-bus", more=HALF))
    assert main(["check", "--root", str(tmp_path)]) == 0
    assert "3 pages, 2 banks, 6 questions, 2 drafts left out\n" in capsys.readouterr().out


def test_a_strict_build_says_how_many_drafts_it_left_out(tmp_path: Path) -> None:
    library(tmp_path, drafted("school-bus", more=HALF))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "2 drafts left out" in run.stderr
    assert not [path for path in (tmp_path / "site").rglob("*.*") if b"school-bus" in path.read_bytes()]
