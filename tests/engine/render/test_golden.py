"""Golden cases: each file below `cases/` is named as a sentence and holds what comes in and what must come out.

A case is made of parts. A part begins with a line `=== <name>` and reaches to the next such line; its text counts lines from 1.
A part named by a path (`quizzes/bpo.yml`, `docs/bpo.md`) is written to a temporary folder. The last part is what must come out:

- `=== problems`: the lines of `read_library(...).problems`, in order; no lines when nothing is wrong;
- `=== findings`: what the linter finds, in order, in banks that have no problems;
- `=== html`: the HTML of the first question of the first bank, headed 'Question 1' and without a link to its passage.

A case without a page gets one, `docs/chapter.md`, with the headings `chapter` and `section`. Expectations are written by hand.
"""

import difflib
from pathlib import Path

import pytest

from golden import MARK, parts_of
from places import CASES
from quizbank.checks.lint import lint
from quizbank.library import Library, read_library
from quizbank.render.renderer import Renderer
from quizbank.texts.inline import question_markdown

CHAPTER = "# Chapter {#chapter}\n\n## Section { #section }\n"


def cases(folder: str) -> list[Path]:
    return sorted((CASES / folder).glob("*.txt"))


def sentence(case: Path) -> str:
    return case.stem


def library_of(parts: dict[str, str], root: Path) -> Library:
    if not any(name.startswith("docs/") for name in parts):
        parts = {"docs/chapter.md": CHAPTER, **parts}
    for folder in ("docs", "quizzes"):
        (root / folder).mkdir()
    for name, text in parts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return read_library(root / "quizzes", root / "docs", root)


def read_case(case: Path, kind: str, root: Path) -> tuple[Library, list[str]]:
    """Return what the case's files make, and the lines that its last part, named `kind`, expects."""
    parts = parts_of(case.read_text(encoding="utf-8"))
    last, expected = parts.popitem()
    assert last == kind, f"expected the last part to be '{MARK}{kind}', got '{MARK}{last}'"
    return library_of(parts, root), expected.removesuffix("\n").split("\n") if expected else []


def compare(expected: list[str], got: list[str]) -> None:
    difference = "\n".join(difflib.unified_diff(expected, got, "what the case expects", "what came out", lineterm="", n=99))
    if difference:
        pytest.fail(f"\n{difference}", pytrace=False)


@pytest.mark.parametrize("case", cases("problems"), ids=sentence)
def test_what_is_wrong_in_an_authors_files_is_told_in_these_words(case: Path, tmp_path: Path) -> None:
    library, expected = read_case(case, "problems", tmp_path)
    compare(expected, [str(problem) for problem in library.problems])


@pytest.mark.parametrize("case", cases("findings"), ids=sentence)
def test_what_the_linter_finds_is_told_in_these_words(case: Path, tmp_path: Path) -> None:
    library, expected = read_case(case, "findings", tmp_path)
    assert library.problems == []
    compare(expected, [str(finding) for finding in lint(library.banks, library.course)])


@pytest.mark.parametrize("case", cases("html"), ids=sentence)
def test_a_question_becomes_exactly_this_html(case: Path, tmp_path: Path) -> None:
    library, expected = read_case(case, "html", tmp_path)
    assert library.problems == []
    question = next(iter(library.banks.values())).questions[0]
    html = str(Renderer(question_markdown()).question(question, "Question 1", None))
    compare(expected, html.split("\n"))


def test_there_are_cases_of_every_sort() -> None:
    assert cases("problems")
    assert cases("findings")
    assert cases("html")
