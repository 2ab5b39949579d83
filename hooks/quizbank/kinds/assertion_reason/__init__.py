"""Assertion and reason, with the four codes in the order that Indian exam papers print them."""

from typing import ClassVar, Literal

from quizbank.kinds.choices import Choice
from quizbank.model.fields import Line, Text
from quizbank.model.question import Part, Question

CODES = {
    "A": "Both A and R are true, and R is the correct explanation of A.",
    "B": "Both A and R are true, but R is not the correct explanation of A.",
    "C": "A is true, but R is false.",
    "D": "A is false, but R is true.",
}


class Whys(Part):
    """The reason for each code."""

    A: Text
    B: Text
    C: Text
    D: Text


class Model(Question):
    """An assertion, a reason, the right code and the reason for every code."""

    codes: ClassVar[dict[str, str]] = CODES

    kind: Literal["assertion-reason"]
    assertion: Line
    reason: Line
    answer: Literal["A", "B", "C", "D"]
    why: Whys

    @property
    def choices(self) -> list[Choice]:
        """The four codes, in their standard order."""
        return [
            Choice(letter, f"({letter}) {wording}", getattr(self.why, letter), letter == self.answer)
            for letter, wording in CODES.items()
        ]
