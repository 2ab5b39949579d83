"""Put steps in order. Partial marks: each step in its right place earns its share.

The author writes the steps in the right order; the page shows them in another.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from quizbank.model.fields import Line, Text
from quizbank.model.part import AnswerRow, Part, stable_value
from quizbank.model.question import Question
from quizbank.model.repeats import repeats, texts_at
from quizbank.model.shuffle import shuffled
from quizbank.problems.wording import refuse
from quizbank.strings.said import said


class Step(Part):
    """One step, and why it has its place."""

    text: Line
    why: Text

    @property
    def value(self) -> str:
        """The step's name in a stored answer."""
        return stable_value(self.text)


class Model(Question):
    """A stem and three to seven steps in the right order."""

    called: ClassVar[str] = said("type.ordering")
    partial_marks: ClassVar[bool] = True
    situation_fields: ClassVar[tuple[str, ...]] = ("steps",)
    script: ClassVar[str] = "rows"
    sheet: ClassVar[str] = "practice"
    form_check: ClassVar[str] = "sequence-length"
    marking: ClassVar[str] = said("marking.steps")

    kind: Literal["ordering"]
    stem: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=7)]

    @field_validator("steps")
    @classmethod
    def _steps_differ(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        refuse(repeats(texts_at(steps, "text"), "steps"))
        return steps

    @property
    def shares(self) -> int:
        """Each step earns its share."""
        return len(self.steps)

    @property
    def shown(self) -> list[Step]:
        """The steps in the order of the page."""
        return shuffled(self.steps, self.order, never_as_given=True)

    def places(self, step: Step) -> list[tuple[str, str]]:
        """Return the choices for a step: the name in a stored answer, and the place."""
        return [(f"{step.value}:{place}", str(place)) for place in range(1, len(self.steps) + 1)]

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each step on paper, by its text."""
        return {step.text: letter for step, letter in zip(self.shown, "ABCDEFG", strict=False)}

    @property
    def rows(self) -> list[AnswerRow]:
        """A row for each place, with the letters of the steps."""
        return [AnswerRow(f"{step.value}:{place}", self._lettered(place)) for place, step in enumerate(self.steps, 1)]

    def _lettered(self, place: int) -> dict[str, str]:
        return {self.letters[step.text]: f"{step.value}:{place}" for step in self.shown}

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the steps."""
        return [step.text for step in self.steps]

    def form_faults(self) -> Iterator[str]:
        """[31] Three steps can be guessed, seven are a memory test."""
        if not 4 <= len(self.steps) <= 6:
            yield f"expected four to six steps, got {len(self.steps)}"
