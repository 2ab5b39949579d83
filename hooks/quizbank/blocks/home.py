"""`/// home` shows a learner who has been here before where they stopped, what is due, and their week; others see nothing."""

from markupsafe import Markup

from quizbank.blocks.place import Place, PointsAt

POINTS_AT = PointsAt.NOTHING


def html(place: Place, argument: str) -> Markup:
    """Return the panel."""
    return place.home()
