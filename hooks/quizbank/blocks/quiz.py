"""`/// quiz | bank` is a whole quiz, `/// quiz | bank#question` one question of it."""

from markupsafe import Markup

from quizbank.blocks.place import Place, PointsAt

POINTS_AT = PointsAt.QUESTIONS


def html(place: Place, argument: str) -> Markup:
    """Return the questions."""
    bank, question = place.resolve(argument)
    return place.whole_quiz(bank) if question is None else place.one_question(bank, question, "site.quick_check")
