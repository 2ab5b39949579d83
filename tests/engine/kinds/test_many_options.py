"""Two options or eight: sound for a choice, lettered to H on paper, and with room for their circles on the answer sheet."""

from pathlib import Path

import pytest

from quizbank.banks.load import load_bank
from quizbank.model.question import Question
from quizbank.papers.sets import Row
from quizbank.render.renderer import Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.texts.inline import question_markdown

BANK = """title: Plants
chapter: plants.md
objectives: [{id: LO1.1, slug: leaves, text: Name the parts of a leaf.}]
questions:
  - id: which
    kind: KIND
    section: leaves
    objective: LO1.1
    bloom: apply
    marks: 1
    stem: Which?
    keep_order: yes
    options:
      - {text: right, correct: yes, why: It is so.}
"""


def bank(folder: Path, kind: str, count: int) -> tuple[Question | None, list[str]]:
    wrong = "".join(f"      - {{text: wrong {n}, why: It is not.}}\n" for n in range(count - 1))
    path = folder / "plants.yml"
    path.write_text(BANK.replace("KIND", kind) + wrong + "    explanation: One of them is right.\n", encoding="utf-8")
    loaded, problems = load_bank(path, folder)
    assert loaded is not None
    return (loaded.questions[0] if loaded.questions else None), [problem.text for problem in problems]


@pytest.mark.parametrize("kind", ["single-choice", "multiple-choice"])
@pytest.mark.parametrize("count", [2, 8])
def test_a_choice_may_have_two_options_or_eight(kind: str, count: int, tmp_path: Path) -> None:
    question, problems = bank(tmp_path, kind, count)
    assert problems == []
    assert question is not None
    printed = Renderer(question_markdown()).on_paper(question, "1.")
    last = "ABCDEFGH"[count - 1]
    assert f'<span class="paper-letter">{last}</span>' in printed
    assert f'<span class="paper-letter">{chr(ord(last) + 1)}</span>' not in printed


@pytest.mark.parametrize("kind", ["single-choice", "multiple-choice"])
@pytest.mark.parametrize(("count", "message"), [(1, "expected at least 2 items, got 1"), (9, "expected at most 8 items, got 9")])
def test_one_option_is_no_choice_and_nine_are_too_many(kind: str, count: int, message: str, tmp_path: Path) -> None:
    question, problems = bank(tmp_path, kind, count)
    assert question is None
    assert f"which: options: {message}" in problems


@pytest.mark.parametrize(("letters", "columns"), [("ABCD", 4), ("ABCDEFG", 3), ("ABCDEFGH", 2)])
def test_wide_rows_of_circles_make_fewer_columns(letters: str, columns: int) -> None:
    rows = [Row(str(number), tuple(letters), ()) for number in range(60)]
    assert len(Sheets(Renderer(question_markdown()))._blocks(rows)[0]) == columns
