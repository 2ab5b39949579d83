"""Distinguish between two things, basis by basis. One mark for each basis with both sides filled; marked by the learner.

The source of the rule is the marking of state boards: lone statements about one side earn nothing.
"""

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from quizbank.kinds.choices import refuse_repeats
from quizbank.model import Part, Question, Text, stable_value


class Basis(Part):
    """A basis of comparison and what holds for each side."""

    basis: Text
    first: Text
    second: Text

    @property
    def value(self) -> str:
        """The basis's name in a stored answer."""
        return stable_value(self.basis)


class Model(Question):
    """The two things, and at least as many bases as the question has marks."""

    fixed_marks: ClassVar[bool] = True
    marking: ClassVar[str] = "one mark for each basis with both sides filled; one side alone earns nothing."

    kind: Literal["distinguish"]
    first: Text
    second: Text
    bases: tuple[Basis, ...]

    @model_validator(mode="after")
    def _enough_bases(self) -> Self:
        refuse_repeats([basis.basis for basis in self.bases], "bases")
        refuse_repeats([self.first, self.second], "two things")
        if len(self.bases) < self.marks:
            raise ValueError(f"expected at least {self.marks} bases, one for each mark, got {len(self.bases)}")
        return self

    @property
    def stem(self) -> str:
        """The question in words."""
        number = f"{self.marks} bases" if self.marks > 1 else "one basis"
        return f"Distinguish between {self.first} and {self.second} on any {number}."
