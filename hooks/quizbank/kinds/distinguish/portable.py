"""A "distinguish between" for other systems: a written answer, with a table as its model and a mark for each basis."""

from quizbank.exchange.portable import Asked
from quizbank.exchange.shapes import Point, Written
from quizbank.kinds.distinguish import Model
from quizbank.strings.said import in_words
from quizbank.strings.words import Words


def portable(question: Model, words: Words) -> Asked:
    """Return the question as other systems know it."""
    rows = [(words.say("kind.basis"), question.first, question.second), ("---", "---", "---")]
    rows += [(basis.basis, basis.first, basis.second) for basis in question.bases]
    table = "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)
    points = tuple(Point(f"{basis.basis}: {basis.first} / {basis.second}") for basis in question.bases)
    return Asked(in_words(question.stem, words), Written(table, points))
