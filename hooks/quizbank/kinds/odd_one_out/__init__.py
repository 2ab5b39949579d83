"""Find the odd one out, with room for what the others have in common. The choice is marked; the reason as in `true_false`."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from quizbank.kinds.choices import ONE_RIGHT_OPTION, Choice, from_options, option_faults
from quizbank.model.fields import Line, Text, YesOrNo
from quizbank.model.question import Option, Question
from quizbank.problems.wording import refuse


class Model(Question):
    """Four or five options, of which the odd one has `correct: yes`, and what the others have in common."""

    takes_reason: ClassVar[bool] = True
    marking: ClassVar[str] = (
        "all marks for the right letter. A reason earns marks only where its section says so, and only beside the right letter."
    )

    kind: Literal["odd-one-out"]
    stem: Text = "Which is the odd one out?"
    options: Annotated[tuple[Option, ...], Field(min_length=4, max_length=5, json_schema_extra=ONE_RIGHT_OPTION)]
    keep_order: YesOrNo = False
    common: Line

    @field_validator("options")
    @classmethod
    def _one_odd(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse(option_faults(options, "one odd option"))
        return options

    @property
    def choices(self) -> list[Choice]:
        """The options as the page shows them."""
        return from_options(self.options, self.order, self.keep_order)
