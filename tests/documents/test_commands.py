"""Every command that the documents show does what they say; one that no test here knows fails.

The recipes of CONTRIBUTING.md are followed to the letter in copies of the project, and their commands run there. For a target of
make, `make -n` says what it would run, and the commands for Windows beside it in the README must be the same ones.
"""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from places import ROOT
from quizbank import cli
from quizbank.kinds import KINDS
from quizbank.print import options as paper_options
from quizbank.print.command import Request
from quizbank.print.papers import Print
from shown import DOCUMENTS, INSTALL, MAKE, commands, fences, samples, tracked, would_run

CHECK = ".venv/bin/python hooks/quizbank check"
SCHEMAS = (
    ".venv/bin/python hooks/quizbank schema > quizzes/bank.schema.json",
    ".venv/bin/python hooks/quizbank schema paper > quizzes/papers/paper.schema.json",
)
COPY_A_KIND = "cp -r hooks/quizbank/kinds/true_false hooks/quizbank/kinds/yes_no"
NEW_FIGURE = ".venv/bin/python hooks/quizbank figure payslip --title Payslip"
PAPER = ".venv/bin/python hooks/quizbank paper friday --sets A,B --out dist"
# Run by the test of `new` in tests/engine/start.
NEW_COURSE = 'python hooks/quizbank new ../photosynthesis --title "Photosynthesis" --id photosynthesis'
EXPORT = "python hooks/quizbank export moodle --chapter outsourcing"
# Run by the tests of imports, in tests/engine/imports.
IMPORT = ".venv/bin/python hooks/quizbank import test.docx --chapter outsourcing --as outsourcing-extra"
# Run by the tests of class results, in tests/engine/results.
RESULTS = ".venv/bin/python hooks/quizbank results handed --paper cuet --code 7b"
# Run by the tests in tests/engine/plain.
PAGES = "python hooks/quizbank pages ../plain"
# Run by the tests of recipes below.
RUN = {
    CHECK,
    f"{CHECK} --all",
    f"{CHECK.removeprefix('.venv/bin/')} --all",
    *SCHEMAS,
    RESULTS,
    IMPORT,
    COPY_A_KIND,
    NEW_FIGURE,
    NEW_COURSE,
    PAPER,
    EXPORT,
    PAGES,
}
# What people do once on their computer.
ONCE = {"py -m venv .venv", r".venv\Scripts\activate", "pre-commit install"}
PYTEST = re.compile(r"\.venv/bin/pytest((?: -n 0| tests/[\w/.]+)+)")

README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = [re.findall(r"`([^`]+)`", cell) for row in re.findall(r"^\| .*\| (.*) \| (.*) \|$", README, re.MULTILINE) for cell in row]
ROWS = {made[0]: windows for made, windows in zip(TABLE[::2], TABLE[1::2], strict=True) if made}
WINDOWS = {command for row in ROWS.values() for command in row}
SHOWN = sorted({command for document in DOCUMENTS for command in commands(document)})
TARGETS = sorted({found[1] for command in SHOWN if (found := MAKE.fullmatch(command))})


def test_every_command_that_a_document_shows_is_known_here() -> None:
    known = RUN | ONCE | WINDOWS | {".ci/run"}
    patterns = (MAKE, PYTEST, INSTALL)
    assert [command for command in SHOWN if command not in known and not any(each.fullmatch(command) for each in patterns)] == []
    assert len(SHOWN) > 40


@pytest.mark.parametrize("target", TARGETS)
def test_make_has_every_target_that_a_document_shows(target: str) -> None:
    assert would_run(target) != []


