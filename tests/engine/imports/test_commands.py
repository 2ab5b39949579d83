"""`quizbank import` and `quizbank drafts` in a small project."""

from pathlib import Path

import pytest

import imports
import small_project
from quizbank.cli import main
from quizbank.library import read_library


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in small_project.FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def run(root: Path, file: str, *more: str) -> int:
    return main(["import", str(imports.FOLDER / file), "--chapter", "outsourcing", "--root", str(root), *more])


def test_a_file_becomes_a_bank_of_drafts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "moodle.xml", "--as", "leaves") == 0
    out = capsys.readouterr().out.split("\n")
    assert out[:6] == [
        "moodle.xml: Moodle XML, 4 questions",
        "  taken whole        2",
        "  taken in part      1",
        "    moodle.xml:12: Gaps: the answer 'sun' earned 50 % and now earns nothing",
        "  refused            1",
        "    moodle.xml:19: Sum: expected one of the types cloze, ddwtos, description, essay, gapselect, matching, multichoice, "
        "multichoiceset, numerical, ordering, shortanswer, truefalse, got 'calculated'",
    ]
    target = project / "quizzes/leaves.yml"
    assert out[6] == f"{target}: 3 questions, 3 drafts among them; 'quizbank drafts leaves' lists what they want"
    assert [path.name for path in (project / "quizzes/pictures").iterdir()] == ["a-leaf-57cda64cea.png"]
    read = read_library(project / "quizzes", project / "docs", project, project / "mkdocs.yml")
    assert read.problems == []
    assert read.left_out.count == 3
    assert read.left_out.banks["leaves"].objectives[0].id == "LO1.3"


def test_the_same_file_gives_the_same_bank(project: Path, tmp_path: Path) -> None:
    assert run(project, "teacher.txt", "--as", "one", "--out", str(tmp_path / "a/one.yml")) == 0
    assert run(project, "teacher.txt", "--as", "one", "--out", str(tmp_path / "b/one.yml")) == 0
    assert (tmp_path / "a/one.yml").read_bytes() == (tmp_path / "b/one.yml").read_bytes()


def test_a_preview_shows_what_goes_where_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(project)
    assert run(project, "table.csv", "--preview") == 0
    assert files(project) == before
    assert capsys.readouterr().out.split("\n")[1:3] == [
        "  headings in row 1: Question → stem, Option A → option A, Option B → option B, Option C → option C, Answer → right, "
        "Explanation → explanation",
        "  2: single-choice: Which gas?",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--as", "five-kinds"),
            "expected the name of a new bank, got 'five-kinds', which is there as {root}/quizzes/five-kinds.yml; "
            "choose another by --as",
        ),
        (
            ("--as", "Two words"),
            "expected a name of lower-case words joined by hyphens, such as 'plants-2', got 'Two words'; give it by --as",
        ),
        (("--columns", "stem"), "expected columns such as \"stem=Question,right=Ans\", got 'stem'"),
        (
            ("--chapter", "outsorcing"),
            "expected the page of a chapter (index.md, outsourcing.md, words.md), got 'outsorcing'; "
            "did you mean 'outsourcing.md'?",
        ),
    ],
)
def test_a_command_that_cannot_be_followed_writes_nothing(
    project: Path, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    assert run(project, "table.csv", *arguments) == 1
    assert files(project) == before
    assert capsys.readouterr().err == f"{imports.FOLDER / 'table.csv'}:1: {message.format(root=project)}\n"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.pdf", b"%PDF-1.7", "got a PDF file"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1", "got an old Office file; save it as .docx or .xlsx"),
        ("x.png", imports.png(), "got a picture"),
        ("x.bin", b"\x00\x01\x02\x03", "got 'x.bin'"),
        ("x.txt", b"  \n", "expected a file with questions, got an empty file"),
    ],
)
def test_a_file_of_no_format_is_refused(
    project: Path, name: str, data: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / name).write_bytes(data)
    before = files(project)
    assert main(["import", str(project / name), "--chapter", "outsourcing", "--root", str(project)]) == 1
    assert files(project) == before
    assert capsys.readouterr().err.endswith(f"{message}\n")


def test_a_file_in_which_no_question_can_be_taken_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "x.gift").write_text("Open {=a\n", encoding="utf-8")
    before = files(project)
    assert main(["import", str(project / "x.gift"), "--chapter", "outsourcing", "--root", str(project)]) == 1
    assert files(project) == before
    assert capsys.readouterr().err == f"{project / 'x.gift'}:1: expected a question that a bank can take, got none\n"


def test_drafts_are_listed_with_the_lines_of_what_they_want(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "table.csv", "--as", "gas") == 0
    capsys.readouterr()
    assert main(["drafts", "--root", str(project)]) == 0
    out = capsys.readouterr().out.rstrip("\n").split("\n")
    assert out[0] == "quizzes/gas.yml: 1 draft"
    heading = "expected the id of the heading in outsourcing.md under which this is taught, got nothing"
    assert f"  quizzes/gas.yml:12: which-gas: section: {heading}" in out
    mistake = "expected why this is wrong, and the mistake that leads to it, got nothing"
    assert f"  quizzes/gas.yml:19: which-gas: options, 1, why: {mistake}" in out
    assert len(out) == 7


def test_a_draft_that_wants_nothing_may_be_published(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = project / "quizzes/two-kinds.yml"
    bank.write_text(
        bank.read_text(encoding="utf-8").replace("  - id: middle-letter\n", "  - id: middle-letter\n    draft: yes\n"),
        encoding="utf-8",
    )
    assert main(["drafts", "two-kinds", "--root", str(project)]) == 0
    assert capsys.readouterr().out == (
        "quizzes/two-kinds.yml: 1 draft\n"
        "  quizzes/two-kinds.yml:7: middle-letter: nothing is wanted; take 'draft: yes' out to publish it\n"
    )
    assert main(["drafts", "to-kinds", "--root", str(project)]) == 1
    assert capsys.readouterr().err == "expected the name of a bank, got 'to-kinds'; did you mean 'two-kinds'?\n"


def test_without_drafts_there_is_nothing_to_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drafts", "--root", str(project)]) == 0
    assert capsys.readouterr().out == "no drafts\n"
