"""Trains the small model once for each bank, on all the others. Only here is scikit-learn needed, and what comes with it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from quizbank.blind.asked import Choices
from quizbank.blind.cues import Rows


class _Options(NamedTuple):
    """The options of all questions: the names of the cues, a row of cues for each option, whether it is the key, and its bank."""

    names: list[str]
    cues: Any
    keys: Any
    banks: Any


def weights_without_each(sets: Sequence[Choices], rows: Mapping[Choices, Rows]) -> dict[str, dict[str, float]]:
    """Return for each bank the weight of each cue, learned from the other banks: above 0 for what speaks for a key.

    `rows` are the cues of the questions' options.
    """
    options = _options(sets, rows)
    # With more threads, they wait for each other ten times as long as they compute, and sums differ in the last digit.
    with threadpool_limits(limits=1):
        return {bank: _trained(options, options.banks != bank) for bank in sorted({asked.bank for asked in sets})}


def _options(sets: Sequence[Choices], rows: Mapping[Choices, Rows]) -> _Options:
    """Return the cues as numbers. This is done once: for each bank anew, it would take longer than to learn from them."""
    names = sorted({name for asked in sets for row in rows[asked] for name in row})
    return _Options(
        names,
        numpy.array([[row[name] for name in names] for asked in sets for row in rows[asked]]),
        numpy.array([place == asked.key for asked in sets for place in range(len(asked.options))]),
        numpy.array([asked.bank for asked in sets for _ in asked.options]),
    )


def _trained(options: _Options, chosen: Any) -> dict[str, float]:
    # Weak regularisation: some 20 cues beside hundreds of options.
    model: Any = LogisticRegression(C=0.3, max_iter=1000)
    model.fit(options.cues[chosen], options.keys[chosen])
    return dict(zip(options.names, map(float, model.coef_[0]), strict=True))
