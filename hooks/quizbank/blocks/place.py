"""What a block declares, and what it is given: the place where it stands, on a page of the site or in the book."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple, Protocol

from markupsafe import Markup

from quizbank.banks.references import Target
from quizbank.model.bank import Bank
from quizbank.model.question import Question


class PointsAt(Enum):
    """What the argument of a block names, and so which check looks for it."""

    QUESTIONS = "a bank or a question of it, shown: each stands on a page only once"
    BANK = "a bank, of which no question is shown"
    KIND = "a kind of question"
    FIGURE = "a figure, and its caption"
    NOTHING = "nothing: it has no argument, and is the same wherever it stands"
    GENERATED = "what a generated page is about: no author writes such a block"


class Place(Protocol):
    """Where a block stands. Each function raises `UnknownReference` for what is not there."""

    def resolve(self, argument: str) -> Target:
        """Return the bank, or the question of it, that an argument names."""

    def whole_quiz(self, bank: Bank) -> Markup:
        """Return all questions of a bank."""

    def one_question(self, bank: Bank, question: Question, label: str) -> Markup:
        """Return one question. `label` is the key of the words that stand above it."""

    def objectives(self, bank: Bank) -> Markup:
        """Return what a learner can do after a bank's chapter."""

    def drawing(self, name: str) -> Markup:
        """Return a figure's drawing, without its frame."""

    def practice(self, name: str) -> Markup:
        """Return the inside of a practice page."""

    def mock(self, name: str) -> Markup:
        """Return the inside of the page on which a paper is sat."""

    def mocks(self) -> Markup:
        """Return the list of all papers that can be sat."""

    def language(self) -> Markup:
        """Return the choice of the interface's language."""

    def home(self) -> Markup:
        """Return what a home page shows to a learner who has been here before."""


class BlockKind(NamedTuple):
    """One kind of block: what its argument names, and what stands in its place."""

    points_at: PointsAt
    html: Callable[[Place, str], Markup]
