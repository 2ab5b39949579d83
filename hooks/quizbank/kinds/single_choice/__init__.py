"""Single choice: two to eight options, exactly one of them right. All marks or none."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from quizbank.kinds.choices import ONE_RIGHT_OPTION, WithOptions, option_faults
from quizbank.model.part import Option
from quizbank.problems.wording import refuse
from quizbank.strings.said import said


class Model(WithOptions):
    """A stem and options, one of them with `correct: yes`."""

    called: ClassVar[str] = said("type.single_choice")
    marking: ClassVar[str] = said("marking.whole")

    kind: Literal["single-choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8, json_schema_extra=ONE_RIGHT_OPTION)]

    @field_validator("options")
    @classmethod
    def _one_right(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse(option_faults(options))
        return options
