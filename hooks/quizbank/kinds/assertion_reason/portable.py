"""An assertion and a reason for other systems: a single choice among the four codes."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.kinds.assertion_reason import CODES, Model
from quizbank.strings.said import in_words
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it: both sentences in the stem, and the codes in their standard order."""
    said = [("kind.assertion", question.assertion), ("kind.reason", question.reason)]
    stem = "\n\n".join(f"**{words.say(key)}** {text}" for key, text in said)
    options = tuple(
        Alternative(in_words(text, words), letter == question.answer, getattr(question.why, letter))
        for letter, text in CODES.items()
    )
    return Asked(stem, Choice(options, shuffled=False))
