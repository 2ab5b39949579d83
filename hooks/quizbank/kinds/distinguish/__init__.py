"""Distinguish between two things, basis by basis. One mark for each basis with both sides filled; marked by the learner.

The source of the rule is the marking of state boards: lone statements about one side earn nothing.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from quizbank.model.fields import Line
from quizbank.model.part import Part, stable_value
from quizbank.model.question import Question
from quizbank.model.repeats import folded, repeats, texts_at
from quizbank.problems.wording import Fault, counted
from quizbank.strings.said import said


class Basis(Part):
    """A basis of comparison and what holds for each side."""

    basis: Line
    first: Line
    second: Line

    @property
    def value(self) -> str:
        """The basis's name in a stored answer."""
        return stable_value(self.basis)


class Model(Question):
    """The two things, and at least as many bases as the question has marks."""

    called: ClassVar[str] = said("type.distinguish")
    fixed_marks: ClassVar[bool] = True
    script: ClassVar[str] = "points"
    sheet: ClassVar[str] = "practice"
    marking: ClassVar[str] = said("marking.bases")

    kind: Literal["distinguish"]
    first: Line
    second: Line
    bases: Annotated[tuple[Basis, ...], Field(min_length=1)]

    def faults(self) -> Iterator[Fault]:
        """Yield things and sides that are alike, bases that are there twice, and too few bases for the marks."""
        yield from repeats([(("first",), self.first), (("second",), self.second)], "two things")
        yield from repeats(texts_at(self.bases, "basis", "bases"), "bases")
        for index, basis in enumerate(self.bases):
            if folded(basis.first) == folded(basis.second):
                yield Fault(("bases", index, "second"), f"expected two sides that differ, got '{basis.second}' on both")
        if len(self.bases) < self.marks:
            wanted = counted(self.marks, "basis", "bases")
            yield Fault(("bases",), f"expected at least {wanted}, one for each mark, got {len(self.bases)}")

    @property
    def stem(self) -> str:
        """The question in words."""
        return said("kind.distinguish", n=self.marks, first=self.first, second=self.second)

    @property
    def ticks(self) -> dict[str, int]:
        """One mark for each basis."""
        return {basis.value: 1 for basis in self.bases}

    def asserted(self, sought: bool | None) -> list[str]:
        """Return what holds for each side."""
        return [text for basis in self.bases for text in (basis.first, basis.second)]
