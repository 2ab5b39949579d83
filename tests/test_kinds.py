"""Every folder in `kinds/` is complete, and its example is a good bank of that kind."""

import json
import re
from pathlib import Path

import pytest
from markupsafe import Markup
from py_mini_racer import MiniRacer

from quizbank.kinds import FOLDER, KINDS
from quizbank.load import load_bank
from quizbank.render import Renderer
from quizbank.text import question_markdown

ROOT = Path(__file__).parent.parent
KIND_NAMES = sorted(KINDS)


def test_every_folder_is_a_kind_named_after_it() -> None:
    folders = {path.name.replace("_", "-") for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(KINDS)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_example_is_a_bank_of_this_kind_without_problems(kind: str) -> None:
    bank, problems = load_bank(KINDS[kind].folder / "example.yml", ROOT)
    assert problems == []
    assert bank is not None
    assert {question.kind for question in bank.questions} == {kind}


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_page_of_the_example_holds_every_text_that_the_author_wrote(kind: str) -> None:
    bank, _ = load_bank(KINDS[kind].folder / "example.yml", ROOT)
    assert bank is not None
    html = Renderer(question_markdown()).question(bank.questions[0], "Question 1", None)
    shown = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    hidden = {"id", "kind", "section", "objective", "bloom", "marks", "answer", "misconception", "facts", "correct"}
    for text in _texts(bank.questions[0].model_dump(exclude_none=True), hidden):
        words = re.sub(r"[*]|_{2,}.*", "", text)
        assert " ".join(str(Markup.escape(words)).split()) in shown


# A learner marks their own written answer; a case has its marks from its questions.
SELF_MARKED = {"distinguish", "short-answer"}
NOT_MARKED = {"case"}


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_script_registers_this_kind_with_its_marking(kind: str) -> None:
    context = MiniRacer()
    context.eval("const added = {}; const quiz = { add(name, kind) { added[name] = kind; } };")
    context.eval((KINDS[kind].folder / "page.js").read_text(encoding="utf-8"))
    added = context.eval("JSON.stringify(added, (key, value) => (typeof value === 'function' ? 'a function' : value))")
    marked = {"selfMarked": True} if kind in SELF_MARKED else {} if kind in NOT_MARKED else {"mark": "a function"}
    assert json.loads(str(added)) == {kind: marked}


def _texts(value: object, hidden: set[str]) -> list[str]:
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key not in hidden for text in _texts(inner, hidden)]
    if isinstance(value, (list, tuple)):
        return [text for inner in value for text in _texts(inner, hidden)]
    return [value] if isinstance(value, str) else []
