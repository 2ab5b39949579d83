"""Banks that say `publish: no` serve printed papers only: the site, its folder edition and the book hold nothing of them."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

import quiz_book
import small_project
from quizbank.banks.load import wants_to_be_published
from quizbank.cli import main
from quizbank.library import Library, read_library
from quizbank.papers.sets import paper_set
from quizbank.site.page import mark
from quizbank.site.site import Site
from sites import Build

# Every text of the bank holds this word, and nothing else on the site does.
WORD = "quokka"
KEPT_BACK = """
publish: no
title: Quokka bank
chapter: outsourcing.md
contrasts: two-kinds
objectives:
  - {id: LO9.1, slug: explain-what-a-quokka-buys, text: Explain what a quokka buys.}
questions:
  - id: quokka-bus
    kind: single-choice
    section: what-it-needs
    objective: LO9.1
    bloom: apply
    marks: 1
    stem: The quokka hires a bus for a year. What is this?
    options:
      - {text: Quokka outsourcing, correct: yes, why: Another quokka drives.}
      - {text: Quokka offshoring, why: No quokka goes abroad.}
      - {text: Quokka robots, why: No quokka is a robot.}
    hint: Ask which quokka drives.
    explanation: One quokka hands the driving to another quokka for a year, which is work done by another party.
  - id: quokka-judgement
    kind: true-false
    section: what-it-needs
    objective: LO9.1
    bloom: apply
    marks: 1
    stem: A quokka needs judgement.
    answer: true
    why_true: No quokka follows a list of steps.
    why_false: Then a quokka would be a machine.
    explanation: A quokka judges for itself, and no list of steps that somebody wrote settles what it decides to do.
"""
PAPER = """
title: Class paper
style: a class test
minutes: 20
instructions: [Answer all questions.]
sections:
  - {id: A, title: Choose, kinds: [single-choice], number: 1, marks: 1, chapters: [five-kinds, quokka]}
"""
OFF_THE_SITE = PAPER.replace("title: Class", "publish: no\ntitle: Quokka").replace("five-kinds, ", "")
FILES = {
    **small_project.FILES,
    "quizzes/quokka.yml": KEPT_BACK,
    "quizzes/papers/class.yml": PAPER,
    "quizzes/papers/quokka-only.yml": OFF_THE_SITE,
}


def library_of(root: Path, **changed: str) -> Library:
    """Return the library of the project, with some files changed by their names without folder."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(changed.get(Path(name).stem, text), encoding="utf-8")
    return read_library(root / "quizzes", root / "docs", root)


def pages_of(library: Library) -> dict[str, str]:
    """Return everything that the engine adds to the site by itself, with the pages filled."""
    site = Site(library)
    files = {name: text for name, text in dict(site.files(str)).items() if isinstance(text, str)}
    blocks = {
        name: mark(*line[4:].split(" | "))
        for name, text in site.pages().items()
        for line in text.splitlines()
        if "/// " in line[:4] and " | " in line
    }
    return {**files, **site.pages(), **{name: site.fill(block, name, str, lambda fault: None) for name, block in blocks.items()}}


def holding(texts: dict[str, str]) -> list[str]:
    return [name for name, text in texts.items() if WORD in f"{name} {text}".casefold()]


@pytest.mark.parametrize("offline", [False, True])
def test_no_byte_of_a_bank_that_is_not_published_is_in_the_built_site(build_site: Build, offline: bool) -> None:
    folder = build_site(FILES, offline=offline)
    assert len(list(folder.rglob("*.js"))) > 10
    told = [
        path for path in folder.rglob("*") if WORD in path.name or (path.is_file() and WORD.encode() in path.read_bytes().lower())
    ]
    assert told == []


def test_nothing_of_it_is_in_the_book(tmp_path: Path) -> None:
    library = library_of(tmp_path)
    assert library.problems == []
    config = load_config(str(tmp_path / "mkdocs.yml"), hooks=[])
    book = quiz_book.book_html(config, library).casefold()
    assert "a school pays a bus company" in book
    assert WORD not in book


def test_its_questions_are_printed_by_the_command_only(tmp_path: Path) -> None:
    library = library_of(tmp_path)
    assert holding(pages_of(library)) == []
    assert list(library.mock_papers()) == ["class"]
    assert list(library.all_papers) == ["class", "quokka-only"]
    drawn = {
        paper_set(library.all_papers["class"], library.all_banks.values(), str(seed)).sections[0][0].id for seed in range(20)
    }
    assert drawn == {"school-bus", "quokka-bus"}
    assert paper_set(library.all_papers["quokka-only"], library.all_banks.values(), "1").sections[0][0].id == "quokka-bus"


