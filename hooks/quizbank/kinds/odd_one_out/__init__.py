"""Find the odd one out, and say why. The choice is marked; the learner compares their own reason with the model reason."""

from typing import ClassVar, Literal

from pydantic import field_validator

from quizbank.kinds.choices import Choice, from_options, refuse_bad_options
from quizbank.model import Option, Question, Text


class Model(Question):
    """Four or five options, of which the odd one has `correct: yes`, and what the others have in common."""

    marking: ClassVar[str] = "all marks for the right letter; compare the reason with the model reason."

    kind: Literal["odd-one-out"]
    stem: Text = "Which is the odd one out?"
    options: tuple[Option, ...]
    keep_order: bool = False
    common: Text

    @field_validator("options")
    @classmethod
    def _one_odd(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse_bad_options(options, 4, 5)
        odd = sum(option.correct for option in options)
        if odd != 1:
            raise ValueError(f"expected exactly one odd option ('correct: yes'), got {odd or 'none'}")
        return options

    @property
    def choices(self) -> list[Choice]:
        """The options as the page shows them."""
        return from_options(self.options, self.order, self.keep_order)
