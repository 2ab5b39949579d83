"""`quizbank paper`: a seed that nobody can guess, one for all papers and sets, shown to the teacher and to nobody else."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

import small_project
from quizbank.cli import main
from quizbank.library import Library, read_library
from quizbank.papers.draw import below, secret_below
from quizbank.papers.sets import PaperSet, mock_set
from quizbank.print import command
from quizbank.print.command import Request, draw_papers
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.texts.inline import question_markdown

ONE = """
title: One question
style: a class test
minutes: 5
instructions: [Answer it.]
sections:
  - {id: A, title: Judge, kinds: [single-choice, assertion-reason, true-false], number: 1, marks: 1, chapters: [five-kinds]}
"""
ALL = ONE.replace("One question", "All three").replace("number: 1", "number: 3")
HIGH = small_project.FIVE_KINDS.replace("bloom: understand", "bloom: apply")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[PaperSet]:
    """The sets for which the command would have written files."""
    sets: list[PaperSet] = []

    def write(given: Sequence[PaperSet], to: object, tell: object) -> None:
        sets.extend(given)

    monkeypatch.setattr(command, "write_papers", write)
    return sets


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project with two papers: one question of three, and all three."""
    papers = {"quizzes/papers/one.yml": ONE, "quizzes/papers/all.yml": ALL, "quizzes/five-kinds.yml": HIGH}
    for name, text in {**small_project.FILES, **papers}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def library_of(root: Path) -> Library:
    return read_library(root / "quizzes", root / "docs", root)


def run(root: Path, *options: str) -> int:
    return main(["paper", *options, "--root", str(root), "--out", str(root / "out")])


def test_a_paper_is_drawn_by_a_seed_that_changes_and_that_no_sheet_prints(
    root: Path, written: list[PaperSet], capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = Sheets(Renderer(question_markdown()))
    seeds = set()
    for _ in range(3):
        written.clear()
        assert run(root, "--sets", "A,B,C") == 0
        (seed,) = re.findall(
            r"^Seed: ([2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4})\. Write it down now", capsys.readouterr().out, re.MULTILINE
        )
        seeds.add(seed)
        assert [(one.paper.name, one.letter) for one in written] == [
            (name, letter) for name in ("all", "one") for letter in "ABC"
        ]
        for one in written:
            assert seed not in f"{sheets.paper(one)}{sheets.answer_sheet(one)}{sheets.key(one)}{one}"
        assert len({one.ids for one in written if one.paper.name == "one"}) == 1
    assert len(seeds) == 3


def test_the_seed_and_the_fingerprints_that_were_shown_make_the_same_papers(
    root: Path, written: list[PaperSet], capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, "all", "--sets", "A,B")
    again = capsys.readouterr().out.splitlines()[-1].removeprefix("To make the same papers again: ").split()
    assert again[::2] == ["--seed", "--expect"]
    first = written.copy()
    written.clear()
    assert run(root, "all", "--sets", "A,B", *again) == 0
    assert [one[1:] for one in written] == [one[1:] for one in first]
    assert again[3] == ",".join(one.fingerprint for one in first)


def test_no_key_is_made_to_a_paper_whose_questions_have_changed(
    root: Path, written: list[PaperSet], capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, "one", "--seed", "monday-2")
    (before,) = written
    other_words = HIGH.replace("explanation: ", "explanation: Note this. ")
    (root / "quizzes/five-kinds.yml").write_text(other_words, encoding="utf-8")
    written.clear()
    assert run(root, "one", "--seed", "monday-2", "--expect", before.fingerprint) == 1
    assert written == []
    (after,) = draw_papers(library_of(root), Request([library_of(root).papers["one"]], "A", "monday-2", ())).sets
    assert after.ids == before.ids
    assert capsys.readouterr().err == (
        f"expected the paper {before.fingerprint}, got {after.fingerprint} (one, set A): the banks or the blueprint have changed "
        "since it was printed, or it was another paper, set or seed\n"
    )
    assert run(root, "one", "--seed", "monday-2", "--expect", after.fingerprint.lower().replace("-", "")) == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--expect", "K7F-Q2M"],
            "expected the seed of the paper K7F-Q2M with --seed, got none; it was shown when the paper was made",
        ),
        (["--seed", "Monday"], "expected a seed of 1 to 16 small letters, digits and hyphens, got 'Monday'"),
    ],
)
def test_a_request_that_cannot_be_met_is_told(
    root: Path, written: list[PaperSet], options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, *options) == 1
    assert capsys.readouterr().err == message + "\n"
    assert written == []


def test_a_course_without_papers_is_told_so_and_shown_no_seed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (root / "quizzes/papers").glob("*.yml"):
        file.unlink()
    assert run(root) == 1
    expected = "expected a file such as quizzes/papers/class-test.yml that says what a paper asks, got none\n"
    assert capsys.readouterr() == ("", expected)


# The papers of the site are public, and so are their keys


def test_a_paper_with_a_seed_of_its_own_is_none_that_the_site_prints(root: Path) -> None:
    library = library_of(root)
    public = mock_set(library.papers["one"], library.banks.values(), "1").ids
    for _ in range(20):
        drawn = draw_papers(library, Request([library.papers["one"]], "AB", None, ()))
        assert drawn.on_the_site == []
        assert public not in {one.ids for one in drawn.sets}


def test_where_the_banks_hold_no_other_paper_than_that_of_the_site_the_teacher_is_told(
    root: Path, written: list[PaperSet], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root) == 0
    told = capsys.readouterr().out
    assert (
        "Warning: all asks the questions of its page on the site, whose key is public. The banks hold too few others.\n" in told
    )
    assert "Warning: one" not in told


def test_the_chance_numbers_of_papers_are_even_and_not_those_of_the_site() -> None:
    chance, public = secret_below("net:1"), below("net:1")
    numbers = [chance(10) for _ in range(10_000)]
    assert set(numbers) == set(range(10))
    assert all(880 < numbers.count(each) < 1120 for each in range(10))  # 1,000 expected, with a standard deviation of 30
    assert numbers[:20] != [public(10) for _ in range(20)]
    again = secret_below("net:1")
    assert [again(10) for _ in range(20)] == numbers[:20]
