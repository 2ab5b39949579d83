"""Single choice: three to five options, exactly one of them right. All marks or none."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from quizbank.kinds.choices import ONE_RIGHT_OPTION, Choice, from_options, option_faults
from quizbank.model.fields import Text, YesOrNo
from quizbank.model.question import Option, Question
from quizbank.problems.wording import refuse


class Model(Question):
    """A stem and options, one of them with `correct: yes`."""

    kind: Literal["single-choice"]
    stem: Text
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=5, json_schema_extra=ONE_RIGHT_OPTION)]
    keep_order: YesOrNo = False

    @field_validator("options")
    @classmethod
    def _one_right(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse(option_faults(options))
        return options

    @property
    def choices(self) -> list[Choice]:
        """The options as the page shows them."""
        return from_options(self.options, self.order, self.keep_order)
