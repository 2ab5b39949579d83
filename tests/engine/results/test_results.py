"""The results of classes of 3, 12 and 40, as figures, as a page and as a table; and the command that writes them."""

import csv
import io
import random
import re
from collections.abc import Mapping
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import class_room
import example_course
import small_project
from quizbank.cli import main
from quizbank.library import Library
from quizbank.model.question import Question
from quizbank.results.analysis import Class
from quizbank.results.answers.reading import Handed, anonymous
from quizbank.results.answers.table import read_table
from quizbank.results.csv_file import results_csv
from quizbank.results.figures import figure_text, marks_text, percent_text
from quizbank.results.forms import Form, mock_test, printed_test
from quizbank.results.marking import NOTHING
from quizbank.results.page import results_page
from quizbank.results.scoring import Cell, Learner, Rules, Unit
from quizbank.results.view import View
from quizbank.strings.words import Words, entries

SIZES = (3, 12, 40)


@pytest.fixture(scope="module")
def library() -> Library:
    return example_course.library()


def learners_of(forms: tuple[Form, ...], size: int) -> tuple[Learner, ...]:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(class_room.table_rows(forms, size, 7))
    return tuple(read_table(text.getvalue().encode(), forms, Words()))


def view_of(library: Library, name: str, size: int, language: str = "en") -> View:
    test = printed_test(library, library.papers[name], "abc", ["A", "B"])
    return View(library, test, Class(learners_of(test.forms, size)), Words(language))


def page_of(view: View, handed: Handed | None = None, *, is_anonymous: bool = False) -> str:
    return results_page(view, handed or Handed(view.group.learners, ()), anonymous=is_anonymous)


