"""`/// mock | paper` is the inside of the page on which a paper is sat."""

from markupsafe import Markup

from quizbank.blocks.place import Place, PointsAt

POINTS_AT = PointsAt.GENERATED


def html(place: Place, argument: str) -> Markup:
    """Return a paper's pattern and the element on which it is sat, or what keeps it from being sat."""
    return place.mock(argument)
