"""A sum for other systems."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Number, Slip
from quizbank.kinds.numeric import Model
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    slips = tuple(Slip(mistake.value, mistake.why) for mistake in question.mistakes)
    return Asked(question.stem, Number(question.answer, question.tolerance, question.unit or "", question.working, slips))
