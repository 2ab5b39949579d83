"""The content of this course: banks, notes, papers, facts and figures hold what the checks ask."""

from xml.etree.ElementTree import canonicalize

import pytest
import yaml

from course import library
from places import ROOT
from quizbank.checks.facts import check_facts
from quizbank.checks.lint.marks import lint_papers
from quizbank.checks.notes import check_notes
from quizbank.cli import main
from quizbank.notes.figures import Figure
from quizbank.papers.draw import items_of, pool
from quizbank.papers.sets import mock_set, paper_set


def test_the_check_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(ROOT)]) == 0, capsys.readouterr().err


def test_the_notes_have_no_problem() -> None:
    read = library()
    assert [str(problem) for problem in check_notes(read.course, read.banks, read.chapters, read.terms)] == []


def test_the_papers_fit_their_questions() -> None:
    assert [
        str(finding) for finding in lint_papers(library().all_papers.values(), library().all_banks.values(), library().course)
    ] == []


def test_the_notes_teach_every_fact_of_the_inventory() -> None:
    problems, line = check_facts(ROOT, library().chapters)
    assert problems == []
    if line:
        taught, _, all_of_them = line.removeprefix("facts covered: ").partition(" of ")
        assert taught == all_of_them


@pytest.mark.parametrize("figure", library().figures.values(), ids=lambda figure: figure.name)
def test_each_figure_comes_out_as_it_was_drawn(figure: Figure) -> None:
    assert canonicalize(figure.standalone) == canonicalize(figure.text.replace("<style>\n", "<style>"))


def test_every_core_fact_is_asked() -> None:
    core = {
        fact["id"]
        for fact in yaml.safe_load((ROOT / "facts.yml").read_text(encoding="utf-8"))["facts"]
        if fact["priority"] == "core"
    }
    asked = {name for bank in library().all_banks.values() for question in bank.parts for name in question.facts}
    assert sorted(core - asked) == []


def test_no_matching_with_codes_is_asked_for_more_marks_than_its_one_choice_is_worth() -> None:
    """As many questions with codes may be in the banks as would be drawn now and then."""
    items = items_of(library().banks.values())
    by_id = {question.id: question for bank in library().banks.values() for question in bank.questions}
    for paper in library().all_papers.values():
        for section in paper.sections:
            asked = [by_id[item.id] for item in pool(section, items) if item.kind == "matching" and section.marks > 2]
            assert not any(question.codes for question in asked)  # type: ignore[attr-defined]
            assert all(len(question.pairs) >= section.marks for question in asked)  # type: ignore[attr-defined]


def test_no_code_of_a_mock_exam_is_the_seed_of_a_paper() -> None:
    banks = library().banks.values()
    for paper in library().mock_papers().values():
        for seed in ("1", "7b", "monday-2"):
            assert paper_set(paper, banks, seed).ids != mock_set(paper, banks, seed).ids
