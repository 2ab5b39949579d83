"""What is exported: every question of every kind, in one of seven shapes, with nothing lost in silence."""

import re
from collections import Counter
from dataclasses import replace

import pytest

import example_course
import portables
from quizbank.exchange.order import ordered
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import SHAPES, Alternative, Choice, Pairs
from quizbank.exchange.texts import block_html, plain, plain_line
from quizbank.exports import NAMES, load_format
from quizbank.exports.account import divided
from quizbank.exports.collect import page_address
from quizbank.exports.flatten import flattened
from quizbank.exports.format import Format
from quizbank.kinds import KINDS


def questions() -> list[Portable]:
    return [question for deck in portables.examples().decks for question in deck.all_questions]


def test_every_question_of_every_kind_is_there_in_one_of_the_shapes() -> None:
    written = [each for bank in example_course.library().banks.values() for each in bank.all_questions]
    assert sorted(question.id for question in questions()) == sorted(each.id for each in written)
    assert {question.kind for question in questions()} == set(KINDS)
    assert {type(question.answer) for question in questions() if not question.parts} == set(SHAPES)


def test_a_choice_has_the_key_of_its_bank() -> None:
    banks = example_course.library().banks.values()
    parts = [part for bank in banks for part in bank.parts]
    # The codes of assertion and reason have their letters in a text of their own.
    keys = {part.id: {re.sub(r"^\([A-D]\) ", "", each.text) for each in part.choices if each.right} for part in parts}
    found = {
        each.id: {option.text for option in each.answer.options if option.right}
        for each in questions()
        if isinstance(each.answer, Choice)
    }
    assert len(found) > 20
    assert found == {name: keys[name] for name in found}


def test_a_link_leads_to_the_passage_if_the_address_of_the_site_is_known() -> None:
    assert {question.link.partition("#")[0].count("/") for question in questions()} == {4}
    assert page_address("")("outsourcing.md#meaning") == ""
    assert page_address("https://a.example/b/")("learn/index.md") == "https://a.example/b/learn/"
    assert page_address("https://a.example/b/")("index.md") == "https://a.example/b/"


def test_sorting_keeps_its_groups_and_matching_its_spare_entries() -> None:
    pairs = [question.answer for question in questions() if isinstance(question.answer, Pairs)]
    assert any(answer.groups for answer in pairs)
    assert any(answer.spare for answer in pairs)
    assert all(set(answer.rights) >= {pair.right for pair in answer.pairs} for answer in pairs)


def test_the_order_of_options_follows_from_their_words_alone() -> None:
    options = [Alternative(f"option {n}", right=n == 1) for n in range(5)]
    assert ordered(options) == ordered(reversed(options))
    assert ordered(options) == ordered(ordered(options))
    assert ordered(options, keep=True) == tuple(options)
    marked = [replace(option, text=f"**{option.text}**") for option in options]
    assert [plain_line(option.text) for option in ordered(marked)] == [option.text for option in ordered(options)]


def test_the_order_of_options_puts_the_key_in_every_place_as_often() -> None:
    texts = [[f"{n} {letter}" for letter in "abcd"] for n in range(2000)]
    rows = [ordered(Alternative(text, right=index == 1) for index, text in enumerate(row)) for row in texts]
    places = Counter([option.right for option in row].index(True) for row in rows)
    assert all(400 < places[place] < 600 for place in range(4))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain & simple", "plain & simple"),
        ("5 < 6", "5 < 6"),
        ("**A:** one\n\n**B:** H~2~O and x^2^", "A: one\nB: H₂O and x²"),
        ("Steps:\n\n1. first\n2. second", "Steps:\n1. first\n2. second"),
        ("Things:\n\n- one\n- two", "Things:\n• one\n• two"),
        ("| List I | List II |\n|---|---|\n| 1. a | b |", "List I | List II\n1. a | b"),
        ("see [the page](outsourcing.md#x)", "see the page"),
    ],
)
def test_plain_text_keeps_lines_and_loses_marks(text: str, words: str) -> None:
    assert plain(text) == words


def test_html_has_whole_addresses_or_none() -> None:
    text = "see [the page](outsourcing.md#x) and [another](https://a.example/)"
    assert block_html(text) == '<p>see the page and <a href="https://a.example/">another</a></p>'
    assert 'href="https://s.example/outsourcing/#x"' in block_html(text, page_address("https://s.example/"))


def test_a_case_for_a_format_without_cases_gives_its_passage_to_each_of_its_questions() -> None:
    case = next(question for question in questions() if question.parts)
    parts = list(flattened([case]))
    assert [part.id for part in parts] == [part.id for part in case.parts]
    assert all(part.stem.startswith(f"**{case.title}**\n\n{case.stem}\n\n") for part in parts)


def is_choice(question: Portable) -> bool:
    return isinstance(question.answer, Choice)


def takes_choices(cases: bool) -> Format:
    return Format("x", "x", lambda each: "" if is_choice(each) else "no choice", lambda _: b"", cases=cases)


def test_the_account_has_every_question_once_taken_or_left_with_its_reason() -> None:
    kept, account = divided(portables.examples(), takes_choices(cases=False))
    left = sum(len(ids) for ids in account.left.values())
    answered = [part for question in questions() if not question.parts for part in question.each]
    assert account.taken.total() + left == len(answered)
    assert {reason for _, reason in account.left} == {"no choice"}
    assert all(is_choice(question) for deck in kept.decks for question in deck.questions)


def test_a_case_of_which_a_format_takes_some_questions_keeps_these() -> None:
    case = next(each for each in questions() if len({is_choice(part) for part in each.parts}) == 2)
    kept, _ = divided(portables.of(case), takes_choices(cases=True))
    assert [part.id for part in kept.decks[0].questions[0].parts] == [part.id for part in case.parts if is_choice(part)]


@pytest.mark.parametrize("name", NAMES)
def test_a_format_writes_the_same_bytes_again_and_takes_or_leaves_every_question(name: str) -> None:
    format_ = load_format(name)
    kept = portables.held(portables.examples(), format_)
    assert format_.write(kept) == format_.write(kept)
    assert any(deck.questions for deck in kept.decks)
    for question in portables.hard():
        assert isinstance(format_.unable(question), str)
    assert format_.write(portables.held(portables.of(*portables.hard()), format_))
