"""The PDF files of question papers, read back: tagged, with their fonts, in whole questions, the same from the same seed."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pytest

import example_course
from example_course import library
from paper_words import bare, questions, telling
from quizbank.cli import main
from quizbank.papers.sets import PaperSet, answer_rows, paper_set
from quizbank.print.pdf import write_pdf
from quizbank.render.renderer import Renderer
from quizbank.sheets.layout import LARGE, Layout
from quizbank.sheets.sheets import Sheets
from quizbank.texts.inline import question_markdown

pytestmark = pytest.mark.usefixtures("pdf")

SHEETS = ("paper", "answer-sheet", "key")

# A small paper on a small pool: quick to set, and every question is lettered.
SMALL = """title: Small paper
style: a "class" test \\\\ at school
minutes: 20
instructions: [Answer all questions.]
bloom_share: 50
sections:
  - { id: A, title: Choose, kinds: [single-choice, odd-one-out], number: 6, marks: 2, negative: 0.5 }
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper of written answers in two sets."""
    out = tmp_path_factory.mktemp("papers")
    root = example_course.write(tmp_path_factory.mktemp("course"))
    assert main(["paper", "written", "--seed", "1", "--sets", "A,B", "--out", str(out), "--root", str(root)]) == 0
    return out


@cache
def made(name: str, letter: str) -> PaperSet:
    return paper_set(library().papers[name], library().banks.values(), "1", letter)


@cache
def text_of(path: Path, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, text=True, check=True).stdout


def pages_of(path: Path) -> list[str]:
    return text_of(path, "-raw").removesuffix("\f").split("\f")


def sheet(folder: Path, letter: str, what: str) -> Path:
    return folder / f"written-{made('written', letter).fingerprint}-set-{letter}-{what}.pdf"


@pytest.mark.parametrize("what", SHEETS)
def test_every_sheet_is_tagged_titled_and_brings_its_fonts(folder: Path, what: str) -> None:
    path = sheet(folder, "B", what)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert str(pdf.docinfo.Title).endswith(f"Written paper, {made('written', 'B').label}")
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes yes yes +\d+ +0$", font) for font in fonts), fonts


@pytest.mark.parametrize("what", SHEETS)
def test_set_fingerprint_and_page_stand_on_each_page(folder: Path, what: str) -> None:
    pages = pages_of(sheet(folder, "B", what))
    for number, page in enumerate(pages, 1):
        assert page.rstrip().endswith(f"Written paper · {made('written', 'B').label} Page {number} of {len(pages)}")
    assert ("Name Roll number Date Marks" in pages[0]) == (what != "key")


@pytest.mark.parametrize("letter", ["A", "B"])
def test_no_answer_stands_on_a_page_with_questions(folder: Path, letter: str) -> None:
    shown = bare(text_of(sheet(folder, letter, "paper")) + text_of(sheet(folder, letter, "answer-sheet")))
    told = [text for question in questions(made("written", letter)) for text in telling(question) if len(text.split()) > 3]
    assert [text for text in told if bare(text) in shown] == []
    key = bare(text_of(sheet(folder, letter, "key"), "-raw"))
    assert sum(bare(text) in key for text in told) > len(told) / 2  # the others are broken by the end of a page


def test_a_question_stays_on_one_page_with_its_options(folder: Path) -> None:
    """Short questions are never parted; a case may be, between its questions."""
    pages = [bare(page) for page in pages_of(sheet(folder, "A", "paper"))]
    for question in questions(made("written", "A")):
        choices = getattr(question, "choices", [])
        if choices:
            wanted = [bare(choice.text) for choice in choices] + [bare(question.stem.splitlines()[0])[:40]]  # type: ignore[attr-defined]
            assert any(all(text in page for text in wanted) for page in pages), question.id


def test_no_heading_stands_alone_on_a_page_of_large_letters(tmp_path: Path) -> None:
    """What is higher than a page, such as eight items to sort or a passage with its first question, begins below its heading."""
    one = made("written", "A")
    sort = next(question for question in questions(one) if question.kind == "sorting")
    case = next(question for section in one.sections for question in section if question.kind == "case")
    item = sort.items[0]  # type: ignore[attr-defined]
    many = [item.model_copy(update={"text": f"{number}: {'a long item to be sorted ' * 4}"}) for number in range(8)]
    long_sort = sort.model_copy(update={"items": tuple(many)})
    first, *others = case.inner
    long_case = case.model_copy(
        update={
            "passage": "A sentence of a passage that is long. " * 22,
            "questions": (long_sort.model_copy(update={"id": first.id}), *others),
        }
    )
    html = Sheets(Renderer(question_markdown()), Layout((LARGE,))).paper(
        one._replace(sections=((), (long_sort,), (), (long_case,)))
    )
    write_pdf(html, tmp_path / "large.pdf", tmp_path)
    pages = pages_of(tmp_path / "large.pdf")
    assert len(pages) > 4
    footer = 2  # lines
    assert [page for page in pages if len(page.strip().splitlines()) <= 2 + footer] == []
    assert any("Section B" in page and "a long item" in page for page in pages)


def test_the_sheets_of_other_sets_differ(folder: Path) -> None:
    for what in SHEETS:
        assert sheet(folder, "A", what).read_bytes() != sheet(folder, "B", what).read_bytes()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example course with one small paper."""
    root = example_course.write(tmp_path_factory.mktemp("small"))
    for path in (root / "quizzes/papers").iterdir():
        path.unlink()
    (root / "quizzes/papers/small.yml").write_text(SMALL, encoding="utf-8")
    return root