def shown(page: str) -> str:
    body = re.sub(r"<(style|head|title)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


# Figures


def matrix(group: Class) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return the marks of learners (rows) on the common parts (columns), put together from the learners' own cells."""
    columns = [item.part.id for item in group.common]
    return np.array([[float(learner.cells[name].earned) for name in columns] for learner in group.learners])


def test_the_figures_of_a_class_of_40_are_those_of_numpy(library: Library) -> None:
    group = view_of(library, "written", 40).group
    marks = matrix(group)
    totals, count = marks.sum(axis=1), marks.shape[1]
    assert 10 < count < len(group.items), "a section with a choice is not common to all"
    expected = count / (count - 1) * (1 - marks.var(axis=0).sum() / totals.var())
    assert group.reliability
    assert group.reliability[0] == "alpha"
    assert group.reliability[1] == pytest.approx(expected)
    assert group.standard_error == pytest.approx(totals.std(ddof=1) * np.sqrt(1 - expected))
    for place, item in enumerate(group.common):
        rest = totals - marks[:, place]
        assert float(item.facility) == pytest.approx(marks[:, place].mean() / item.part.marks)
        if marks[:, place].std() and rest.std():
            assert group.discrimination(item) == pytest.approx(np.corrcoef(marks[:, place], rest)[0, 1])


def test_questions_that_are_right_or_wrong_have_kr20(library: Library) -> None:
    test = printed_test(library, library.papers["choices"], "abc", ["A"])
    second = tuple(asked for asked in test.forms[0].asked if asked.section == 1)
    group = Class(learners_of((Form(second, "A", "K7F-Q2M"),), 40))
    marks = matrix(group)
    share = marks.mean(axis=0)
    expected = len(share) / (len(share) - 1) * (1 - (share * (1 - share)).sum() / marks.sum(axis=1).var())
    assert group.reliability
    assert group.reliability[0] == "kr20"
    assert group.reliability[1] == pytest.approx(expected)


def cell(part: Question, earned: int, *, given: bool = True) -> Cell:
    return Cell(part, Fraction(earned), given, NOTHING)


def test_the_best_answers_count_where_a_section_leaves_a_choice(library: Library) -> None:
    part = next(each for bank in library.banks.values() for each in bank.questions if each.kind == "single-choice").for_marks(5)
    rules = Rules(answer=2, negative=Fraction(1))
    units = tuple(Unit(0, rules, (cell(part, earned, given=bool(earned)),)) for earned in (-1, 0, 5, 5))
    learner = Learner("Asha", units)
    assert [learner.earned, learner.marks] == [10, 10]
    assert Learner("Ravi", units[:2]).earned == -1


def test_marks_that_are_taken_make_no_facility_below_nothing(library: Library) -> None:
    part = next(each for bank in library.banks.values() for each in bank.questions if each.kind == "single-choice").for_marks(5)
    units = [(Unit(0, Rules(), (cell(part, earned),)),) for earned in (-1, 5)]
    group = Class(tuple(Learner(str(place), mine) for place, mine in enumerate(units)))
    assert group.items[0].facility == Fraction(1, 2)


def test_thirds_hold_who_ties_and_a_class_that_is_alike_has_none(library: Library) -> None:
    parts = [each for bank in library.banks.values() for each in bank.questions if each.kind == "single-choice"][:2]

    def group(earned: list[int]) -> Class:
        return Class(tuple(Learner(str(n), tuple(Unit(0, Rules(), (cell(part, n),)) for part in parts)) for n in earned))

    thirds = group([0, 1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5]).thirds
    assert thirds is not None
    assert (len(thirds.best), len(thirds.weakest)) == (4, 5)
    assert group([1] * 12).thirds is None
    assert group([0, 1, 2]).thirds is None


def test_options_that_nobody_or_the_best_chose_are_pointed_out(library: Library) -> None:
    view = view_of(library, "choices", 40)
    item = next(item for item in view.items if item.part.kind == "single-choice")
    values = [choice.value for choice in item.part.choices if not choice.right]
    right = next(choice.value for choice in item.part.choices if choice.right)
    thirds = view.group.thirds
    assert thirds
    picked = {place: values[0] if place in thirds.best else right for place in range(40)}
    cells = {place: Cell(item.part, Fraction(0), True, type(NOTHING)((value,))) for place, value in picked.items()}
    rows = list(view._options(type(item)(item.part, cells)))
    notes = {row.picked.value: row.notes for row in rows}
    assert notes[values[0]] == ("results.best_wrong",)
    assert notes[values[1]] == ("results.nobody",)
    assert notes[right] == ("results.weak_right",)


def test_objectives_come_weakest_first_with_the_sections_that_teach_them(library: Library) -> None:
    rows = view_of(library, "written", 40).objectives
    assert [row.share for row in rows] == sorted(row.share for row in rows)
    assert len({row.chapter for row in rows}) > 1
    assert all(row.sections and row.numbers for row in rows)


@pytest.mark.parametrize(
    ("value", "text"), [(Fraction(2, 3), "0.67"), (Fraction(-1, 4), "−0.25"), (2.0, "2"), (10, "10"), (-0.001, "0")]
)
def test_marks_are_written_as_the_site_writes_them(value: Any, text: str) -> None:
    assert marks_text(value) == text


def test_other_figures() -> None:
    assert [percent_text(share) for share in (0, 0.005, Fraction(2, 3), -0.001, 1)] == ["0%", "0%", "67%", "0%", "100%"]
    assert [figure_text(value) for value in (None, 0.5, -0.004, -0.25)] == ["–", "0.50", "0.00", "−0.25"]


# The page


@pytest.mark.parametrize("size", SIZES)
def test_a_small_class_is_told_what_cannot_be_concluded(library: Library, size: int) -> None:
    view = view_of(library, "written", size)
    words = shown(page_of(view))
    assert ("say something about these learners and nothing about the questions" in words) == (size < 10)
    assert ("discrimination and reliability are rough" in words) == (10 <= size < 30)
    assert ("Discrimination The correlation" in words) == (size >= 10)
    assert ("Standard error of measurement" in words) == (size >= 10)
    assert (view.group.reliability is None) == (size < 10)
    assert {view.group.discrimination(item) for item in view.items} == {None} or size >= 10


def test_a_page_is_whole_in_itself(library: Library) -> None:
    page = page_of(view_of(library, "choices", 12))
    assert not re.search(r"<(script|link|img|iframe|object|form)\b|\bon\w+=|url\(|@import|https?:|\bsrc=|\bhref=", page)
    assert "default-src 'none'" in page
    tables = re.findall(r"<table>.*?</table>", page, re.DOTALL)
    assert len(tables) > 5
    for table in tables:
        assert "<caption" in table
        assert '<th scope="col"' in table
        assert '<th scope="row"' in table
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'aria-labelledby="([^"]+)"', page)) <= set(ids)


class Marked(Words):
    """English words, each text of the catalogue in brackets."""

    def _form(self, key: str, values: Mapping[str, Any]) -> str:
        return f"⟦{super()._form(key, values)}⟧"


@pytest.mark.parametrize("size", SIZES)
def test_the_page_adds_no_word_of_its_own(library: Library, size: int) -> None:
    view = view_of(library, "written", size)
    for name in ("words",):
        object.__setattr__(view, name, Marked())
    text = shown(page_of(view, Handed(view.group.learners, (("a.json", (("", "x"),)),))))
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    own = {row.text for row in view.objectives} | {row.chapter for row in view.objectives}
    own |= {section for row in view.objectives for section in row.sections}
    own |= {f"{row.stem} {row.id}" for row in view.questions} | {option.text for row in view.questions for option in row.options}
    own |= {text for row in view.questions for text, _ in row.typed} | {learner.name for learner in view.group.learners}
    known = set(re.findall(r"[^\W\d_]{2,}", " ".join(own)))
    assert set(re.findall(r"[^\W\d_]{2,}", text)) - known == {"json"}


