"""A sorting for other systems: things to be matched with groups."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Pair, Pairs
from quizbank.kinds.sorting import Model
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    return Asked(
        question.stem, Pairs(tuple(Pair(item.text, item.group, item.why) for item in question.items), groups=question.groups)
    )
