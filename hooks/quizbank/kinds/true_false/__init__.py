"""True or false, with the reason asked for: exams give the mark for the reason as much as for the word.

The program marks the choice; the learner compares their own reason with the model reason.
"""

from typing import ClassVar, Literal

from quizbank.kinds.choices import Choice
from quizbank.model import Question, Text, YesOrNo


class Model(Question):
    """A statement, whether it is true, and a reason for each of the two choices."""

    marking: ClassVar[str] = "all marks for the right word; compare the reason with the model reason."
    choice_letters: ClassVar[str] = "TF"

    kind: Literal["true-false"]
    stem: Text
    answer: YesOrNo
    why_true: Text
    why_false: Text

    @property
    def choices(self) -> list[Choice]:
        """True and false, in that order."""
        return [
            Choice("true", "True", self.why_true, self.answer),
            Choice("false", "False", self.why_false, not self.answer),
        ]
