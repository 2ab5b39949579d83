"""`quizbank new`: a course that every command works on at once, the same with another subject in it, and what is refused."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT
from quizbank.checks.all_checks import check_everything
from quizbank.cli import main
from quizbank.kinds import KINDS
from quizbank.library import Library, read_library
from quizbank.start.letters import initials
from quizbank.texts.image_files import read_image

ODD_TITLE = "Light & life: “C₃” #1, 100 %"
# A bank as a teacher of chemistry writes it, with a share and a year that need no source.
CHEMISTRY = """
title: Acids
chapter: recall.md
objectives:
  - {id: LO1.1, slug: recognise-acids, text: Recognise an acid.}
questions:
  - id: colour-of-litmus
    kind: single-choice
    section: recall
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: Blue litmus paper is dipped into an acid. What colour does it get?
    options:
      - {text: Red, correct: yes, why: Acids turn blue litmus red.}
      - {text: Green, why: Litmus has no green form.}
      - {text: Blue, why: It stays blue in a base and in pure water.}
    explanation: Litmus is red in acids and blue in bases. Blue paper therefore shows an acid by turning red.
  - id: mass-of-acid-in-a-solution
    kind: numeric
    section: recall
    objective: LO1.1
    bloom: apply
    marks: 1
    stem: A bottle holds 200 g of a solution with 10 % of hydrochloric acid by mass. What mass of the acid is in it?
    answer: 20
    unit: g
    working: 10 % of 200 g = 20 g.
    explanation: Ten per cent are ten parts in a hundred. A solution of 200 g therefore holds twice ten grams of the acid.
  - id: who-explained-acids
    kind: fill-in
    section: spacing
    objective: LO1.1
    bloom: remember
    marks: 1
    stem: "In 1887 Svante Arrhenius explained that an acid in water gives off ____ ions."
    answers: [hydrogen, H+]
    explanation: By his account an acid is what gives off hydrogen ions in water. A base gives off hydroxide ions.
