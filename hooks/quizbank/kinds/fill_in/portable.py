"""A blank to fill in for other systems."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Near, Typed
from quizbank.kinds.fill_in import Model
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    return Asked(question.stem, Typed(question.answers, tuple(Near(near.text, near.why) for near in question.near_misses)))
