"""What stands in the book where a page has a block. Questions leave a mark: a chapter's own come once, in its quiz."""

import re

from markupsafe import Markup

from quizbank.banks.references import Target
from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.print.drawings import drawing
from quizbank.render.renderer import Renderer

# The mark, with the words around it that say nothing where the question is not.
QUESTION_MARK = re.compile(r"(?:<p><strong>Question \d+</strong></p>\s*<div>)?<!--book-quiz:(?P<argument>\S+?)-->(?:</div>)?")


class Inside:
    """A place in the book for blocks (`quizbank.blocks.place.Place`)."""

    def __init__(self, library: Library, renderer: Renderer) -> None:
        self._library, self._renderer = library, renderer

    def resolve(self, argument: str) -> Target:
        """Return what the argument of a block names. Raises UnknownReference."""
        return self._library.resolve(argument)

    def whole_quiz(self, bank: Bank) -> Markup:
        """Return the mark of a bank."""
        return _mark(bank.name)

    def one_question(self, bank: Bank, question: Question, label: str) -> Markup:
        """Return the mark of a question."""
        return _mark(f"{bank.name}#{question.id}")

    def objectives(self, bank: Bank) -> Markup:
        """Return what a learner can do after a bank's chapter."""
        return self._renderer.objectives(bank)

    def drawing(self, name: str) -> Markup:
        """Return a figure's drawing. Raises UnknownReference where there is no such figure."""
        return drawing(self._library.figure(name))

    def practice(self, name: str) -> Markup:
        """Return nothing: on paper there is nothing for a script to fill."""
        return Markup("")

    def mock(self, name: str) -> Markup:
        """Return nothing: papers are printed by themselves."""
        return Markup("")

    def mocks(self) -> Markup:
        """Return nothing: a book leads to no page on which a paper is sat."""
        return Markup("")

    def language(self) -> Markup:
        """Return nothing: a book is in one language."""
        return Markup("")

    def home(self) -> Markup:
        """Return nothing: paper remembers nobody."""
        return Markup("")


def _mark(argument: str) -> Markup:
    return Markup(f"<!--book-quiz:{argument}-->")  # noqa: S704 - names of banks and ids of questions hold letters and hyphens
