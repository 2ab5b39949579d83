"""Files of an author's in places where the site puts something of its own."""

from pathlib import Path

import pytest

import example_course
from quizbank.checks.collisions import check_collisions
from quizbank.course import NEUTRAL
from quizbank.library import read_library
from quizbank.site.addresses import made_files
from quizbank.site.site import Site

MADE = made_files(NEUTRAL, ["bpo"], ["friday"])


def problems(*paths: str) -> list[str]:
    return [str(problem) for problem in check_collisions(Path("/project/docs"), Path("/project"), paths, MADE)]


@pytest.mark.parametrize(
    ("path", "made"),
    [
        ("today.md", "a practice page, which the site makes as 'today.md'"),
        ("progress.md", "a practice page, which the site makes as 'progress.md'"),
        ("flashcards/index.md", "a practice page, which the site makes as 'flashcards.md'"),
        ("Today.html", "a practice page, which the site makes as 'today.md'"),
        ("today/README.md", "a practice page, which the site makes as 'today.md'"),
        ("kinds.md", "the page of all kinds of question, which the site makes as 'kinds.md'"),
        ("about-questions.md", "the page about the questions, which the site makes as 'about-questions.md'"),
        ("teachers.md", "the page for teachers, which the site makes as 'teachers.md'"),
        ("quiz/bpo.md", "the quiz of quizzes/bpo.yml, which the site makes as 'quiz/bpo.md'"),
        ("mock-exams.md", "a page of the mock exams, which the site makes as 'mock-exams.md'"),
        ("mock/friday.md", "a page of the mock exams, which the site makes as 'mock/friday.md'"),
        ("service-worker.js", "the script that keeps the site for reading offline, which the site makes as 'service-worker.js'"),
    ],
)
def test_a_file_that_a_page_of_the_site_would_replace_is_told_with_both_names(path: str, made: str) -> None:
    assert problems(path) == [f"docs/{path}:1: expected another file name, got that of {made}"]


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("assets/quiz/my.js", "'assets/quiz/', where the site puts its scripts and styles"),
        ("papers/friday.html", "'papers/', where the site puts the papers to print"),
    ],
)
def test_a_file_in_a_folder_of_the_sites_own_is_told(path: str, folder: str) -> None:
    assert problems(path) == [f"docs/{path}:1: expected another folder, got {folder}"]


def test_other_files_are_left_alone() -> None:
    assert problems("today-and-tomorrow.md", "quiz/other.md", "quiz.md", "assets/today.md", "kinds/of/work.md", "today.svg") == []


def test_every_page_that_the_site_makes_is_known() -> None:
    library = example_course.library()
    pages = {path for path in made_files(library.course, library.banks, library.papers) if path.endswith(".md")}
    assert pages == set(Site(library).pages())


def test_a_check_tells_of_such_a_file(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/progress.md").write_text("# My progress\n", encoding="utf-8")
    assert [str(problem) for problem in read_library(tmp_path / "quizzes", tmp_path / "docs", tmp_path).problems] == [
        "docs/progress.md:1: expected another file name, got that of a practice page, which the site makes as 'progress.md'"
    ]
