"""The fingerprint of a paper: the same in both languages, and another one as soon as paper or key would be another."""

import gzip
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from py_mini_racer import MiniRacer
from pydantic import BaseModel

from example_course import library
from front_end import source
from quizbank.banks.load import example
from quizbank.kinds import KINDS
from quizbank.model.question import Question
from quizbank.papers.blueprint import Blueprint
from quizbank.papers.fingerprint import LETTERS, bare, content, content_hash, fingerprint, rules_hash
from quizbank.papers.sets import mock_set, paper_set
from quizbank.render.renderer import Renderer
from quizbank.site.catalogue import data_scripts
from quizbank.site.minify import minified_script
from quizbank.texts.inline import question_markdown

SCRIPTS = ("draw.js", "fingerprint.js", "questions.js", "placing.js")

UNPRINTED = {"section", "objective", "bloom", "hint", "facts", "source", "as_of", "waive", "misconception"}


@pytest.fixture(scope="module")
def page() -> MiniRacer:
    """V8 with what the page of a mock exam knows: the site's own catalogue and papers, and the scripts that draw."""
    scripts = dict(data_scripts(library(), Renderer(question_markdown()), str))
    engine = MiniRacer()
    engine.eval("const quiz = { data: {} }, document = { scripts: [] }; globalThis.quizParts = [];")
    engine.eval(scripts["data:catalogue"].text + scripts["data:papers"].text + "for (const [run] of quizParts) run(quiz);")
    engine.eval("\n".join(source(name) for name in SCRIPTS))
    engine.eval("""function drawn(name, seed) {
        const paper = quiz.data.papers.find((paper) => paper.name === name);
        const { questions } = quiz.practice;
        const ids = drawPaper(paper, questions.map((question) => ({ ...question, bank: question.bank.name })), seed);
        return JSON.stringify([ids, fingerprintOf(paper, ids, questions)]);
    }""")
    return engine


def test_the_page_of_a_mock_exam_draws_the_questions_and_the_fingerprint_that_are_printed(page: MiniRacer) -> None:
    for paper in library().mock_papers().values():
        for code in ("1", "monday-2", "7b"):
            one = mock_set(paper, library().banks.values(), code)
            ids = [[question.id for question in questions] for questions in one.sections]
            assert json.loads(str(page.eval(f"drawn('{paper.name}', '{code}')"))) == [ids, one.fingerprint], (paper.name, code)


def test_a_fingerprint_is_easy_to_copy() -> None:
    assert not set("01ILOU") & set(LETTERS)
    one = mock_set(library().papers["choices"], library().banks.values(), "1").fingerprint
    assert (len(one), one[3]) == (7, "-")
    assert set(bare(one)) <= set(LETTERS)
    assert bare(f" {one.lower().replace('-', ' ')} ") == bare(one)


def test_a_typed_fingerprint_is_read_alike_in_both_languages(page: MiniRacer) -> None:
    for text in ("k7f-q2m", "K7F Q2M", "o0il1u", "é-ß", ""):
        assert page.eval(f"bare({json.dumps(text)})") == bare(text)


def test_the_script_stays_small() -> None:
    assert len(gzip.compress(minified_script(source("fingerprint.js")).encode(), 9)) <= 400


# What makes another paper


def single_choice() -> Question:
    return example("single-choice").questions[0]


def edited(question: Question, **changes: Any) -> Question:
    return type(question).model_validate(json.loads(question.model_dump_json(exclude_defaults=True)) | changes)


@pytest.mark.parametrize("key", ["stem", "explanation"])
def test_a_question_in_other_words_is_another_question(key: str) -> None:
    one = single_choice()
    assert content_hash(edited(one)) == content_hash(one)
    assert content_hash(edited(one, **{key: "Other words."})) != content_hash(one)


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_that_is_printed_belongs_to_the_content(kind: str) -> None:
    for question in example(kind).questions:
        content_text = json.dumps(content(question), ensure_ascii=False)
        texts = list(_texts(question))
        assert len(texts) > 4
        assert [text for text in texts if json.dumps(text, ensure_ascii=False) not in content_text] == []


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of a question, those of its options, rows and parts too, but for what neither paper nor key prints."""
    if isinstance(value, BaseModel):
        for key, field in type(value).model_fields.items():
            if key not in UNPRINTED and getattr(value, key) != field.default:
                yield from _texts(getattr(value, key))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def test_a_change_inside_a_case_changes_the_case() -> None:
    case = next(question for question in example("case").questions if question.kind == "case")
    first, *others = case.parts
    for change in ({"marks": first.marks + 1}, {"explanation": "Other words."}):
        other = case.model_copy(update={"questions": (first.model_copy(update=change), *others)})
        assert content_hash(other) != content_hash(case)


def test_what_nobody_prints_changes_nothing() -> None:
    one = single_choice()
    same = one.model_copy(update={"hint": "Think.", "facts": ("a",), "waive": {"echo": "quoted"}, "bloom": "create", "marks": 9})
    assert content_hash(same) == content_hash(one)


def test_options_in_another_order_are_another_key() -> None:
    assert content_hash(single_choice().reordered("x:B")) != content_hash(single_choice())
    case = example("case").questions[0]
    assert content_hash(case.reordered("x:B")) != content_hash(case)


@pytest.mark.parametrize(
    ("change", "another"),
    [
        ({"title": "Another title"}, True),
        ({"minutes": 7}, True),
        ({"instructions": ("Write.",)}, True),
        ({"bloom_share": 99}, False),
        ({"publish": False}, False),
    ],
)
def test_what_is_printed_around_the_questions_belongs_to_the_paper(change: dict[str, Any], another: bool) -> None:
    paper = library().papers["choices"]
    assert (rules_hash(paper.model_copy(update=change)) != rules_hash(paper)) == another


@pytest.mark.parametrize(
    ("change", "another"),
    [
        ({"marks": 9}, True),
        ({"reason_marks": 1}, True),
        ({"negative": Decimal("0.5")}, True),
        ({"answer": 1}, True),
        ({"chapters": ("true-false-1",)}, False),
    ],
)
def test_the_marks_of_a_section_belong_to_the_paper(change: dict[str, Any], another: bool) -> None:
    paper = library().papers["choices"]
    first, *others = paper.sections
    other = paper.model_copy(update={"sections": (first.model_copy(update=change), *others)})
    assert (rules_hash(other) != rules_hash(paper)) == another


def _fingerprint(paper: Blueprint, letter: str, *sections: tuple[Question, ...]) -> str:
    return fingerprint(paper, letter, sections)


def test_other_questions_another_order_and_another_set_are_another_paper() -> None:
    paper = library().papers["choices"]
    one, two, three, *_ = (question for bank in library().banks.values() for question in bank.questions)
    papers = [
        _fingerprint(paper, "A", (one, two), (three,)),
        _fingerprint(paper, "A", (two, one), (three,)),
        _fingerprint(paper, "A", (one,), (two, three)),
        _fingerprint(paper, "A", (one, two)),
        _fingerprint(paper, "B", (one, two), (three,)),
        _fingerprint(paper.model_copy(update={"name": "written"}), "A", (one, two), (three,)),
    ]
    assert len(set(papers)) == len(papers)


def test_the_sets_of_one_seed_and_those_of_another_have_fingerprints_of_their_own() -> None:
    paper, banks = library().papers["written"], library().all_banks.values()
    prints = [paper_set(paper, banks, f"seed-{number}", letter).fingerprint for number in range(30) for letter in "ABC"]
    assert len(set(prints)) == 90
    assert paper_set(paper, banks, "seed-3", "B").fingerprint == prints[10]
