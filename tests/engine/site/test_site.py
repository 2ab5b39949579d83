"""What the site puts on a page, without a site generator: the page as text in, with its questions out."""

from pathlib import Path

import pytest

from quizbank.library import read_library
from quizbank.site.page import mark
from quizbank.site.site import Site

BANK = """
title: Buses
chapter: buses.md
objectives:
  - { id: LO1.1, slug: tell-what-a-bus-is, text: Tell what a bus is. }
questions:
"""
BUS = """
  - id: {id}
    kind: true-false
    section: {section}
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: A {id} has wheels.
    answer: yes
    why_true: It rolls.
    why_false: It rolls, so it is true.
    explanation: Wheels are what a bus rolls on.
"""
CASE = """
  - id: depot
    kind: case
    section: buses
    objective: LO1.1
    bloom: apply
    marks: 2
    title: The depot
    passage: A depot keeps eleven buses.
    explanation: It is about buses.
    questions:
"""


def filled(tmp_path: Path, bank: str, block: str) -> str:
    """Return what stands on a page in place of one quiz block; the site has one bank, 'buses'."""
    for name, text in {"docs/buses.md": "# Buses { #buses }\n", "quizzes/buses.yml": bank}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    site = Site(read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path))
    dict(site.files(lambda path: path))
    return site.fill(mark("quiz", block), "buses.md", lambda path: path, pytest.fail)


def test_a_question_shows_its_own_problems_and_not_those_of_a_question_whose_id_begins_alike(tmp_path: Path) -> None:
    bank = BANK + BUS.format(id="bus", section="buses") + BUS.format(id="bus-stop", section="nowhere")
    assert "This cannot be shown yet" not in filled(tmp_path, bank, "buses#bus")


def test_a_question_with_a_problem_is_shown_with_it(tmp_path: Path) -> None:
    bank = BANK + BUS.format(id="bus", section="buses") + BUS.format(id="bus-stop", section="nowhere")
    html = filled(tmp_path, bank, "buses#bus-stop")
    assert html.count("This cannot be shown yet") == 1
    assert "bus-stop: section: expected the id of a heading in docs/buses.md, got &#39;nowhere&#39;" in html


def test_a_case_shows_the_problems_of_the_questions_inside_it(tmp_path: Path) -> None:
    inside = BUS.format(id="coach", section="buses") + BUS.format(id="tram", section="nowhere")
    html = filled(tmp_path, BANK + CASE + inside.replace("\n", "\n    "), "buses#depot")
    assert html.count("This cannot be shown yet") == 1
    assert "tram: section: expected the id of a heading in docs/buses.md, got &#39;nowhere&#39;" in html


def flashcards(root: Path, glossary: str) -> str:
    (root / "docs").mkdir(parents=True)
    if glossary:
        (root / "docs/glossary.md").write_text(glossary, encoding="utf-8")
    site = Site(read_library(root / "quizzes", root / "docs", root))
    dict(site.files(lambda path: path))
    return site.fill(mark("practice", "flashcards"), "flashcards.md", lambda path: path, pytest.fail)


def test_flashcards_lead_to_a_glossary_only_where_there_is_one(tmp_path: Path) -> None:
    with_words = flashcards(tmp_path / "with", "# Glossary\n\nWord { #w }\n:   A meaning.\n")
    assert 'The <a href="glossary.md">glossary</a> works without it.' in with_words
    without = flashcards(tmp_path / "without", "")
    assert 'The <a href="quizzes.md">list of all quizzes</a> works without it.' in without


@pytest.mark.parametrize(
    ("name", "argument", "told"),
    [
        ("practice", "x", "expected the name of a practice page, got 'x'"),
        ("example", "true-falze", "got 'true-falze'; did you mean 'true-false'?"),
        ("mock", "friday", "expected the name of a paper, got 'friday'"),
        ("figure", "map", "expected the name of a figure, got 'map'"),
    ],
)
def test_a_block_of_the_sites_own_for_nothing_is_told_and_leaves_a_note(
    name: str, argument: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    site = Site(read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path))
    dict(site.files(lambda path: path))
    faults: list[str] = []
    page = site.fill(mark(name, argument), "page.md", lambda path: path, faults.append)
    assert [told in fault for fault in faults] == [True]
    assert "This cannot be shown yet" in page
