"""A small model that sees wording alone: trained on the other banks (`training.py`), it guesses in each bank.

A logistic regression over the cues of single options; in each question the option with the highest chance is taken. The cues are
few and their effects add up, so what gave a key away can be read from the weights.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizbank.blind.asked import Choices
from quizbank.blind.cues import Measure, Rows, seen
from quizbank.problems.advice import INSTALLED, installing

_OWN = "run 'make blind', or once: pip install --require-hashes -r requirements-test.lock"
_INSTALL = f"run once: {installing('blind')}"
MISSING = f"the model needs scikit-learn: {_INSTALL if INSTALLED else _OWN}"


class NoModel(Exception):
    """The library for the model is not installed. Its text says how to install it."""


class Guess(NamedTuple):
    """What the model took in a question, whether it is the key, and the cues that spoke most for it."""

    asked: Choices
    taken: int
    cues: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the key was taken."""
        return self.taken == self.asked.key


def guesses(sets: Sequence[Choices], measured: Mapping[str, Measure]) -> list[Guess]:
    """Return a guess for each question, by a model that never saw its bank. Raises `NoModel` without the library.

    With questions of one bank alone there is nothing to learn from, and nothing is returned.
    """
    if len({asked.bank for asked in sets}) < 2:
        return []
    rows = {asked: seen(asked, measured) for asked in sets}
    learned = _learned(sets, rows)
    return [_guess(asked, rows[asked], learned[asked.bank]) for asked in sorted(sets, key=lambda asked: asked.bank)]


def _learned(sets: Sequence[Choices], rows: Mapping[Choices, Rows]) -> dict[str, dict[str, float]]:
    """Return for each bank the weights of the cues that the other banks teach."""
    try:
        from quizbank.blind.training import weights_without_each
    except ImportError as error:
        raise NoModel(MISSING) from error
    return weights_without_each(sets, rows)


def _guess(asked: Choices, rows: Rows, weights: Mapping[str, float]) -> Guess:
    # Rounded, so that options that look alike do not differ by the last digit of a sum.
    totals = [round(sum(weights[name] * value for name, value in row.items()), 9) for row in rows]
    taken = totals.index(max(totals))
    speaks = sorted(rows[taken], key=lambda name: -weights[name] * rows[taken][name])
    return Guess(asked, taken, tuple(name for name in speaks[:3] if weights[name] * rows[taken][name] > 0))
