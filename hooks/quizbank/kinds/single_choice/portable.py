"""A single choice for other systems."""

from quizbank.exchange.order import ordered
from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.kinds.single_choice import Model
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it, with its options in the order of a file."""
    given = [Alternative(option.text, option.correct, option.why) for option in question.options]
    options = ordered(given, question.keep_order)
    return Asked(question.stem, Choice(options, shuffled=not question.keep_order))
