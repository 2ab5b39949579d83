"""`/// objectives | bank` is the list of what a learner can do after the bank's chapter."""

from markupsafe import Markup

from quizbank.blocks.place import Place, PointsAt

POINTS_AT = PointsAt.BANK


def html(place: Place, argument: str) -> Markup:
    """Return the objectives of a bank."""
    return place.objectives(place.resolve(argument).bank)
