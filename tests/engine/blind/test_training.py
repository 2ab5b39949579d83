"""The training of the blind guesser's model: on the other banks alone, without looking at every question anew for each bank."""

import random
from collections.abc import Mapping
from typing import Any

import pytest
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_info

from quizbank.blind.asked import Choices
from quizbank.blind.cues import Rows, measures, seen
from quizbank.blind.training import weights_without_each


def drawn(banks: int) -> tuple[list[Choices], dict[Choices, Rows]]:
    """Return questions drawn by chance, ten in each bank, and their cues."""
    chance = random.Random(5)
    texts = [[" ".join(chance.choices(["a", "van", "bread", "it may, 7"], k=4)) for _ in range(4)] for _ in range(10 * banks)]
    sets = [
        Choices(f"bank-{place % banks}", str(place), "Which?", tuple(options), chance.randrange(4))
        for place, options in enumerate(texts)
    ]
    return sets, {asked: seen(asked, measures(None)) for asked in sets}


def test_the_weights_for_a_bank_are_those_of_a_regression_over_the_other_banks() -> None:
    sets, rows = drawn(3)
    learned = weights_without_each(sets, rows)
    assert sorted(learned) == ["bank-0", "bank-1", "bank-2"]
    for bank, weights in learned.items():
        others = [(row, place == asked.key) for asked in sets if asked.bank != bank for place, row in enumerate(rows[asked])]
        names = sorted(others[0][0])
        model: Any = LogisticRegression(C=0.3, max_iter=1000)
        model.fit([[row[name] for name in names] for row, _ in others], [key for _, key in others])
        assert weights == pytest.approx(dict(zip(names, model.coef_[0], strict=True)), rel=1e-6)


class Counted(dict[Choices, Rows]):
    """Cues that count how often they are asked for."""

    asked_for = 0

    def __getitem__(self, asked: Choices) -> Rows:
        self.asked_for += 1
        return super().__getitem__(asked)


def test_a_question_is_looked_at_as_often_in_many_banks_as_in_few() -> None:
    def looks(banks: int) -> float:
        sets, rows = drawn(banks)
        counted = Counted(rows)
        weights_without_each(sets, counted)
        return counted.asked_for / len(sets)

    assert looks(20) == looks(2)


def test_one_thread_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    """With several, sums and with them the weights would depend on the machine."""
    threads: list[Mapping[str, Any]] = []
    fit = LogisticRegression.fit

    def watched(self: Any, *given: Any) -> Any:
        threads.extend(threadpool_info())
        return fit(self, *given)

    monkeypatch.setattr(LogisticRegression, "fit", watched)
    weights_without_each(*drawn(2))
    assert {pool["num_threads"] for pool in threads} == {1}