"""


def made(folder: Path, title: str = "Photosynthesis", name: str = "photosynthesis") -> Path:
    assert main(["new", str(folder), "--title", title, "--id", name]) == 0
    return folder


def library_of(folder: Path) -> Library:
    return read_library(folder / "quizzes", folder / "docs", folder, folder / "mkdocs.yml")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("new") / "course")


def texts_of(folder: Path) -> dict[str, str]:
    """Return the files of text that are the course's own, by path: not the engine's with its licence and test helpers."""
    ours = ("hooks/", "tests/support/", "LICENSE", "requirements")
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file() and path.suffix != ".png"}
    texts = {name: path.read_text(encoding="utf-8") for name, path in paths.items() if not name.startswith(ours)}
    return {name: re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL) for name, text in texts.items()}


def test_a_new_course_has_no_problem_no_warning_and_every_kind_of_question(course: Path) -> None:
    library = library_of(course)
    problems, _ = check_everything(library, course)
    assert list(map(str, problems)) == []
    assert {question.kind for bank in library.banks.values() for question in bank.all_questions} == set(KINDS)
    assert (library.course.id, library.course.title) == ("photosynthesis", "Photosynthesis")
    assert len(library.banks) == 2
    assert library.terms
    assert library.figures
    assert library.all_papers


def test_a_sample_chapter_is_taken_out_by_the_step_of_the_readme(course: Path, tmp_path: Path) -> None:
    for name in ("docs", "quizzes"):
        shutil.copytree(course / name, tmp_path / name)
    shutil.copy2(course / "course.yml", tmp_path)
    for name in ("docs/tables.md", "quizzes/tables.yml", "quizzes/papers/class-test.yml"):
        (tmp_path / name).unlink()
    settings, start, words = ((course / name).read_text(encoding="utf-8") for name in ("mkdocs.yml", *START_AND_WORDS))
    (tmp_path / "mkdocs.yml").write_text(without_lines(settings, "tables.md", "mock-exams.md"), encoding="utf-8")
    (tmp_path / START_AND_WORDS[0]).write_text(without_lines(start, "tables.md"), encoding="utf-8")
    entries = [entry for entry in words.split("\n\n") if "tables.md" not in entry]
    (tmp_path / START_AND_WORDS[1]).write_text("\n\n".join(entries), encoding="utf-8")
    problems, _ = check_everything(library_of(tmp_path), tmp_path)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    (step,) = re.findall(r"^4\. .*(?:\n   .*)*", (course / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [part for part in ("`nav:`", "docs/index.md", "glossary", "class-test.yml", "mock-exams.md") if part not in step] == []


START_AND_WORDS = ("docs/index.md", "docs/glossary.md")


def without_lines(text: str, *parts: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not any(part in line for part in parts))


def test_nothing_in_a_new_course_speaks_of_the_course_that_it_was_made_from(course: Path) -> None:
    texts = texts_of(course)
    assert [name for name, text in texts.items() if re.search(r"\b(?:BPO|KPO)\b|bpo-|outsourc", text, re.IGNORECASE)] == []
    assert [name for name, text in texts.items() if re.search(r"@[A-Z_]{2,}@", text)] == []


def test_its_makefile_calls_nothing_that_it_does_not_have(course: Path) -> None:
    text = (course / "Makefile").read_text(encoding="utf-8")
    called = re.findall(r"\b(?:hooks|tests|tools)/[\w/.-]+\w", text)
    assert "hooks/quiz_book.py" in called
    assert [path for path in called if not (course / path).exists()] == []


def test_its_title_stands_in_the_profile_alone_where_the_site_is_made_from_that(course: Path) -> None:
    texts = texts_of(course)
    titled = {name for name, text in texts.items() if "Photosynthesis" in text}
    assert titled == {"course.yml", "README.md", "docs/index.md"}


def test_a_title_with_odd_signs_gives_a_sound_course(tmp_path: Path) -> None:
    folder = made(tmp_path / "course", ODD_TITLE, "light-and-life")
    library = library_of(folder)
    assert library.course.title == ODD_TITLE
    assert [str(problem) for problem in library.problems] == []
    assert (folder / "docs/index.md").read_text(encoding="utf-8").startswith("# Light &#38; life&#58; “C₃”")


def test_the_icons_have_the_sizes_that_phones_ask_for(course: Path) -> None:
    icons = course / "docs/assets/icons"
    sizes = {path.name: read_image(path).width for path in icons.glob("*.png")}
    assert sizes == {"icon-64.png": 64, "icon-180.png": 180, "icon-192.png": 192, "icon-512.png": 512, "maskable-512.png": 512}
    assert "<title>P</title>" in (icons / "icon.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "letters"),
    [("Photosynthesis", "P"), ("élan vital", "EV"), ("The 3 states", "T3"), ("प्रकाश संश्लेषण", "PS"), ("“Acids” and bases", "AB")],
)
def test_the_icon_shows_the_first_letters_of_the_title_or_of_the_id(title: str, letters: str) -> None:
    assert initials(title, "prakash-sanshleshan") == letters


EMPTY = "expected a folder that is empty or not there, got"
REFUSED = {
    "an id with capitals": (
        ["course", "--title", "A", "--id", "Bad Id"],
        "--id: expected lower-case words joined by hyphens, such as 'front-office', got 'Bad Id'",
    ),
    "a title with markup": (
        ["course", "--title", "A <b>", "--id", "a"],
        "--title: expected one line of text without '<' and '>', got 'A <b>'",
    ),
    "a title without words": (["course", "--title", " ", "--id", "a"], "--title: expected some text, got nothing"),
    "a folder with something in it": (["full", "--title", "A", "--id", "a"], f"full: {EMPTY} one that holds 'notes.txt'"),
    "a file": (["full/notes.txt", "--title", "A", "--id", "a"], f"full/notes.txt: {EMPTY} a file"),
    "a folder of this course": (
        [str(ROOT / "inside"), "--title", "A", "--id", "a"],
        f"{ROOT / 'inside'}: expected a folder outside of this course, got one inside it",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_become_a_course_is_refused(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").write_text("mine", encoding="utf-8")
    assert main(["new", *arguments]) == 1
    assert capsys.readouterr().err == f"{message}\n"
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "notes.txt"]


def make(folder: Path, target: str) -> str:
    """Run a target of the course's Makefile with the programs of this test: nothing is installed. Returns what it printed."""
    if not (folder / ".venv").is_symlink():
        (folder / ".venv").symlink_to(sys.prefix)
    there = [f"--old-file=.venv/{name}" for name in ("created", "site", "print", "test")]
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "MAKE", "SITE_URL", "OFFLINE"))}
    run = subprocess.run(["make", *there, target], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-4000:]
    return run.stdout + run.stderr


@pytest.mark.site
@pytest.mark.pdf
@pytest.mark.browser
def test_a_course_on_another_subject_passes_every_command(tmp_path: Path) -> None:
    folder = made(tmp_path / "course", "Chemistry", "chemistry")
    (folder / "quizzes/recall.yml").write_text(CHEMISTRY.lstrip(), encoding="utf-8")
    chapter = folder / "docs/recall.md"
    text = chapter.read_text(encoding="utf-8").replace("recall#recall-after-one-page", "recall#colour-of-litmus")
    chapter.write_text(text, encoding="utf-8")
    (folder / "quizzes/papers/class-test.yml").unlink()
    (folder / "quizzes/papers/acids.yml").write_text(PAPER.lstrip(), encoding="utf-8")
    assert re.search(r"^0 problems, \d+ warnings?$", make(folder, "check"), re.MULTILINE)
    assert "acids-" in make(folder, "papers")
    make(folder, "site")
    make(folder, "offline")  # which makes the book first, in both forms
    assert {path.name for path in (folder / "dist").glob("*.*")} == {
        *("chemistry-book.pdf", "chemistry-book.epub", "chemistry-offline.zip")
    }
    assert len(list((folder / "dist/papers").glob("acids-*.pdf"))) == 9
    assert (folder / "site/quiz/recall/index.html").read_text(encoding="utf-8").count("<quiz-question") == 3
    assert re.search(r"\d+ passed", make(folder, "test"))
    make(folder, "clean")
    assert not (folder / "dist").exists()
    assert Path(sys.prefix).exists()


PAPER = """
title: Acids test
style: a class test
minutes: 20
instructions: [Answer all questions.]
sections:
  - {id: A, title: Choose, kinds: [single-choice], number: 1, marks: 1}
  - {id: B, title: Work out, kinds: [numeric], number: 2, marks: 1}
"""
