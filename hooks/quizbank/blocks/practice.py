"""`/// practice | name` is the inside of a practice page."""

from markupsafe import Markup

from quizbank.banks.references import UnknownReference
from quizbank.blocks.place import Place, PointsAt
from quizbank.practice import PAGES

POINTS_AT = PointsAt.GENERATED


def html(place: Place, argument: str) -> Markup:
    """Return the element that the page's script fills."""
    if argument not in PAGES:
        raise UnknownReference(f"expected the name of a practice page, got '{argument}'")
    return place.practice(argument)
