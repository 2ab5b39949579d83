"""GIFT, read again by a strict reader after its documentation."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

import portables
import read_gift
from hard_texts import ANYTHING, TYPED, everywhere
from moodle_answers import agrees
from moodle_rules import Read, words
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Sequence,
    Slip,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.exports.format import Collection
from quizbank.exports.gift import FORMAT


def held(collection: Collection) -> tuple[list[Portable], list[Read]]:
    """Return what the format takes of a collection, and what is read of it."""
    kept = portables.held(collection, FORMAT)
    return [question for deck in kept.decks for question in deck.questions], read_gift.read(FORMAT.write(kept))


def asked(answer: Answer, stem: str = "What is it?") -> Portable:
    return Portable("one", "some-kind", stem, answer)


def written(question: Portable) -> str:
    return FORMAT.write(portables.of(question)).decode()


def test_the_answer_and_the_reasons_of_every_question_are_recovered() -> None:
    for collection in (portables.examples(), portables.of(*portables.hard())):
        questions, found = held(collection)
        assert len(questions) == len(found) > 40
        for question, one in zip(questions, found, strict=True):
            agrees(one, question)


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(ANYTHING)
def test_any_text_in_any_place_survives(text: str) -> None:
    questions, found = held(portables.of(*everywhere(text)))
    assert len(questions) == 8
    for question, one in zip(questions, found, strict=True):
        agrees(one, question)


@settings(max_examples=30, derandomize=True, database=None, deadline=None)
@given(TYPED)
def test_any_typed_answer_survives(text: str) -> None:
    question = asked(Typed((text, f"[html]{text}"), (Near(f"%0%{text}!", "near"),)))
    (one,) = read_gift.read(FORMAT.write(portables.of(question)))
    agrees(one, question)


@pytest.mark.parametrize(
    ("answer", "between"),
    [
        (Number(Decimal("1250.5"), Decimal("0.5")), "{#1250.5:0.5}"),
        (Number(Decimal(7), slips=(Slip(Decimal(8), "no: 8"),)), "{#=%100%7:0\n\t=%0%8:0#<p>no\\: 8</p>}"),
        (Truth(True, "yes", "no"), "{TRUE#<p>no</p>#<p>yes</p>}"),
        (Truth(False, "no", ""), "{FALSE#<p>no</p>#}"),
        (Truth(True), "{TRUE}"),
        (Choice((Alternative("50 %", True), Alternative("%5", False, "x"))), "{=50 %\n\t~&\\#37;5#<p>x</p>}"),
        (Choice((Alternative("a", True), Alternative("b", False)), several=True), "{~%100%a\n\t~%-100%b}"),
        (Pairs((Pair("a->", "b->c"), Pair("d", "<e> & f"))), "{=a-&gt; -> b->c\n\t=d -> &lt;e&gt; &amp; f}"),
        (Written(""), "{}"),
    ],
)
def test_each_shape_as_the_documentation_has_it(answer: Answer, between: str) -> None:
    assert written(asked(answer)).endswith(f"::What is it?::[html]<p>What is it?</p>{between}\n")


def test_a_blank_is_where_the_answers_stand() -> None:
    text = written(asked(Typed(("BPO",), (Near("ITO", ""),)), "Work moves to ____ and: back."))
    assert text.endswith("[html]<p>Work moves to {=%100%BPO\n\t=%0%ITO} and\\: back.</p>\n")
    twice = written(asked(Typed(("BPO",)), "From ____ to ____."))
    assert twice.endswith("<p>From ____ to ____.</p>{=%100%BPO}\n")


def test_comments_hold_id_and_tags_and_nothing_ends_them() -> None:
    question = replace(asked(Truth(True)), id="an]id\n<x>", bloom="recall")
    assert "\n// [id:anidx] [tag:some-kind] [tag:recall]\n" in written(question)


def test_chapters_are_categories() -> None:
    first, second, *_ = portables.examples().decks
    data = FORMAT.write(portables.held(replace(portables.examples(), decks=(first, second)), FORMAT))
    paths = {one.category for one in read_gift.read(data)}
    course = portables.examples().course
    assert paths == {f"$course$/top/{course}/{deck.number:02} {deck.title}" for deck in (first, second)}


def test_line_breaks_stay_within_a_question() -> None:
    question = asked(Written("one\n\ntwo\n\n```\na\n\nb\n```"), "first\n\n// second\n\n- x\n- y")
    (one,) = read_gift.read(FORMAT.write(portables.of(question)))
    agrees(one, question)
    assert "\\n" in written(question)
    assert "//second" in words(one.stem)


def test_what_gift_cannot_say_is_left_out_with_its_reason() -> None:
    picture = PortablePicture("a.png", b"", "")
    assert FORMAT.unable(replace(asked(Truth(True)), picture=picture)) == "GIFT has no pictures"
    assert FORMAT.unable(asked(Sequence((Step("a"), Step("b"))))) == "GIFT has no orderings"
    assert FORMAT.unable(asked(Typed(("a -> b",)))) == "GIFT would take '->' in a typed answer for a pair"
    assert FORMAT.unable(asked(Typed(("a",), (Near("->", ""),)))) == "GIFT would take '->' in a typed answer for a pair"
    many = tuple(Alternative(f"option {number}", True) for number in range(11))
    assert FORMAT.unable(asked(Choice(many, several=True))) == "Moodle has no grade of one part in 11"


def test_what_a_question_loses_is_told() -> None:
    lost = {type(question.answer).__name__: list(FORMAT.shortened(question)) for question in portables.hard()}
    always = ["GIFT has no marks, so Moodle gives one", "GIFT has no hints"]
    assert lost["Truth"] == always
    assert lost["Number"] == [*always, "GIFT has no units, so the unit stands in the stem alone"]
    assert lost["Pairs"] == [*always, "GIFT keeps the reasons of all pairs together"]
    assert lost["Typed"] == [*always, "Moodle forgives no article and no full stop in what is typed"]
    fixed = asked(Choice((Alternative("a", True), Alternative("b", False)), shuffled=False))
    assert list(FORMAT.shortened(fixed)) == ["GIFT cannot keep the order of options"]
