"""A small model that sees wording alone: trained on the other banks, it guesses in each bank.

A logistic regression over the cues of single options; in each question the option with the highest chance is taken. The cues are
few and their effects add up, so what gave a key away can be read from the weights.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quizbank.blind.asked import Choices
from quizbank.blind.cues import Measure, seen
from quizbank.problems.advice import INSTALLED, installing

_OWN = "run 'make blind', or once: pip install --require-hashes -r requirements-test.lock"
_INSTALL = f"run once: {installing('blind')}"
MISSING = f"the model needs scikit-learn: {_INSTALL if INSTALLED else _OWN}"
Rows = list[dict[str, float]]


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
    banks = sorted({asked.bank for asked in sets})
    rows = {asked: seen(asked, measured) for asked in sets}
    return [guess for bank in banks if len(banks) > 1 for guess in _guesses_in(bank, sets, rows)]


def _guesses_in(bank: str, sets: Sequence[Choices], rows: Mapping[Choices, Rows]) -> list[Guess]:
    weights = trained([asked for asked in sets if asked.bank != bank], rows)
    return [_guess(asked, rows[asked], weights) for asked in sets if asked.bank == bank]


def trained(sets: Sequence[Choices], rows: Mapping[Choices, Rows]) -> dict[str, float]:
    """Return the weight of each cue, learned from the questions: above 0 for what speaks for a key."""
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise NoModel(MISSING) from error
    given = [row for asked in sets for row in rows[asked]]
    names = sorted({name for row in given for name in row})
    keys = [place == asked.key for asked in sets for place in range(len(asked.options))]
    # Weak regularisation: some 20 cues beside hundreds of options.
    model: Any = LogisticRegression(C=0.3, max_iter=1000)
    model.fit([[row[name] for name in names] for row in given], keys)
    return dict(zip(names, map(float, model.coef_[0]), strict=True))


def _guess(asked: Choices, rows: Rows, weights: Mapping[str, float]) -> Guess:
    # Rounded, so that options that look alike do not differ by the last digit of a sum.
    totals = [round(sum(weights[name] * value for name, value in row.items()), 9) for row in rows]
    taken = totals.index(max(totals))
    speaks = sorted(rows[taken], key=lambda name: -weights[name] * rows[taken][name])
    return Guess(asked, taken, tuple(name for name in speaks[:3] if weights[name] * rows[taken][name] > 0))