def test_a_course_in_hindi_gets_a_page_in_hindi(library: Library) -> None:
    page = page_of(view_of(library, "written", 12, "hi"))
    assert '<html lang="hi">' in page
    fixed = [entry for key, entry in entries("en").items() if key.startswith("results.") and isinstance(entry, str)]
    pieces = [piece.strip() for entry in fixed for piece in re.split(r"\{\w+\}", entry) if len(piece.split()) > 3]
    assert [piece for piece in pieces if piece in shown(page)] == []


def test_what_a_file_calls_itself_never_becomes_markup(library: Library) -> None:
    view = view_of(library, "choices", 3)
    evil = '<script>alert(1)</script>"&'
    view.group.learners[0].__dict__["name"] = evil
    page = page_of(view, Handed(view.group.learners, ((f"{evil[1:8]}.json", (("", "x"),)),)))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_anonymous_learners_have_numbers_that_follow_no_name(library: Library) -> None:
    view = view_of(library, "choices", 12)
    hidden = anonymous(view.group.learners)
    assert [learner.name for learner in hidden] == [str(number) for number in range(1, 13)]
    assert [learner.earned for learner in hidden] != [learner.earned for learner in view.group.learners]
    assert anonymous(view.group.learners[::-1]) == hidden
    other = View(library, view.test, Class(hidden), Words())
    page = page_of(other, Handed(hidden, (("Ravi Kumar.json", (("", "x"),)),)), is_anonymous=True)
    assert "Learner 12" in page
    assert "Ravi" not in page
    assert "1 file could not be read" in page
    assert [learner.name for learner in other.learners] == [str(number) for number in range(1, 13)]


# The table


def test_the_table_has_the_marks_of_all_and_runs_no_formula(library: Library) -> None:
    view = view_of(library, "written", 12)
    view.group.learners[0].__dict__["name"] = "=HYPERLINK(1)"
    data = results_csv(view)
    assert data.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert heads[:5] == ["Row", "Name", "Marks", "Out of", "Share"]
    assert heads[5:] == [f"{view.numbers[item.part.id]} {item.part.id}" for item in view.items]
    assert [row[0] for row in rows] == ["learner"] * 12 + ["marks of the question", "Facility", "Discrimination"]
    assert all(len(row) == len(heads) for row in rows)
    by_name = {row[1]: row for row in rows}
    assert "'=HYPERLINK(1)" in by_name
    for learner in view.group.learners[1:]:
        assert float(by_name[learner.name][2]) == pytest.approx(float(learner.earned), abs=1e-4)


# The command

PAPER = """
title: Class test
style: a class test
minutes: 5
instructions: [Answer all.]
sections:
  - {id: A, title: Choose, kinds: [single-choice, true-false], number: 2, marks: 1, chapters: [five-kinds]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project with a paper of two questions, and two learners' backups of its quizzes."""
    for name, text in {**small_project.FILES, "quizzes/papers/friday.yml": PAPER}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    handed = tmp_path / "handed"
    handed.mkdir()
    for name, value in (("Asha", "true"), ("Ravi", "false")):
        piece = {"picked": [value], "points": [], "typed": {}, "checked": True}
        (handed / f"{name}.json").write_text(class_room.backup({"answer:needs-judgement": piece}, "small-site"), encoding="utf-8")
    return tmp_path


def run(root: Path, *options: str) -> int:
    out = [] if "--out" in options else ["--out", str(root / "out/class.html")]
    return main(["results", *options, *out, "--root", str(root)])


def test_the_command_writes_a_page_and_a_table(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, str(root / "handed")) == 0
    assert capsys.readouterr().out.startswith("2 learners, 1 question: ")
    page = (root / "out/class.html").read_text(encoding="utf-8")
    assert "Asha" in page
    assert "1 of 1" in page
    assert "These answers come from quizzes that learners took by themselves." in page
    assert b"Ravi" in (root / "out/class.csv").read_bytes()


def test_a_refused_file_is_told_and_the_others_are_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "handed/Zoya.json").write_text("{", encoding="utf-8")
    assert run(root, str(root / "handed"), "--anonymous") == 1
    told = capsys.readouterr()
    assert told.out.startswith("2 learners")
    assert "Zoya.json: expected a learner's backup, got a file that cannot be read" in told.err
    page = (root / "out/class.html").read_text(encoding="utf-8")
    assert not re.search("Asha|Ravi|Zoya", page)


