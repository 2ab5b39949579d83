"""Any text in any field of a bank gives a problem with its line or safe pages, and leaves the questions beside it as they are."""

import json
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

import anywhere
from fuzzing import examples
from quizbank.banks.load import load_bank
from quizbank.exports import NAMES, load_format
from quizbank.exports.account import divided
from quizbank.exports.collect import collected
from quizbank.kinds import KINDS
from quizbank.library import Library, read_library
from quizbank.model.bank import Bank
from quizbank.papers.blueprint import Blueprint, load_blueprint
from quizbank.papers.sets import paper_set
from quizbank.problems.problem import Problem
from quizbank.render.renderer import Link, Renderer
from quizbank.sheets.sheets import Sheets
from quizbank.site.catalogue import data_scripts
from quizbank.texts.inline import on_site, question_markdown
from quizbank.texts.looks import without_unfit
from strict_html import Words, check, document, parsed, parts

RENDERER = Renderer(question_markdown())
SHEETS = Sheets(RENDERER)
BEFORE = """
- id: before-it
  kind: single-choice
  section: SECTION
  objective: OBJECTIVE
  bloom: remember
  marks: 1
  stem: Which of these stands before the other?
  hint: Look at the *letters*.
  options:
    - {text: The **first**, correct: yes, why: It is so.}
    - {text: The second, why: It stands behind., misconception: order}
  explanation: The first stands before the second, as its name says.
"""
AFTER = BEFORE.replace("before-it", "after-it").replace("stands before the other", "comes behind the other")
PAPER = """title: All
style: a test
minutes: 20
instructions: [Answer all.]
sections:
  - {{id: A, title: Choose, kinds: [single-choice], number: 2, marks: 1}}
  - {{id: B, title: Answer, kinds: [{kind}], number: 2, marks: {marks}}}
"""
STYLE = re.compile("<style>[^<]*</style>")
PLACE = re.compile(r'data-number="\d+"|Question \d+|data-objective="[^"]*"|plants/#[^"]*')
WHEN = datetime(2026, 11, 1, tzinfo=UTC)


@cache
def bank_of(kind: str) -> Any:
    """Return the example of a kind as data, with a question before it and one behind."""
    data = anywhere.read_yaml((KINDS[kind].folder / "example.yml").read_text(encoding="utf-8"))
    first = data["questions"][0]
    texts = [text.replace("SECTION", first["section"]).replace("OBJECTIVE", first["objective"]) for text in (BEFORE, AFTER)]
    before, after = (anywhere.read_yaml(text) for text in texts)
    return {**data, "questions": [*before, *data["questions"], *after]}


def read(data: Any) -> tuple[Bank | None, list[Problem]]:
    """Return a bank that was written to a file and read from there, with its problems."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plants.yml"
        path.write_text(anywhere.as_yaml(data), encoding="utf-8")
        return load_bank(path, Path(folder))


def page(bank: Bank) -> str:
    """Return the page of a bank, as it stands on the site."""
    html = RENDERER.bank(bank, Link("../plants/", "Plants"), lambda section: Link(f"../plants/#{section}", "Passage"))
    return document(on_site(html, lambda path: f"../{path}"))


@cache
def paper_of(kind: str) -> Blueprint:
    """Return a paper that asks the two other questions and those of a kind."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.yml"
        path.write_text(PAPER.format(kind=kind, marks=bank_of(kind)["questions"][1]["marks"]), encoding="utf-8")
        paper, problems = load_blueprint(path, Path(folder))
    assert paper is not None, problems
    return paper


def sheets(bank: Bank, kind: str) -> Iterator[str]:
    """Yield the question paper, its answer sheet and its key."""
    one = paper_set(paper_of(kind), [bank], "7", "A")
    yield from (STYLE.sub("", html) for html in (SHEETS.paper(one), SHEETS.answer_sheet(one), SHEETS.key(one)) if html)


@cache
def harmless() -> Words:
    """Return what a page and the sheets of all examples hold."""
    words = Words()
    inner = [
        {**question, "section": "x", "objective": "LO1.1"} for kind in KINDS for question in bank_of(kind)["questions"][1:-1]
    ]
    around = {**bank_of("case"), "objectives": [{"id": "LO1.1", "slug": "all", "text": "All."}]}
    first = anywhere.read_yaml(BEFORE.replace("SECTION", "x").replace("OBJECTIVE", "LO1.1"))
    bank, problems = read({**around, "questions": [*first, *inner]})
    assert bank is not None, problems
    assert problems == []
    for html in (page(bank), *sheets(bank, "case")):
        words.learn(parsed(html))
    printed = (str(RENDERER.printed(output, question, "1.")) for question in bank.questions for output in ("paper", "key"))
    words.learn(parsed(document("".join(printed))))
    return words


@cache
def neighbours() -> tuple[str, str]:
    """Return the first and the last question of a page as they stand beside the example."""
    bank, _ = read(bank_of("true-false"))
    assert bank is not None
    first, *_, last = parts(parsed(page(bank)), "quiz-question")
    return first, last


