"""Rules that the kinds with a list of options share, and the one shape in which their templates see a choice."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quizbank.model import Option
from quizbank.shuffle import shuffled


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


def refuse_repeats(texts: Sequence[str], what: str) -> None:
    """Raise ValueError when two of the texts say the same, case and spacing aside. `what` names them in the plural."""
    counts = Counter(" ".join(text.split()).casefold() for text in texts)
    twice = next((text for text, count in counts.items() if count > 1), None)
    if twice is not None:
        raise ValueError(f"expected {what} that differ, got '{twice}' more than once")


def refuse_bad_options(options: Sequence[Option], least: int, most: int) -> None:
    """Raise ValueError unless there are `least` to `most` options and no two are alike."""
    if not least <= len(options) <= most:
        raise ValueError(f"expected {least} to {most} options, got {len(options)}")
    refuse_repeats([option.text for option in options], "options")
