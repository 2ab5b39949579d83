"""Single choice: three to five options, exactly one of them right. All marks or none."""

from typing import Literal

from pydantic import field_validator

from quizbank.kinds.choices import Choice, from_options, refuse_bad_options
from quizbank.model import Option, Question, Text


class Model(Question):
    """A stem and options, one of them with `correct: yes`."""

    kind: Literal["single-choice"]
    stem: Text
    options: tuple[Option, ...]
    keep_order: bool = False

    @field_validator("options")
    @classmethod
    def _one_right(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse_bad_options(options, 3, 5)
        right = sum(option.correct for option in options)
        if right != 1:
            raise ValueError(f"expected exactly one right option ('correct: yes'), got {right or 'none'}")
        return options

    @property
    def choices(self) -> list[Choice]:
        """The options as the page shows them."""
        return from_options(self.options, self.order, self.keep_order)