def fuzzed(data: st.DataObject) -> tuple[str, list[Any]]:
    """Draw a kind, and its example among two other questions with any text in any field."""
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    before, *questions, after = bank_of(kind)["questions"]
    place = data.draw(st.integers(0, len(questions) - 1))
    questions[place] = data.draw(anywhere.changed(questions[place]))
    return kind, [before, *questions, after]


def test_the_examples_are_a_page_and_papers_of_strict_html_without_a_script() -> None:
    assert {"quiz-question", "fieldset", "input", "select", "textarea", "table"} <= set(harmless().known)
    assert "script" not in harmless().known
    first, last = neighbours()
    assert "before the other" in first
    assert "behind the other" in last


def test_every_piece_of_a_hostile_text_is_harmless_by_itself() -> None:
    for piece in anywhere.PIECES:
        for text in (without_unfit(piece), f"a {without_unfit(piece)} z"):
            check(parsed(document(RENDERER.markdown(text).replace("docs:", ""))), Words())


@examples(30)
@given(data=st.data())
def test_any_text_in_any_field_is_a_problem_or_a_safe_page(data: st.DataObject) -> None:
    kind, questions = fuzzed(data)
    bank, problems = read({**bank_of(kind), "questions": questions})
    told(problems)
    if bank is None:
        assert problems
        return
    assert bank.broken or len(bank.questions) == len(questions)
    assert not bank.broken or problems
    tree = parsed(page(bank))
    check(tree, harmless())
    first, *_, last = (without_place(question) for question in parts(tree, "quiz-question"))
    assert (first, last) == tuple(map(without_place, neighbours()))


def without_place(question: str) -> str:
    """Return a question without its number, and without the section and the objective that its bank gave it."""
    return PLACE.sub("", question.rpartition("</quiz-question>")[0])


def told(problems: list[Problem]) -> None:
    """Fail unless each problem stands in one line and names the file and the line."""
    assert all(problem.line >= 1 and problem.file == "plants.yml" and "\n" not in str(problem) for problem in problems)


@examples(8)
@given(data=st.data())
def test_any_text_on_a_paper_on_the_answer_sheet_and_in_the_key_is_safe(data: st.DataObject) -> None:
    kind, questions = fuzzed(data)
    bank, _ = read({**bank_of(kind), "questions": questions})
    for html in sheets(bank, kind) if bank else ():
        check(parsed(html), harmless())


@examples(15)
@given(data=st.data())
def test_any_text_in_the_head_of_a_bank_is_a_problem_or_a_safe_page(data: st.DataObject) -> None:
    whole = bank_of("single-choice")
    head = {key: value for key, value in whole.items() if key != "questions"}
    bank, problems = read({**data.draw(anywhere.changed(head)), "questions": whole["questions"]})
    assert bank is not None or problems
    told(problems)
    if bank is not None:
        check(parsed(page(bank)), harmless())


def written(folder: Path, kind: str, questions: list[Any]) -> Library:
    """Return a course with one bank, read from its files."""
    bank = {**bank_of(kind), "questions": questions}
    sections = dict.fromkeys(question["section"] for question in bank_of(kind)["questions"])
    heads = "".join(f"\n## {section} {{ #{section} }}\n\nText.\n" for section in sections)
    files = {f"docs/{bank['chapter']}": f"# Chapter\n{heads}", "course.yml": "id: any-course\ntitle: Any course\n"}
    for name, text in {**files, "quizzes/plants.yml": anywhere.as_yaml(bank)}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_library(folder / "quizzes", folder / "docs", folder)


@pytest.fixture(scope="module")
def v8() -> Iterator[MiniRacer]:
    engine = MiniRacer()
    engine.eval("globalThis.quiz = { data: {} };")
    yield engine
    engine.close()


@examples(8)
@given(data=st.data())
def test_any_text_leaves_in_every_format_and_in_the_scripts_of_the_site(v8: MiniRacer, data: st.DataObject) -> None:
    kind, questions = fuzzed(data)
    with tempfile.TemporaryDirectory() as folder:
        library = written(Path(folder), kind, questions)
    scripts = dict(data_scripts(library, RENDERER, str))
    if "plants" not in library.banks:
        return
    shown = read_script(v8, scripts["data:bank:plants"].text)
    assert set(shown) == {question.id for question in library.banks["plants"].questions}
    for html in shown.values():
        check(parsed(document(html)), harmless())
    everything = collected(library, "https://a.example/", WHEN)
    for name in NAMES:
        format_ = load_format(name)
        held, _ = divided(everything, format_)
        assert format_.write(held)
        assert all(content for _, content in format_.beside(held))


def read_script(v8: MiniRacer, text: str) -> Any:
    """Return the data that a bank's script brings, as a browser reads it."""
    run = f'globalThis.quizParts = {{ push: ([start]) => start(quiz) }}; {text}; JSON.stringify(quiz.data["bank:plants"])'
    return json.loads(str(v8.eval(run)))
