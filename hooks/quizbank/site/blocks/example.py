"""`/// example | kind` is the example of a kind of question, on the page of all kinds."""

from markupsafe import Markup

from quizbank.banks.load import example
from quizbank.banks.references import UnknownReference
from quizbank.kinds import KINDS
from quizbank.problems.wording import unknown_kind
from quizbank.site.page import Page


def html(page: Page, argument: str) -> Markup:
    """Return the questions of the example."""
    if argument not in KINDS:
        raise UnknownReference(unknown_kind(argument, KINDS))
    bank = example(argument)
    page.needs.questions(bank.questions)
    return Markup("").join(page.question(bank, question, "Example") for question in bank.questions)
