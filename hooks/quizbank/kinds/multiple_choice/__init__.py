"""Multiple choice: three to six options, two or more of them right.

Partial marks: each right option chosen earns its share, each wrong one chosen takes one share away, never below zero.
"""

from typing import ClassVar, Literal

from pydantic import field_validator

from quizbank.kinds.choices import Choice, from_options, refuse_bad_options
from quizbank.model import Option, Question, Text


class Model(Question):
    """A stem and options, two or more with `correct: yes`, and at least one without."""

    marking: ClassVar[str] = (
        "each right option chosen earns its share, each wrong one chosen takes a share away, never below nothing."
    )

    kind: Literal["multiple-choice"]
    stem: Text
    options: tuple[Option, ...]
    keep_order: bool = False

    @field_validator("options")
    @classmethod
    def _some_right_some_wrong(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse_bad_options(options, 3, 6)
        right = sum(option.correct for option in options)
        if right < 2:
            raise ValueError(
                f"expected two or more right options ('correct: yes'), got {right or 'none'}; "
                "a question with one right option is a single-choice"
            )
        if right == len(options):
            raise ValueError("expected at least one wrong option, got none")
        return options

    @property
    def choices(self) -> list[Choice]:
        """The options as the page shows them."""
        return from_options(self.options, self.order, self.keep_order)
