"""A written answer that the learner marks against the marking points of a model answer."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from quizbank.model.fields import Line, Marks, Text
from quizbank.model.part import Part, stable_value
from quizbank.model.question import Question
from quizbank.model.repeats import repeats, texts_at
from quizbank.problems.wording import Fault, counted
from quizbank.strings.said import said


class Point(Part):
    """Something that earns marks when the answer says it."""

    text: Line
    marks: Marks = 1

    @property
    def value(self) -> str:
        """The point's name in a stored answer."""
        return stable_value(self.text)


class Model(Question):
    """A stem, a model answer, and marking points that add up to the marks."""

    called: ClassVar[str] = said("type.short_answer")
    fixed_marks: ClassVar[bool] = True
    script: ClassVar[str] = "points"
    sheet: ClassVar[str] = "practice"
    marking: ClassVar[str] = said("marking.points")

    kind: Literal["short-answer"]
    stem: Text
    answer: Text
    points: Annotated[tuple[Point, ...], Field(min_length=1)]

    def faults(self) -> Iterator[Fault]:
        """Yield points that are there twice, and a sum that is not the question's marks."""
        yield from repeats(texts_at(self.points, "text", "points"), "points")
        total = sum(point.marks for point in self.points)
        if total != self.marks:
            yield Fault(("points",), f"expected points that add up to the question's {counted(self.marks, 'mark')}, got {total}")

    @property
    def ticks(self) -> dict[str, int]:
        """The marks of each point."""
        return {point.value: point.marks for point in self.points}

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the model answer and its points."""
        return [self.answer, *(point.text for point in self.points)]
