"""`/// example | kind` is the example of a kind of question, on the page of all kinds."""

from markupsafe import Markup

from quizbank.banks.load import example
from quizbank.banks.references import UnknownReference
from quizbank.blocks.place import Place, PointsAt
from quizbank.kinds import KINDS
from quizbank.problems.wording import unknown_kind

POINTS_AT = PointsAt.KIND


def html(place: Place, argument: str) -> Markup:
    """Return the questions of the example."""
    if argument not in KINDS:
        raise UnknownReference(unknown_kind(argument, KINDS))
    bank = example(argument)
    return Markup("").join(place.one_question(bank, question, "site.example") for question in bank.questions)
