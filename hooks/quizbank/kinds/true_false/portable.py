"""A true or false for other systems."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Truth
from quizbank.kinds.true_false import Model
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    return Asked(question.stem, Truth(question.answer, question.why_true, question.why_false))
