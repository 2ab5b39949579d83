"""The measures of a test: worked examples, and classes of random answers compared with numpy and scipy."""

import math
import random
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats  # type: ignore[import-untyped]

from quizbank.results import measures
from quizbank.results.analysis import rule_of_thumb

Table = NDArray[np.float64]


def fractions(table: Table) -> list[list[Fraction]]:
    """Return the columns of a table as items."""
    return [[Fraction(float(value)) for value in column] for column in table.T]


def some_class(seed: int, learners: int, items: int, steps: int) -> Table:
    """Return marks of learners (rows) on items (columns), from 0 to `steps`, of which good learners have more."""
    numbers = np.random.default_rng(seed)
    skill = numbers.normal(size=(learners, 1))
    return np.clip(np.round(steps * (0.5 + 0.25 * skill + 0.3 * numbers.normal(size=(learners, items)))), 0, steps)


# Four learners, three items that are right or wrong. Totals 3, 2, 1, 0: their variance is 5/4. The shares of right answers are
# 3/4, 2/4 and 1/4, so the sum of p * q is 3/16 + 4/16 + 3/16 = 10/16. KR-20 = 3/2 * (1 - (10/16) / (5/4)) = 3/4.
BY_HAND = np.array([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]], dtype=float)


def test_a_worked_example() -> None:
    items = fractions(BY_HAND)
    assert measures.kr20(items) == measures.alpha(items) == 0.75
    assert measures.spread([sum(row, Fraction(0)) for row in zip(*items, strict=True)]) == pytest.approx(math.sqrt(5 / 3))
    assert measures.standard_error(2.0, 0.75) == 1.0
    assert measures.facility([Fraction(1), Fraction(2)], [Fraction(2), Fraction(4)]) == Fraction(1, 2)
    # The first item against the rest 2, 1, 0, 0: covariance 3/16, variances 3/16 and 11/16, so 3 / sqrt(33).
    totals = [Fraction(3), Fraction(2), Fraction(1), Fraction(0)]
    assert measures.discrimination(items[0], totals) == pytest.approx(3 / math.sqrt(33))


@pytest.mark.parametrize("seed", range(8))
def test_alpha_is_what_numpy_makes_of_the_covariances(seed: int) -> None:
    table = some_class(seed, 12 + seed * 4, 5 + seed, 1 + seed)
    covariances = np.cov(table, rowvar=False)
    count = table.shape[1]
    expected = count / (count - 1) * (1 - np.trace(covariances) / covariances.sum())
    assert measures.alpha(fractions(table)) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(8))
def test_kr20_is_what_numpy_makes_of_shares_and_totals(seed: int) -> None:
    table = some_class(seed, 10 + seed * 5, 8, 1)
    share = table.mean(axis=0)
    expected = 8 / 7 * (1 - (share * (1 - share)).sum() / table.sum(axis=1).var())
    assert measures.kr20(fractions(table)) == pytest.approx(expected)
    assert measures.alpha(fractions(table)) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(8))
def test_discrimination_is_the_point_biserial_of_scipy_with_the_rest(seed: int) -> None:
    table = some_class(seed, 40, 10, 1)
    totals = [Fraction(float(value)) for value in table.sum(axis=1)]
    for place, item in enumerate(fractions(table)):
        rest = np.delete(table, place, axis=1).sum(axis=1)
        expected = stats.pointbiserialr(table[:, place].astype(bool), rest)[0]
        assert measures.discrimination(item, totals) == pytest.approx(expected)


def test_a_correlation_of_nothing_strays_as_far_as_the_measure_says() -> None:
    chance, learners = random.Random(1), 12
    fixed = [Fraction(place) for place in range(learners)]
    found = [measures.correlation(fixed, [Fraction(value) for value in chance.sample(range(50), learners)]) for _ in range(3000)]
    assert np.std([value for value in found if value is not None]) == pytest.approx(measures.by_chance(learners), rel=0.05)


def test_where_all_are_alike_there_is_no_measure() -> None:
    same = [[Fraction(1)] * 4, [Fraction(0)] * 4]
    assert measures.alpha(same) is None
    assert measures.kr20(same) is None
    assert measures.correlation(same[0], [Fraction(place) for place in range(4)]) is None
    assert measures.alpha([[Fraction(0), Fraction(1)]]) is None  # one item
    assert measures.alpha([]) is None


def test_items_that_contradict_one_another_have_a_reliability_below_nothing_and_no_standard_error() -> None:
    items = [[Fraction(1), Fraction(0), Fraction(1), Fraction(0)], [Fraction(0), Fraction(2), Fraction(0), Fraction(1)]]
    found = measures.alpha(items)
    assert found is not None
    assert found < 0
    assert measures.standard_error(2.0, found) is None


@pytest.mark.parametrize(
    ("items", "marks", "is_exact"),
    [
        ([[0, 2], [2, 0]], [2, 2], True),
        ([[0, 1], [2, 0]], [2, 2], False),
        ([[0, 1], [2, 0]], [1, 2], False),
        ([[0, 2], [-1, 2]], [2, 2], False),
    ],
)
def test_only_items_of_equal_marks_that_earn_all_or_nothing_are_right_or_wrong(
    items: list[list[int]], marks: list[int], is_exact: bool
) -> None:
    given = [[Fraction(value) for value in item] for item in items]
    assert (measures.right_or_wrong(given, [Fraction(value) for value in marks]) is not None) is is_exact


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (0.4, "very_good"),
        (0.394, "good"),
        (0.395, "very_good"),
        (0.3, "good"),
        (0.2, "marginal"),
        (0.19, "poor"),
        (0.0, "poor"),
        (-0.01, "negative"),
    ],
)
def test_rules_of_thumb_follow_the_figure_that_is_shown(value: float, name: str) -> None:
    assert rule_of_thumb(value) == name
