"""An ordering for other systems."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Sequence, Step
from quizbank.kinds.ordering import Model
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    return Asked(question.stem, Sequence(tuple(Step(step.text, step.why) for step in question.steps)))
