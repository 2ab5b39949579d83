"""Rules that the kinds with a list of options share, and the one shape in which their templates see a choice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from quizbank.model import Option
from quizbank.shuffle import shuffled
from quizbank.wording import Fault, Place

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


def texts_at(things: Iterable[object], key: str, *before: str) -> list[tuple[Place, str]]:
    """Return one text of each thing in a list, with its place; the list itself stands at `before`."""
    return [((*before, index, key), getattr(thing, key)) for index, thing in enumerate(things)]


def folded(text: str) -> str:
    """Return the text without what case and spacing make different."""
    return " ".join(text.split()).casefold()


def repeats(texts: Iterable[tuple[Place, str]], what: str, form: Callable[[str], object] = folded) -> Iterator[Fault]:
    """Yield a fault for each text that says the same as one before it. `what` is their plural, `form` what counts of them."""
    seen: dict[object, str] = {}
    for place, text in texts:
        if (first := seen.get(form(text))) is not None:
            told = f"'{text}' a second time" if text == first else f"'{text}', which counts as '{first}'"
            yield Fault(place, f"expected {what} that differ, got {told}")
        seen.setdefault(form(text), text)


def option_faults(options: Sequence[Option], right: str = "one right option") -> Iterator[Fault]:
    """Yield what is wrong with options of which exactly one is right; `right` is what the kind calls it."""
    yield from repeats(texts_at(options, "text"), "options")
    count = sum(option.correct for option in options)
    if count != 1:
        yield Fault((), f"expected exactly {right} ('correct: yes'), got {count or 'none'}")
