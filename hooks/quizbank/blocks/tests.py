"""`/// tests` lists the mock tests, with the learner's attempts at them."""

from markupsafe import Markup

from quizbank.blocks.place import Place, PointsAt

POINTS_AT = PointsAt.NOTHING


def html(place: Place, argument: str) -> Markup:
    """Return the list."""
    return place.mocks()
