"""Aiken, read again by a reader that knows nothing of our writer: each line of the format's description is a rule here."""

import portables
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Truth
from quizbank.exchange.texts import plain_line
from quizbank.exports.aiken import FORMAT


def read(data: bytes) -> list[tuple[str, list[str], int]]:
    """Return stem, options and the index of the key of each question. Fails at a line that is none of these."""
    found = []
    for entry in data.decode("utf-8").strip("\n").split("\n\n"):
        stem, *options, key = entry.split("\n")
        assert [line[:3] for line in options] == [f"{letter}. " for letter in "ABCDEFGH"[: len(options)]]
        assert key.startswith("ANSWER: ")
        found.append((stem, [line[3:] for line in options], "ABCDEFGH".index(key[8:])))
    return found


def expected(question: Portable) -> tuple[str, list[str], int]:
    stem = plain_line(question.stem)
    if isinstance(question.answer, Truth):
        return stem, ["True", "False"], 0 if question.answer.right else 1
    assert isinstance(question.answer, Choice)
    options = question.answer.options
    return stem, [plain_line(option.text) for option in options], [option.right for option in options].index(True)


def test_the_right_answer_of_every_question_is_recovered() -> None:
    for collection in (portables.examples(), portables.of(*portables.hard())):
        kept = portables.held(collection, FORMAT)
        asked = [question for deck in kept.decks for question in deck.questions]
        assert read(FORMAT.write(kept)) == [expected(question) for question in asked]


def test_what_aiken_cannot_say_is_left_out_with_its_reason() -> None:
    reasons = {type(question.answer).__name__: FORMAT.unable(question) for question in portables.hard()}
    assert reasons["Written"] == "Aiken has only choices"
    several = next(each for each in portables.hard() if isinstance(each.answer, Choice) and each.answer.several)
    assert FORMAT.unable(several) == "Aiken has one right answer to a question"
    lettered = Portable("x", "single-choice", "A. Smith said what?", Choice(()))
    assert FORMAT.unable(lettered) == "its stem begins like an option of Aiken"