def make(root: Path, out: str, *options: str) -> Path:
    assert main(["paper", "--root", str(root), "--out", str(root / out), *options]) == 0
    return root / out


def test_the_key_of_set_b_fits_set_b_as_printed(small: Path) -> None:
    """Both are read back: the letter of the key stands before the option that the bank calls right."""
    out = make(small, "fit", "--sets", "B", "--seed", "monday-2")
    paper, key = ("\n".join(pages_of(next(out.glob(f"*-set-B-{what}.pdf")))) for what in ("paper", "key"))
    letters = dict(re.findall(r"^(\d+) ([A-D])$", key, re.MULTILINE))
    one = paper_set(library().papers["written"].model_copy(update=_small_paper(small)), library().banks.values(), "monday-2", "B")
    asked = {row.name: row for row in answer_rows(one)}
    assert letters == {name: row.right[0] for name, row in asked.items()}
    for number, question in enumerate(questions(one), 1):
        printed = bare(paper.split(f"\n{number}. ")[1].split(f"\n{number + 1}. ")[0])
        options = dict(zip("abcd", question.choices, strict=False))
        right = options[letters[str(number)].lower()]
        assert right.right
        assert f" {letters[str(number)].lower()} {bare(right.text)}" in printed


def _small_paper(small: Path) -> dict[str, object]:
    from quizbank.papers.blueprint import load_blueprint

    paper, problems = load_blueprint(small / "quizzes/papers/small.yml", small)
    assert paper is not None, problems
    return dict(paper)


def test_the_same_seed_gives_the_same_files_and_another_seed_another_paper(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = make(small, "one")
    told = capsys.readouterr().out
    assert "3 of 3: " in told
    again = told.splitlines()[-1].partition("To make the same papers again: ")[2].split()
    same = make(small, "same", *again)
    files = sorted(path.name for path in one.iterdir())
    assert files == [f"small-{again[-1]}-set-A-{what}.pdf" for what in sorted(SHEETS)]
    assert [(one / name).read_bytes() for name in files] == [(same / name).read_bytes() for name in files]
    other = make(small, "other", "--seed", "2")
    texts = ["\n".join(pages_of(path)) for path in (one / files[2], next(other.glob("*paper*")))]
    stems = [re.findall(r"^\d\. (.+)", text, re.MULTILINE) for text in texts]
    assert len(stems[0]) == len(stems[1]) == 6
    assert stems[0] != stems[1]


def test_wrong_marks_and_words_with_signs_are_printed_as_they_are(small: Path) -> None:
    text = text_of(next(make(small, "marks").glob("*-paper.pdf")), "-raw")
    assert "Each wrong answer costs 0.5 marks." in text
    assert "in the style of a “class” test \\\\ at school." in text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["smal"], "expected the name of a paper (small), got 'smal'; did you mean 'small'?"),
        (["--sets", "A,b"], "expected a set named by one letter from A to Z, got 'b'"),
        (["--seed", "Monday"], "expected a seed of 1 to 16 small letters, digits and hyphens, got 'Monday'"),
    ],
)
def test_a_wrong_request_is_told_and_makes_no_file(
    small: Path, options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paper", "--root", str(small), "--out", str(small / "none"), *options]) == 1
    assert capsys.readouterr().err == message + "\n"
    assert not (small / "none").exists()


def test_no_paper_is_made_while_a_bank_has_problems(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("docs", "quizzes/papers"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "quizzes/papers/small.yml").write_text(
        SMALL.replace("negative: 0.5", "negative: 0.5, chapters: [outsourcing]"), encoding="utf-8"
    )
    assert main(["paper", "--root", str(tmp_path), "--out", str(tmp_path / "none")]) == 1
    assert (
        "quizzes/papers/small.yml:7: error: section A: chapters: expected the name of a bank, got 'outsourcing'"
        in capsys.readouterr().err
    )
