"""Files of ours that somebody damaged: what cannot be read is refused with its line, and the rest is taken."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

import imports
import portables
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Truth, Typed
from quizbank.exports import load_format
from quizbank.exports.format import Card

_ITEM = """<questestinterop><assessment><section><item ident="our-item" title="Ours"><itemmetadata><qtimetadata>
<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{type}</fieldentry></qtimetadatafield>
<qtimetadatafield><fieldlabel>kind</fieldlabel><fieldentry>matching</fieldentry></qtimetadatafield>
</qtimetadata></itemmetadata><presentation><material><mattext texttype="text/html">&lt;p&gt;Say it&lt;/p&gt;</mattext></material>
<response_lid ident="response1"><render_choice><response_label ident="5001"><material><mattext>a</mattext></material>
</response_label></render_choice></response_lid></presentation><resprocessing>{rules}</resprocessing></item></section>
</assessment></questestinterop>"""
_RIGHT = """<respcondition><conditionvar><varequal respident="response1">5001</varequal></conditionvar>
<setvar action="Set" varname="SCORE">100</setvar></respcondition>"""


@pytest.mark.parametrize(
    ("type_", "rules", "message"),
    [
        ("multiple_choice_question", "", "expected a choice that earns marks, got none"),
        ("true_false_question", _RIGHT, "expected the choices true and false, got 1"),
        ("matching_question", "", "expected a partner for each row, got a row without one"),
        ("short_answer_question", "", "expected an answer that earns marks, got none"),
        ("numerical_question", "", "expected a number that earns marks, got none"),
        (
            "hot_spot",
            "",
            "expected one of the types multiple_choice_question, multiple_answers_question, true_false_question, "
            "matching_question, short_answer_question, numerical_question, essay_question with an answer, got 'hot_spot'",
        ),
    ],
)
def test_an_item_for_canvas_without_its_key_is_refused(type_: str, rules: str, message: str) -> None:
    found = imports.read("qti12", _ITEM.format(type=type_, rules=rules), "x.xml")
    assert imports.refusals(found) == [f"x:1: Ours: {message}"]


def _first_of_each() -> Iterator[Portable]:
    wanted = {Choice, Truth, Pairs, Typed, Number}
    yield from (next(each for each in portables.hard() if type(each.answer) is shape) for shape in sorted(wanted, key=str))


@pytest.mark.parametrize("question", list(_first_of_each()), ids=lambda question: question.kind)
def test_a_note_whose_attributes_are_gone_is_refused(question: Portable) -> None:
    text = load_format("anki-tsv").write(portables.of(question)).decode()
    damaged = text.replace("data-right", "data-lost").replace("data-accepted", "data-lost")
    (refused,) = imports.read("anki-tsv", damaged).refused
    assert refused.line == 8
    assert refused.message.startswith("expected the fields of the note type '")
    assert refused.message.endswith("', got others")


def test_cards_of_terms_and_objectives_are_no_questions_and_are_counted() -> None:
    cards = (Card("leaf", "Leaf", "A green part", deck="plants"), Card("root", "Root", "A part below", deck="plants"))
    collection = replace(portables.of(next(portables.hard())), words=cards[:1], objectives=cards[1:])
    found = imports.read("anki-tsv", load_format("anki-tsv").write(collection))
    assert [one.question.id for one in found.taken] == ["hard-1-choice"]
    assert found.told == ("left out: 2 cards of key terms and objectives, which the course makes itself",)
