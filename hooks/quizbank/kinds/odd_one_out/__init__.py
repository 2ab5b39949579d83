"""Find the odd one out, with room for what the others have in common. The choice is marked; the reason as in `true_false`."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from quizbank.kinds.choices import ONE_RIGHT_OPTION, WithOptions, option_faults
from quizbank.model.fields import Line, Text
from quizbank.model.part import Option
from quizbank.problems.wording import refuse
from quizbank.strings.said import said


class Model(WithOptions):
    """Four or five options, of which the odd one has `correct: yes`, and what the others have in common."""

    called: ClassVar[str] = said("type.odd_one_out")
    takes_reason: ClassVar[bool] = True
    options_are_the_task: ClassVar[bool] = True
    feedback_fields: ClassVar[tuple[str, ...]] = (*WithOptions.feedback_fields, "common")
    marking: ClassVar[str] = said("marking.reason")

    kind: Literal["odd-one-out"]
    stem: Text = said("kind.odd_one_out")
    options: Annotated[tuple[Option, ...], Field(min_length=4, max_length=5, json_schema_extra=ONE_RIGHT_OPTION)]
    common: Line

    @field_validator("options")
    @classmethod
    def _one_odd(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse(option_faults(options, "one odd option"))
        return options

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the options that belong together, whatever the stem's words."""
        return [choice.text for choice in self.choices if not choice.right]