def test_every_target_of_make_and_every_command_of_the_engine_stands_in_a_document() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {*phony.split()} - {*TARGETS} == set()
    (row,) = re.findall(
        r"^\| `cli\.py` \| (.*?) \|", (ROOT / "hooks/quizbank/README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    run = subprocess.run(
        [sys.executable, "hooks/quizbank", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "200"},
    )
    commands_of_help = re.search(r"\{([\w,]+)\}", run.stdout)
    assert commands_of_help is not None
    assert {*commands_of_help[1].split(",")} == {*re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize("row", [row for row in ROWS if ROWS[row] and "delete" not in ROWS[row]])
def test_the_commands_for_windows_are_those_that_make_runs(row: str) -> None:
    target = MAKE.fullmatch(row)
    assert target is not None, row
    if target[1] != "clean":
        for command in ROWS[row]:
            plain = (
                re.sub(r'^cmd /c "(.*)"$', r"\1", command).replace("set ", "").replace("&&", "").replace(" -d ", " --site-dir ")
            )
            assert plain.replace("\\", "/") in [line.replace(" BOOK=yes", "") for line in would_run(target[1])]


def test_the_commands_in_the_readme_of_a_new_course_are_those_that_its_make_runs(tmp_path: Path) -> None:
    """The course is made by the command, and its own Makefile is asked."""
    course = tmp_path / "course"
    assert cli.main(["new", str(course), "--title", "Photosynthesis", "--id", "photosynthesis"]) == 0
    rows = re.findall(r"^\| .*\| `make (\w+)` \| `(.*?)`", (course / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) > 5
    for target, plain in rows:
        ours = "OFFLINE=true " * (target == "offline") + plain
        assert ours in [line.replace(" BOOK=yes", "") for line in would_run(target, course)]
    ours_and_made = (MAKE, INSTALL, re.compile(r"python -m venv \.venv"), re.compile(r"python hooks/quizbank figure NAME .*"))
    shown = {*commands(course / "README.md")} - {plain for _, plain in rows}
    assert [each for each in shown if not any(known.fullmatch(each) for known in ours_and_made)] == []
    assert [each for each in shown if (found := INSTALL.fullmatch(each)) and not (course / found[1]).is_file()] == []


def test_the_edition_for_a_folder_without_the_book_needs_nothing_of_print() -> None:
    with_book, without = would_run("offline"), would_run("offline BOOK=no")
    assert [line for line in with_book if "quiz_book" in line or "print_packages" in line] != []
    assert [line for line in without if re.search(r"print|quiz_book|weasyprint", line)] == []
    assert [line for line in without if "BOOK=no mkdocs build" in line] != []


def test_another_word_for_the_book_is_refused() -> None:
    run = subprocess.run(["make", "-n", "offline", "BOOK=nein"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "BOOK: expected yes or no, got 'nein'" in run.stderr


def test_the_locks_that_documents_install_are_those_that_make_installs() -> None:
    files = {found[1] for command in SHOWN if (found := INSTALL.fullmatch(command))}
    assert files == {"requirements-exchange.lock", "requirements-print.lock", "requirements-test.lock"}
    run = subprocess.run(["make", "-nB", "pdf", "exports", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [file for file in files if f"--require-hashes -r {file}\n" not in run.stdout] == []


def test_the_workflow_and_the_script_run_what_contributing_says() -> None:
    assert re.findall(r"^make (\w+)$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE) == ["test", "lint"]
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert "          .ci/run\n" in workflow
    for promised in ("ubuntu-latest", "macos-latest", "windows-latest", '"3.11"', '"3.14"'):
        assert promised in workflow


def test_the_commands_of_pre_commit_are_those_of_lint_and_check() -> None:
    entries = re.findall(r"entry: \.venv/bin/(.*)$", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    plain = [entry.removesuffix(" --force-exclude") for entry in entries]
    assert plain[-1] == CHECK.removeprefix(".venv/bin/")
    assert [entry for entry in plain[:-1] if not any(line.startswith(entry) for line in would_run("lint"))] == []


def copy_of(folder: Path) -> Path:
    for path in tracked():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, folder / path)
    return folder


def change(file: Path, edit: Callable[[str], str]) -> None:
    before = file.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before, f"nothing changed in {file}"
    file.write_text(after, encoding="utf-8")


def after_line(line: str, more: str) -> Callable[[str], str]:
    """Return an edit that puts text behind the first line that begins with `line`."""
    return lambda text: re.sub(rf"^{re.escape(line)}.*\n", lambda found: found[0] + more, text, count=1, flags=re.MULTILINE)


def do(folder: Path, command: str) -> str:
    """Run a command as the documents show it, with the interpreter of this test, and return what it printed."""
    assert command in SHOWN
    command, _, target = command.partition(" > ")
    program, *arguments = command.split()
    if program == "cp":
        source, copied = (folder / path for path in arguments[-2:])
        _ = shutil.copytree(source, copied) if arguments[0] == "-r" else shutil.copy(source, copied)
        return ""
    python = [sys.executable] if program.endswith("python") else [sys.executable, "-m", "pytest"]
    run = subprocess.run([*python, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    if target:
        (folder / target).write_text(run.stdout, encoding="utf-8", newline="\n")
    return run.stdout + run.stderr


@pytest.fixture(scope="module")
def with_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a question, a chapter, a word of the glossary, a figure and a paper added as the recipes say."""
    folder = copy_of(tmp_path_factory.mktemp("content"))
    question, block = samples("A question")
    change(folder / "quizzes/bpo-concept.yml", lambda text: f"{text}\n{indented(question)}")
    change(folder / "docs/bpo-concept.md", lambda text: f"{text}\n{block}")
    chapter, nav, bank = samples("A chapter")
    (folder / "docs/payslips.md").write_text(chapter, encoding="utf-8")
    change(folder / "mkdocs.yml", after_line("          - 16. Exam skills", textwrap.indent(nav, 10 * " ")))
    (folder / "quizzes/payslips.yml").write_text(bank, encoding="utf-8")
    (entry,) = samples("A glossary entry")
    change(folder / "docs/glossary.md", lambda text: text.replace("\n## R {", f"\n{entry}\n## R {{"))
    do(folder, NEW_FIGURE)
    (figure,) = samples("A figure")
    change(folder / "docs/payslips.md", lambda text: text + figure)
    paper = next(block for language, block in fences(README) if language == "yaml")
    (folder / "quizzes/papers/friday.yml").write_text(paper, encoding="utf-8")
    return folder


def indented(sample: str) -> str:
    """Return a sample in the depth that it has in its file, which a block of a list has lost."""
    return "".join(f"  {line}" if line.strip() else line for line in sample.splitlines(keepends=True))


def test_the_recipes_for_content_give_no_problem_and_no_warning(with_content: Path) -> None:
    printed = do(with_content, f"{CHECK} --all")
    assert "\n0 problems, 0 warnings\n" in printed, printed


def test_the_paper_of_the_readme_is_asked_for_as_the_command_says(
    with_content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[Request, Path]] = []

    def make_papers(library: object, request: Request, to: Print, tell: object) -> list[str]:
        asked.append((request, to.out))
        return []

    monkeypatch.setattr(paper_options, "make_papers", make_papers)
    monkeypatch.chdir(with_content)
    assert cli.main(PAPER.split()[2:]) == 0, capsys.readouterr().err
    ((request, out),) = asked
    assert ([paper.name for paper in request.papers], list(request.letters), out) == (["friday"], ["A", "B"], Path("dist"))


def test_the_export_of_the_readme_writes_one_format_of_one_chapter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main([*EXPORT.split()[2:], "--out", str(tmp_path)]) == 0, capsys.readouterr().err
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")] == ["moodle/outsourcing.xml"]
    assert re.match(r"moodle: \d+ questions for Moodle\n", capsys.readouterr().out)


@pytest.fixture(scope="module")
def with_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a kind, a check and an output added as the recipes say."""
    folder = copy_of(tmp_path_factory.mktemp("code"))
    do(folder, COPY_A_KIND)
    for name in ("__init__.py", "page.js", "example.yml"):
        change(folder / "hooks/quizbank/kinds/yes_no" / name, lambda text: text.replace("true-false", "yes-no"))
    change(folder / "hooks/quizbank/kinds/yes_no/portable.py", lambda text: text.replace("kinds.true_false", "kinds.yes_no"))
    change(folder / "hooks/quizbank/kinds/yes_no/example.yml", lambda text: text.replace("- id: example-", "- id: yes-no-"))
    for command in SCHEMAS:
        do(folder, command)
    rule, check, example = samples("A check of questions")
    change(folder / "hooks/quizbank/item-writing.md", lambda text: text.replace("## The notes", f"{rule}\n## The notes"))
    change(folder / "hooks/quizbank/checks/lint/stems.py", lambda text: text + check)
    change(folder / "tests/engine/checks/test_lint.py", after_line("ITEMS", "".join(f"    {x}\n" for x in example.splitlines())))
    output, template, test = samples("An output")
    new: Mapping[str, str] = {"hooks/quizbank/listing/__init__.py": output, "tests/engine/listing/test_listing.py": test}
    for path, text in new.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(text, encoding="utf-8")
    for kind in ("yes_no", *(kind.folder.name for kind in KINDS.values())):
        (folder / "hooks/quizbank/kinds" / kind / "line.html.j2").write_text(template, encoding="utf-8")
    return folder


def test_the_recipes_for_a_kind_a_check_and_an_output_pass_the_tests_that_they_name(with_code: Path) -> None:
    named = {path for command in SHOWN if (found := PYTEST.fullmatch(command)) for path in found[1].split() if "/" in path}
    assert [path for path in named if not (with_code / path).exists()] == []
    # Those of the new kind, check and output, since the others run anyway.
    quick = sorted(named - {"tests/engine/papers/test_marks_for_work.py"})
    mine = "yes-no or yes_no or change_places or loud or listing or file_is_the_schema"
    mine += " or every_check_has or stands_under or numbered or cites"
    options = ["-q", "-n", "0", "-p", "no:cacheprovider", "-k", mine, *quick]
    run = subprocess.run([sys.executable, "-m", "pytest", *options], cwd=with_code, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
