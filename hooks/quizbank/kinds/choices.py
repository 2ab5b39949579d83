"""Rules that the kinds with a list of options share, and the one shape in which their templates see a choice."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from quizbank.model.question import Option
from quizbank.model.repeats import repeats, texts_at
from quizbank.model.shuffle import shuffled
from quizbank.problems.wording import Fault

# For the schema: an option that is marked as right.
RIGHT_OPTION: dict[str, Any] = {
    "properties": {"correct": {"enum": ["yes", "Yes", "true", "True", True]}},
    "required": ["correct"],
}
ONE_RIGHT_OPTION: dict[str, Any] = {"contains": RIGHT_OPTION, "minContains": 1, "maxContains": 1}


class Choice(NamedTuple):
    """One choice on a page: its name in a stored answer, what the learner reads, why, and whether it is right."""

    value: str
    text: str
    why: str
    right: bool


def from_options(options: Sequence[Option], seed: str, keep_order: bool) -> list[Choice]:
    """Return the options as choices, shuffled by `seed` unless their order is to be kept.

    Authors hide right answers in the middle, and guessers look for them there (Attali and Bar-Hillel 2003); chance does neither.
    """
    ordered = list(options) if keep_order else shuffled(options, seed)
    return [Choice(option.value, option.text, option.why, option.correct) for option in ordered]


def option_faults(options: Sequence[Option], right: str = "one right option") -> Iterator[Fault]:
    """Yield what is wrong with options of which exactly one is right; `right` is what the kind calls it."""
    yield from repeats(texts_at(options, "text"), "options")
    count = sum(option.correct for option in options)
    if count != 1:
        yield Fault((), f"expected exactly {right} ('correct: yes'), got {count or 'none'}")
