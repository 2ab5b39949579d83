"""True or false, with room for the reason: exams give marks for the reason as much as for the word.

The program marks the choice. The reason earns nothing, unless a paper's section gives it `reason_marks`: then the learner marks
it against the model reason, and it earns them beside the right choice only.
"""

from typing import ClassVar, Literal

from quizbank.model.fields import Text, YesOrNo
from quizbank.model.part import Choice
from quizbank.model.question import Question
from quizbank.strings.said import said


class Model(Question):
    """A statement, whether it is true, and a reason for each of the two choices."""

    called: ClassVar[str] = said("type.true_false")
    takes_reason: ClassVar[bool] = True
    marking: ClassVar[str] = said("marking.reason")
    choice_letters: ClassVar[str] = "TF"
    standard_choices: ClassVar[int] = 2

    kind: Literal["true-false"]
    stem: Text
    answer: YesOrNo
    why_true: Text
    why_false: Text

    @property
    def choices(self) -> list[Choice]:
        """True and false, in that order."""
        return [
            Choice("true", said("kind.true"), self.why_true, self.answer),
            Choice("false", said("kind.false"), self.why_false, not self.answer),
        ]

    @property
    def claims(self) -> list[tuple[str, bool]]:
        """The statement."""
        return [(self.stem, self.answer)]

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the statement, if it is true."""
        return [self.stem] * self.answer
