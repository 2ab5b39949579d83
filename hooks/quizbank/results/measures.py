"""The measures of a test, each with its source. All are arithmetic on marks: fractions go in, and figures come out.

Variances are those of the class itself (divided by its size), as in the sources; that of the standard error is the estimate for
learners like these (divided by one less).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

Marks = Sequence[Fraction]


def variance(values: Marks, less: int = 0) -> Fraction:
    """Return the mean of the squared distances from the mean, divided by the number of values `less` 0 or 1.

    Raises ZeroDivisionError for too few values.
    """
    mean = sum(values, Fraction(0)) / len(values)
    return sum(((value - mean) ** 2 for value in values), Fraction(0)) / (len(values) - less)


def spread(values: Marks) -> float:
    """Return the standard deviation, as estimated for learners like these. Raises ZeroDivisionError for fewer than two values."""
    return sqrt(variance(values, 1))


def facility(earned: Marks, marks: Marks) -> Fraction:
    """Return the share of the marks that was earned, of all answers to a question or to several."""
    return sum(earned, Fraction(0)) / sum(marks, Fraction(0))


def alpha(items: Sequence[Marks]) -> float | None:
    """Return Cronbach's alpha of items, each the marks of all learners in the same order; None where it has no value.

    k / (k - 1) * (1 - sum of the items' variances / variance of the totals): Cronbach, L. J. (1951). Coefficient alpha and the
    internal structure of tests. Psychometrika 16(3), 297-334. It may be negative, where items contradict one another.
    """
    count = len(items)
    totals = [sum(row, Fraction(0)) for row in zip(*items, strict=True)]
    whole = variance(totals) if totals else Fraction(0)
    if count < 2 or not whole:
        return None
    return float(Fraction(count, count - 1) * (1 - sum(map(variance, items), Fraction(0)) / whole))


def kr20(items: Sequence[Marks]) -> float | None:
    """Return formula 20 of Kuder and Richardson, for items that are right (1) or wrong (0); None where it has no value.

    k / (k - 1) * (1 - sum of p * q / variance of the totals), p being the share of right answers and q = 1 - p: Kuder, G. F. and
    Richardson, M. W. (1937). The theory of the estimation of test reliability. Psychometrika 2(3), 151-160. It is alpha for such
    items, in the form that examiners know.
    """
    count = len(items)
    totals = [sum(row, Fraction(0)) for row in zip(*items, strict=True)]
    whole = variance(totals) if totals else Fraction(0)
    if count < 2 or not whole:
        return None
    shares = [sum(item, Fraction(0)) / len(item) for item in items]
    return float(Fraction(count, count - 1) * (1 - sum((p * (1 - p) for p in shares), Fraction(0)) / whole))


def right_or_wrong(items: Sequence[Marks], marks: Marks) -> list[list[Fraction]] | None:
    """Return items as right (1) or wrong (0), or None where some earned part of their marks or items differ in their marks."""
    if len(set(marks)) != 1:
        return None
    shares = [[earned / whole for earned in item] for item, whole in zip(items, marks, strict=True)]
    return shares if {share for item in shares for share in item} <= {0, 1} else None


def standard_error(deviation: float, reliability: float) -> float | None:
    """Return the standard error of measurement, in marks, or None for a reliability below 0, which says nothing of errors.

    Standard deviation * sqrt(1 - reliability): Gulliksen, H. (1950). Theory of mental tests. New York: Wiley.
    """
    return deviation * sqrt(1 - reliability) if reliability >= 0 else None


def correlation(one: Marks, other: Marks) -> float | None:
    """Return the product-moment correlation of two rows of marks, or None where one of them is the same for all.

    Of an item that is right or wrong with a score it is the point-biserial: Lev, J. (1949). The point biserial coefficient of
    correlation. Annals of Mathematical Statistics 20(1), 125-126.
    """
    means = [sum(values, Fraction(0)) / len(values) for values in (one, other)]
    together = sum(((a - means[0]) * (b - means[1]) for a, b in zip(one, other, strict=True)), Fraction(0)) / len(one)
    both = variance(one) * variance(other)
    return float(together) / sqrt(both) if both else None


def discrimination(item: Marks, totals: Marks) -> float | None:
    """Return the correlation of an item with the rest of the test: `totals` hold the item, which is taken out of them.

    Left inside, an item is compared with itself in part: Henrysson, S. (1963). Correction of item-total correlations in item
    analysis. Psychometrika 28(2), 211-218. None where all learners earned the same.
    """
    return correlation(item, [total - own for total, own in zip(totals, item, strict=True)])


def by_chance(learners: int) -> float:
    """Return how far a correlation of nothing with nothing strays from 0 in a class of this size: its standard error.

    1 / sqrt(n - 1), whatever the marks are: Pitman, E. J. G. (1937). Significance tests which may be applied to samples from any
    populations, II. Supplement to the Journal of the Royal Statistical Society 4(2), 225-232. Raises ZeroDivisionError for one
    learner.
    """
    return 1 / sqrt(learners - 1)
