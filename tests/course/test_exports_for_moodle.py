"""This course in each format: every question that the format takes is read again with its right answer and its reasons."""

from collections.abc import Callable

import pytest

import portables
import read_gift
import read_moodle
from moodle_answers import agrees
from moodle_rules import Read
from quizbank.exchange.shapes import Sequence
from quizbank.exports import load_format

MOODLE = {"gift": read_gift.read, "moodle": read_moodle.read}

# The shapes that a format cannot hold, of those that the course has.
LEFT: dict[str, set[type]] = {"gift": {Sequence}, "moodle": set()}


@pytest.mark.parametrize(("name", "read"), MOODLE.items(), ids=list(MOODLE))
def test_moodle_recovers_the_answer_of_every_question(name: str, read: Callable[[bytes], list[Read]]) -> None:
    format_ = load_format(name)
    kept = portables.held(portables.course(), format_)
    questions = [question for deck in kept.decks for question in deck.questions]
    found = read(format_.write(kept))
    for question, one in zip(questions, found, strict=True):
        agrees(one, question)
    assert len({(one.category, one.id) for one in found}) == len(found)
    parts = [part for deck in portables.course().decks for each in deck.questions for part in each.each]
    assert {type(part.answer) for part in parts if format_.unable(part)} == LEFT[name]
