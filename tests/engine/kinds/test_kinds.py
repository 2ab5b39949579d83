"""Every folder in `kinds/` is complete, and its example is a good bank of that kind."""

import json
import random
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from markupsafe import Markup
from py_mini_racer import MiniRacer

from places import ROOT
from quizbank.banks.load import load_bank
from quizbank.kinds import FOLDER, KINDS
from quizbank.model.limits import block_start
from quizbank.model.part import Part
from quizbank.render.renderer import Renderer
from quizbank.site.assets import source_of
from quizbank.site.scripts import marking_of
from quizbank.texts.inline import question_markdown

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
    assert bank.title == KINDS[kind].model.called


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_page_of_the_example_holds_every_text_that_the_author_wrote(kind: str) -> None:
    bank, _ = load_bank(KINDS[kind].folder / "example.yml", ROOT)
    assert bank is not None
    html = Renderer(question_markdown()).question(bank.questions[0], "Question 1", None)
    shown = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    hidden = {"id", "kind", "section", "objective", "bloom", "marks", "answer", "answers", "misconception", "facts", "correct"}
    for text in _texts(bank.questions[0].model_dump(exclude_none=True), hidden):
        words = re.sub(r"[*]|_{2,}.*", "", text)
        assert " ".join(str(Markup.escape(words)).split()) in shown


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_fill_in_shows_one_answer_on_screen_and_in_the_key_and_none_of_its_variants() -> None:
    bank, _ = load_bank(KINDS["fill-in"].folder / "example.yml", ROOT)
    assert bank is not None
    renderer = Renderer(question_markdown())
    question = bank.questions[0].model_copy(update={"answers": ("BPO", "business process outsourcing"), "near_misses": ()})
    assert "Correct: BPO Photo means light" in words_of(renderer.question(question, "Question 1", None))
    assert words_of(renderer.key(question, "1.")).startswith("1. BPO [1] Photo means light")
    for html in (renderer.question(question, "Question 1", None), renderer.key(question, "1.")):
        assert "business process outsourcing" not in words_of(html)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("single-choice", "options"),
        ("true-false", "options"),
        ("fill-in", "close"),
        ("numeric", "mistakes"),
        ("matching", ""),
        ("short-answer", ""),
    ],
)
def test_the_reasons_left_out_of_a_verdict_are_folded_under_words_that_fit_the_kind(kind: str, words: str) -> None:
    bank, _ = load_bank(KINDS[kind].folder / "example.yml", ROOT)
    assert bank is not None
    html = Renderer(question_markdown()).question(bank.questions[0], "Question 1", None)
    assert re.findall(r'data-rest="([^"]*)"', html) == ([words] if words else [])


def test_what_a_line_may_not_start_with_is_what_markdown_makes_a_block_of() -> None:
    chance = random.Random(7)
    render = question_markdown()
    for _ in range(20_000):
        text = "".join(chance.choices("-*+_#>1.[]: ab\t", k=chance.randrange(1, 9))).strip()
        html = render(text)
        assert bool(block_start(text)) == (
            text != "" and (html == "" or re.match(r"<(?:ul|ol|h\d|hr|blockquote)", html) is not None)
        ), text


class Nesting(HTMLParser):
    """Finds blocks of text in elements that may hold words in a line only."""

    INLINE = frozenset({"b", "em", "label", "legend", "option", "p", "span", "strong", "summary"})
    BLOCKS = frozenset({"blockquote", "div", "h1", "hr", "ol", "p", "pre", "table", "ul"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in self.BLOCKS and self.INLINE & set(self.open):
            self.faults.append(f"<{tag}> in {self.open}")
        if tag not in ("br", "hr", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]


RICH = "A firm:\n\n- types\n- reads\n\nWhat ____ now?"
LONG_TEXTS = {"A", "B", "C", "D", "answer", "explanation", "hint", "passage", "stem", "why", "why_false", "why_true", "working"}


def enriched(part: Any) -> Any:
    """Return a question, or a part of one, with a list in each of its longer texts."""
    changes: dict[str, Any] = {}
    for key, value in part:
        if isinstance(value, tuple):
            changes[key] = tuple(enriched(inner) if isinstance(inner, Part) else inner for inner in value)
        elif isinstance(value, Part):
            changes[key] = enriched(value)
        elif isinstance(value, str) and key in LONG_TEXTS and len(value) > 1:
            changes[key] = RICH
    return part.model_copy(update=changes)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_text_of_several_blocks_stands_where_blocks_may_stand(kind: str) -> None:
    bank, _ = load_bank(KINDS[kind].folder / "example.yml", ROOT)
    assert bank is not None
    renderer = Renderer(question_markdown())
    for question in bank.questions:
        rich = enriched(question)
        for html in (renderer.question(rich, "Question 1", None), renderer.on_paper(rich, "1."), renderer.key(rich, "1.")):
            assert Nesting(html).faults == []


@pytest.mark.parametrize(("marks", "words"), [(1, "up to 1 mark."), (2, "up to 2 marks.")])
def test_the_key_of_a_distinguish_counts_its_marks_in_good_english(marks: int, words: str) -> None:
    bank, _ = load_bank(KINDS["distinguish"].folder / "example.yml", ROOT)
    assert bank is not None
    assert words in Renderer(question_markdown()).key(bank.questions[0].model_copy(update={"marks": marks}), "1.")


# A learner marks their own written answer; a case has its marks from its questions.
SELF_MARKED = {"distinguish", "short-answer"}
NOT_MARKED = {"case"}


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_script_registers_this_kind_with_its_marking(kind: str) -> None:
    context = MiniRacer()
    context.eval("const added = {}; const quiz = { add(name, kind) { added[name] = kind; } };")
    context.eval("quiz.inRows = { mark() {}, tell() {} }; quiz.byLearner = { selfMarked: true };")
    script = (KINDS[kind].folder / "page.js").read_text(encoding="utf-8")
    context.eval(source_of(marking_of(kind)) if KINDS[kind].model.script == "own" else script)
    added = context.eval("JSON.stringify(added, (key, value) => (typeof value === 'function' ? 'a function' : value))")
    marked: dict[str, object] = (
        {"selfMarked": True} if kind in SELF_MARKED else {} if kind in NOT_MARKED else {"mark": "a function"}
    )
    if KINDS[kind].model.script == "rows":
        marked["tell"] = "a function"
    assert json.loads(str(added)) == {kind: marked}


def _texts(value: object, hidden: set[str]) -> list[str]:
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key not in hidden for text in _texts(inner, hidden)]
    if isinstance(value, (list, tuple)):
        return [text for inner in value for text in _texts(inner, hidden)]
    return [value] if isinstance(value, str) else []
