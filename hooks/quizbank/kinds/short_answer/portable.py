"""A written answer for other systems."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Point, Written
from quizbank.kinds.short_answer import Model
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    return Asked(question.stem, Written(question.answer, tuple(Point(point.text, point.marks) for point in question.points)))
