"""A written answer that the learner marks against the marking points of a model answer."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from quizbank.kinds.choices import refuse_repeats
from quizbank.model import Marks, Part, Question, Text, stable_value


class Point(Part):
    """Something that earns marks when the answer says it."""

    text: Text
    marks: Marks = 1

    @property
    def value(self) -> str:
        """The point's name in a stored answer."""
        return stable_value(self.text)


class Model(Question):
    """A stem, a model answer, and marking points that add up to the marks."""

    fixed_marks: ClassVar[bool] = True
    marking: ClassVar[str] = "the marks behind each point that the answer makes, in any words."

    kind: Literal["short-answer"]
    stem: Text
    answer: Text
    points: Annotated[tuple[Point, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _points_add_up(self) -> Self:
        refuse_repeats([point.text for point in self.points], "points")
        total = sum(point.marks for point in self.points)
        if total != self.marks:
            raise ValueError(f"expected points that add up to the question's {self.marks} marks, got {total}")
        return self
