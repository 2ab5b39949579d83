"""What the kinds with a list of options share: their fields, their rules, and the choices that a page makes of them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, ClassVar

from quizbank.model.fields import Text, YesOrNo
from quizbank.model.part import Choice, Option
from quizbank.model.question import Question
from quizbank.model.repeats import repeats, texts_at
from quizbank.model.shuffle import shuffled
from quizbank.problems.wording import Fault
from quizbank.texts.blanks import completed

# For the schema: an option that is marked as right.
RIGHT_OPTION: dict[str, Any] = {
    "properties": {"correct": {"enum": ["yes", "Yes", "true", "True", True]}},
    "required": ["correct"],
}
ONE_RIGHT_OPTION: dict[str, Any] = {"contains": RIGHT_OPTION, "minContains": 1, "maxContains": 1}


class WithOptions(Question):
    """A stem and options in the author's words, of which some are right. A kind says how many."""

    worded_choices: ClassVar[bool] = True
    picks_some: ClassVar[bool] = True

    stem: Text
    options: tuple[Option, ...]
    keep_order: YesOrNo = False

    @property
    def choices(self) -> list[Choice]:
        """The options as the page shows them, shuffled unless their order is to be kept.

        Authors hide right answers in the middle, and guessers look for them there (Attali and Bar-Hillel 2003). Chance does
        neither.
        """
        return list(_choices(_Itself(self)))

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """The names of the known mistakes that options stand for."""
        return tuple(option.misconception for option in self.options if option.misconception)

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the options that are true of what is asked; where the stem asks for a false claim, none is taught."""
        return [completed(self.stem, choice.text) for choice in self.choices if choice.right is sought]


class _Itself:
    """A question as a key, by what it is and not by what it says: to compare all its texts would take longer."""

    def __init__(self, question: WithOptions) -> None:
        self.question = question

    def __hash__(self) -> int:
        return id(self.question)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.question is self.question


@lru_cache(maxsize=256)  # the checks of a bank ask its questions for their choices, each many times
def _choices(key: _Itself) -> tuple[Choice, ...]:
    question = key.question
    ordered = question.options if question.keep_order else shuffled(question.options, question.order)
    return tuple(Choice(option.value, option.text, option.why, option.correct) for option in ordered)


def option_faults(options: Sequence[Option], right: str = "one right option") -> Iterator[Fault]:
    """Yield what is wrong with options of which exactly one is right; `right` is what the kind calls it."""
    yield from repeats(texts_at(options, "text"), "options")
    count = sum(option.correct for option in options)
    if count != 1:
        yield Fault((), f"expected exactly {right} ('correct: yes'), got {count or 'none'}")