def test_a_printed_paper_goes_from_its_empty_table_to_its_results(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = ("--paper", "friday", "--seed", "abc", "--sets", "A,B")
    empty = root / "empty.csv"
    assert run(root, *paper, "--template", str(empty)) == 0
    assert empty.read_text(encoding="utf-8-sig").strip() == "name,set,1,2"
    assert run(root, *paper, "--template", str(empty)) == 1
    assert "expected a new file for the empty table" in capsys.readouterr().err
    empty.write_text("name,set,1,2\nAsha,A,A,T\nRavi,B,T,A\n", encoding="utf-8")
    assert run(root, *paper, str(empty)) in (0, 1)
    empty.write_text("name,set,1,2\nAsha,A,,\n", encoding="utf-8")
    assert run(root, *paper, str(empty)) == 1
    assert "expected the answers of one learner or more, got none; no page was written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "expected learners' backups (.json) or tables of answers (.csv), got no file"),
        (
            ("{root}/handed", "--out", "{root}/docs/class.html"),
            "expected a place outside docs/, which is published with the site",
        ),
        (("{root}/handed", "--out", "{root}/class.txt"), "expected a page whose name ends with .html, got"),
        (("{root}/a.csv", "--out", "{root}/a.html"), "its CSV file would take the place of one that is read"),
        (
            ("x.json", "--paper", "fridy"),
            "expected a mock test of the site; a printed paper needs its --seed (friday), got 'fridy'",
        ),
        (("x.json", "--paper", "fridy", "--seed", "abc"), "expected a paper (friday), got 'fridy'; did you mean 'friday'?"),
        (
            ("x.json", "--paper", "friday", "--seed", "A B"),
            "expected a seed of 1 to 16 small letters, digits and hyphens, got 'A B'",
        ),
        (
            ("x.json", "--paper", "friday", "--code", "A B"),
            "expected a seed of 1 to 16 small letters, digits and hyphens, got 'A B'",
        ),
        (
            ("x.json", "--paper", "friday", "--seed", "abc", "--sets", "A,b"),
            "expected a set named by one letter from A to Z, got 'b'",
        ),
        (("x.json", "--paper", "friday", "--seed", "abc", "--expect", "K7F-Q2M"), "expected the paper K7F-Q2M, got "),
        (("x.json", "--paper", "friday", "--code", "1.K7F-Q2M"), "expected the paper K7F-Q2M, got "),
        (("x.json", "--paper", "friday", "--chapter", "five-kinds"), "expected --paper or --chapter, got both"),
        (("x.json", "--seed", "abc"), "expected the paper with --paper beside its seed or fingerprint, got none"),
        (("x.json", "--chapter", "five"), "expected the name of a published bank (five-kinds, two-kinds), got 'five'"),
    ],
)
def test_what_the_command_cannot_use_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], message: str
) -> None:
    assert run(root, *(option.format(root=root) for option in options)) == 1
    assert message in capsys.readouterr().err
    assert not (root / "out").exists()


def test_the_fingerprint_of_the_paper_is_accepted(root: Path) -> None:
    (root / "a.csv").write_text("name,1,2\nAsha,A,A\n", encoding="utf-8")
    library = example_course.read(root)
    form = printed_test(library, library.papers["friday"], "abc", ["A"]).forms[0]
    letters = [class_room.cell_of(asked.question, {"picked": [asked.question.choices[0].value]}) for asked in form.asked]
    (root / "a.csv").write_text(f"name,1,2\nAsha,{','.join(letters)}\n", encoding="utf-8")
    assert run(root, str(root / "a.csv"), "--paper", "friday", "--seed", "abc", "--expect", form.fingerprint) == 0


def test_a_class_that_sat_a_mock_test(root: Path) -> None:
    library = example_course.read(root)
    test = mock_test(library, library.mock_papers()["friday"], "7b")
    for place, skill in enumerate(class_room.skills(12, 1)):
        pieces = class_room.mock_pieces(test.forms[0], "friday", "7b", random.Random(place), skill)
        (root / f"handed/{place}.json").write_text(class_room.backup(pieces, "small-site"), encoding="utf-8")
    for name in ("Asha", "Ravi"):
        (root / f"handed/{name}.json").unlink()
    assert run(root, str(root / "handed"), "--paper", "friday", "--code", f"7b.{test.forms[0].fingerprint}") == 0
    words = shown((root / "out/class.html").read_text(encoding="utf-8"))
    assert f"mock test 7b.{test.forms[0].fingerprint}" in words
