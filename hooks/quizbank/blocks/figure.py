"""`/// figure | name | caption` is a hand-made drawing. `notes/blocks.py` makes its frame; the drawing stands inside."""

from markupsafe import Markup

from quizbank.blocks.place import Place, PointsAt

POINTS_AT = PointsAt.FIGURE


def html(place: Place, argument: str) -> Markup:
    """Return the drawing."""
    return place.drawing(argument)
