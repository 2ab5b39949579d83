"""Codes that people have written down stay what they are: fingerprints, hashes and draws of a paper that never changes."""

from pathlib import Path

import pytest

from images import png
from quizbank.banks.load import load_bank
from quizbank.model.bank import Bank
from quizbank.papers.blueprint import Blueprint, load_blueprint
from quizbank.papers.draw import Item, draw, high_marks, items_of
from quizbank.papers.fingerprint import content, content_hash, rules_hash
from quizbank.papers.sets import mock_set, paper_set

QUESTION = """
  - id: question-{n}
    kind: true-false
    section: words
    objective: LO1.1
    bloom: {bloom}
    marks: 2
    stem: Sentence {n} is true.
    answer: true
    why_true: It is.
    why_false: It is not false.
    explanation: Nobody has said otherwise.
"""
HEAD = "title: Words\nchapter: words.md\nobjectives: [{id: LO1.1, slug: words, text: Name words.}]\nquestions:\n"
LEVELS = ("remember", "apply", "understand", "analyse", "create", "evaluate")
PAPER = """title: Friday
style: a test
minutes: 20
instructions: [Answer all.]
bloom_share: 50
sections:
  - {id: A, title: Choose, kinds: [true-false], number: 2, marks: 1}
  - {id: B, title: Decide, kinds: [true-false], number: 3, marks: 3}
"""

# Taken down in November 2026. What changes them makes every code that is written down worthless.
CODES = ["J46-4MN", "MZ9-69N", "2EJ-WVW"]
HASHES = ["clD-", "d400"]
DRAWN = [
    (("question-3", "question-2"), ("question-0", "question-1", "question-5")),
    (("question-2", "question-1"), ("question-4", "question-5", "question-0")),
]


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    path = tmp_path_factory.mktemp("banks") / "words.yml"
    path.write_text(HEAD + "".join(QUESTION.format(n=n, bloom=bloom) for n, bloom in enumerate(LEVELS)), encoding="utf-8")
    bank, problems = load_bank(path, path.parent)
    assert bank is not None, problems
    return bank


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Blueprint:
    path = tmp_path_factory.mktemp("papers") / "friday.yml"
    path.write_text(PAPER, encoding="utf-8")
    paper, problems = load_blueprint(path, path.parent)
    assert paper is not None, problems
    return paper


def test_a_paper_that_was_printed_can_be_printed_again(bank: Bank, paper: Blueprint) -> None:
    codes = [mock_set(paper, [bank], "7b").fingerprint, *(paper_set(paper, [bank], "7b", letter).fingerprint for letter in "AB")]
    assert codes == CODES
    assert [content_hash(bank.questions[0]), rules_hash(paper)] == HASHES


def test_the_site_draws_what_it_has_always_drawn(bank: Bank, paper: Blueprint) -> None:
    assert [draw(paper, items_of([bank]), seed) for seed in ("1", "7b")] == DRAWN
    assert [[question.id for question in questions] for questions in mock_set(paper, [bank], "7b").sections] == [
        list(names) for names in DRAWN[1]
    ]


def test_a_picture_is_hashed_by_its_words_and_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/bus.png").write_bytes(png())
    picture = "\n    picture: {file: bus.png, alt: A bus}"
    text = HEAD + QUESTION.format(n=1, bloom="apply").rstrip() + picture + "\n"
    (tmp_path / "words.yml").write_text(text, encoding="utf-8")
    bank, problems = load_bank(tmp_path / "words.yml", tmp_path)
    assert bank is not None, problems
    question = bank.questions[0]
    assert question.picture is not None
    assert content(question)[0]["picture"] == [{"file": "bus.png", "alt": "A bus"}, question.picture.image.digest]


def test_what_is_not_said_is_no_part_of_a_hash(bank: Bank) -> None:
    printed, inner, order = content(bank.questions[0])
    assert sorted(printed) == ["answer", "explanation", "id", "kind", "stem", "why_false", "why_true"]
    assert (inner, order) == ([], bank.questions[0].order)


def item(name: str, bloom: int, kind: str = "true-false") -> Item:
    return Item(name, "words", kind, bloom, 1, "LO1.1", 20)


def test_the_marks_above_a_level_that_a_section_can_reach_are_those_of_its_number(paper: Blueprint) -> None:
    assert high_marks(paper, [item(str(number), 2) for number in range(9)]) == [2, 9]
    assert high_marks(paper, [item(str(number), 2) for number in range(4)]) == [2, 6]
    assert high_marks(paper, [item("a", 2), item("b", 1)]) == [1, 0]
    assert high_marks(paper, []) == [0, 0]


def test_the_share_is_reached_whenever_it_can_be(paper: Blueprint) -> None:
    """6 of 11 marks are the next whole ones above a half. Section A leaves at least three such questions for B."""
    items = [*(item(f"low-{number}", 1) for number in range(9)), *(item(f"high-{number}", 3) for number in range(5))]
    for seed in range(60):
        first, second = draw(paper, items, str(seed))
        marks = sum(name.startswith("high") for name in first) + 3 * sum(name.startswith("high") for name in second)
        assert marks >= 6, seed


def test_nothing_is_forced_while_later_sections_can_still_reach_the_share(paper: Blueprint) -> None:
    items = [*(item(f"low-{number}", 1) for number in range(9)), *(item(f"high-{number}", 3) for number in range(9))]
    firsts = [name.partition("-")[0] for seed in range(40) for name in draw(paper, items, str(seed))[0]]
    assert 20 < firsts.count("low") < 60