@pytest.mark.parametrize(
    "text",
    [
        "publish: yes\n",
        "publish: Yes  # now\n",
        "publish: 'true'\n",
        "{publish: yes, title: [",
        "title: [\n",
        "stem: They publish: no\n",
    ],
)
def test_a_bank_that_cannot_be_read_is_shown_with_its_faults_if_nothing_keeps_it_off_the_site(tmp_path: Path, text: str) -> None:
    bank = tmp_path / "quokka.yml"
    bank.write_text(text, encoding="utf-8")
    assert wants_to_be_published(bank)


@pytest.mark.parametrize(
    ("fault", "wanted"),
    [
        ("publish: no\ntitle: Quokka bank\n  quokka: [", "expected"),
        ("'publish': no  # quokka\ntitel: The quokka <b>", "titel: expected"),
        ("title: A <b>quokka\npublish: nope", "publish: expected yes or no"),
        ("title: Quokka bank\n publish: no\nchapter: quokka", "2: expected no space before 'publish'"),
        ("title: Quokka bank\n\tpublish: no", "expected spaces for indentation, got a tab"),
        ("title: Quokka bank\rpublish: no\rchapter: [quokka", "expected ']' to close"),
        ("{title: Quokka bank, publish: no, chapter: quokka", "expected '}' to close"),
        ("{publish: no, titel: The quokka}", "titel: expected"),
        ("\ufeffpublish: no\ntitel: The quokka", "titel: expected"),
        ("publish:no\ntitle: The quokka", "1: expected a space after the colon of the key"),
        ("title: Quokka\npublish no\nchapter: quokka", "2: expected a key with a colon and a space"),
    ],
)
def test_a_bank_that_cannot_be_read_is_not_quoted_on_the_site_if_it_was_to_stay_off_it(
    tmp_path: Path, fault: str, wanted: str
) -> None:
    chapter = small_project.OUTSOURCING + "\n/// quiz | quokka#quokka-bus\n///\n"
    library = library_of(tmp_path, quokka=fault, outsourcing=chapter)
    problems = [str(problem) for problem in library.problems if problem.file == "quizzes/quokka.yml"]
    assert any(wanted in problem for problem in problems), problems
    assert holding({name: text for name, text in pages_of(library).items() if name != "mock/class.md"}) == []
    shown = Site(library).fill(mark("quiz", "quokka#quokka-bus"), "outsourcing.md", str, lambda fault: None)
    assert "expected a bank that the site shows, got &#39;quokka&#39;, whose file says &#39;publish: no&#39;" in shown


def test_a_published_bank_that_cannot_be_read_still_has_a_page_that_says_why(tmp_path: Path) -> None:
    library = library_of(tmp_path, **{"two-kinds": "title: [\n"})
    page = Site(library).fill(mark("quiz", "two-kinds"), "quiz/two-kinds.md", str, lambda fault: None)
    assert "quiz/two-kinds.md" in Site(library).pages()
    assert "quizzes/two-kinds.yml:" in page


def test_the_check_counts_what_is_not_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library_of(tmp_path)
    main(["check", "--root", str(tmp_path)])
    assert capsys.readouterr().out.startswith("3 pages, 3 banks (1 not published), 9 questions, 2 papers\n")


# A mock exam for which no question can be drawn


EMPTY = "No question can be drawn for this test, so it can be neither taken nor printed at present."
REFUSED = small_project.FIVE_KINDS.replace("bloom: apply", "bloom: aply", 1)
UNREAD = "title: [\n"


@pytest.mark.parametrize(
    ("banks", "reported"),
    [
        ({"five-kinds": REFUSED}, "quizzes/five-kinds.yml:12: school-bus: bloom: expected"),
        ({"five-kinds": UNREAD}, "quizzes/five-kinds.yml:"),
        (
            {"five-kinds": small_project.FIVE_KINDS.replace("title:", "publish: no\ntitle:", 1)},
            "on the site, without the banks that say",
        ),
        ({"class": PAPER.replace("five-kinds, ", "")}, "on the site, without the banks that say"),
        ({"class": PAPER.replace("single-choice", "case")}, "expected at least 1 question of these kinds for 1 mark each, got 0"),
    ],
)
def test_a_mock_exam_for_which_no_question_can_be_drawn_is_reported_and_says_so_on_its_page(
    tmp_path: Path, banks: dict[str, str], reported: str
) -> None:
    library = library_of(tmp_path, **banks)
    assert any(reported in str(problem) for problem in library.problems), library.problems
    pages = pages_of(library)
    assert EMPTY in pages["mock/class.md"]
    assert "<quiz-mock" not in pages["mock/class.md"]
    assert [name for name in pages if name.startswith("papers/")] == []
