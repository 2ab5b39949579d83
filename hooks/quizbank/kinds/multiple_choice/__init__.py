"""Multiple choice: two to eight options, one or more of them right.

Partial marks, with R right and W wrong options: each right choice earns 1/R of the marks; each wrong choice costs the larger of
1/R and 1/W; the total is never below zero. So a wrong choice cancels at least one right one, and ticking every option earns
nothing: W wrong choices cost at least W/W. `frontend/marking/marking.js` does the arithmetic.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_validator

from quizbank.kinds.choices import RIGHT_OPTION, WithOptions
from quizbank.model.part import Option
from quizbank.model.repeats import repeats, texts_at
from quizbank.problems.wording import Fault, refuse
from quizbank.strings.said import said

_SOME_RIGHT_SOME_WRONG: dict[str, Any] = {
    "allOf": [{"contains": RIGHT_OPTION, "minContains": 1}, {"contains": {"not": RIGHT_OPTION}}]
}


class Model(WithOptions):
    """A stem and options, one or more with `correct: yes`, and at least one without."""

    called: ClassVar[str] = said("type.multiple_choice")
    partial_marks: ClassVar[bool] = True
    marking: ClassVar[str] = said("marking.shares")

    kind: Literal["multiple-choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8, json_schema_extra=_SOME_RIGHT_SOME_WRONG)]

    @field_validator("options")
    @classmethod
    def _some_right_some_wrong(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse(_faults(options))
        return options

    @property
    def shares(self) -> int:
        """Each right option earns its share."""
        return sum(option.correct for option in self.options)


def _faults(options: Sequence[Option]) -> Iterator[Fault]:
    yield from repeats(texts_at(options, "text"), "options")
    right = sum(option.correct for option in options)
    if not right:
        yield Fault((), "expected one or more right options ('correct: yes'), got none")
    if right == len(options):
        yield Fault((), "expected at least one wrong option, got none")
