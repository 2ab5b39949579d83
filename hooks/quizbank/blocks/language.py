"""`/// language` lets the learner choose the language of the interface, whatever that of the notes."""

from markupsafe import Markup

from quizbank.blocks.place import Place, PointsAt

POINTS_AT = PointsAt.NOTHING


def html(place: Place, argument: str) -> Markup:
    """Return the choice."""
    return place.language()
