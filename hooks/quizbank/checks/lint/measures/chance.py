"""How likely something is by chance alone: closed forms, so that no library for statistics is needed."""

import math
from collections.abc import Iterable, Sequence


def binomial_tail(successes: int, trials: int, chance: float) -> float:
    """Return the probability of at least so many successes.

    Each term is a power of e, since the number of ways alone is too large for a float from about 1,000 trials on.
    """
    if not 0 < chance < 1:
        return float(successes <= (trials if chance == 1 else 0))
    logs = (_log_of_term(hits, trials, chance) for hits in range(max(0, successes), trials + 1))
    return min(1.0, math.fsum(map(math.exp, logs)))


def _log_of_term(hits: int, trials: int, chance: float) -> float:
    ways = math.lgamma(trials + 1) - math.lgamma(hits + 1) - math.lgamma(trials - hits + 1)
    return ways + hits * math.log(chance) + (trials - hits) * math.log1p(-chance)


def chi_square_tail(value: float, freedom: int) -> float:
    """Return the probability that chi-square with `freedom` degrees (1 or more, whole) is at least `value`.

    Closed forms: Abramowitz and Stegun (1964), 26.4.4 and 26.4.5.
    """
    half = value / 2
    if freedom % 2 == 0:
        return math.exp(-half) * sum(math.pow(half, k) / math.factorial(k) for k in range(freedom // 2))
    series = sum(math.pow(half, k - 0.5) / math.gamma(k + 0.5) for k in range(1, (freedom + 1) // 2))
    return math.erfc(math.sqrt(half)) + math.exp(-half) * series


def uneven(counts: Sequence[int], expected: Iterable[float]) -> float:
    """Return the probability of counts at least as uneven as these when the expected ones hold."""
    pairs = list(zip(counts, expected, strict=True))
    value: float = sum((count - wanted) ** 2 / wanted for count, wanted in pairs)
    return chi_square_tail(float(value), len(pairs) - 1)
