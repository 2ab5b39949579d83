"""Words and counts that several checks need."""

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache

from quizbank.kinds.choices import Choice
from quizbank.model import Question

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")
ABSOLUTE_WORDS = frozenset(
    {"always", "never", "only", "all", "none", "must", "every", "completely", "total", "totally", "impossible"}
)
_STOP = frozenset(
    "the a an and or of to in on for with by from at is are was were be it its this that these those which what who whose how "
    "why when where do does did has have had not no as than then so if but their they them he she his her one two three four "
    "firm firms work works task tasks bpo kpo outsourcing outsourced outsource client provider customer business process "
    "invented following best each any all will would can may must should into up out about more most other another same".split()
)


@cache
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(_WORD.findall(text.lower()))


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry a text's own meaning: no small words, and none that every question here uses."""
    return frozenset(word for word in words(text) if len(word) > 3 and word not in _STOP)


def likeness(first: str, second: str) -> float:
    """Return the share of words that two texts have in common, from 0 to 1 (Jaccard's index)."""
    one, other = set(words(first)), set(words(second))
    return len(one & other) / len(one | other) if one | other else 0.0


def choices_of(question: Question) -> list[Choice]:
    """Return the choices of a question that has a list of them with words of its own, else an empty list."""
    own = question.kind in ("single-choice", "multiple-choice", "odd-one-out")
    return list(question.choices) if own else []  # type: ignore[attr-defined]


def single_key(question: Question) -> tuple[Choice, list[Choice]] | None:
    """Return the one right choice and the others, or None for a question that has no single right choice in words."""
    choices = choices_of(question)
    right = [choice for choice in choices if choice.right]
    return (right[0], [choice for choice in choices if not choice.right]) if len(right) == 1 else None


def stem_of(question: Question) -> str:
    """Return what the learner is asked, whatever its kind calls it."""
    parts = ("passage", "stem", "assertion", "reason")
    return " ".join(getattr(question, part) for part in parts if isinstance(getattr(question, part, None), str))


def binomial_tail(successes: int, trials: int, chance: float) -> float:
    """Return the probability of at least so many successes."""
    ways = ((math.comb(trials, hits), hits) for hits in range(successes, trials + 1))
    return sum(count * math.pow(chance, hits) * math.pow(1 - chance, trials - hits) for count, hits in ways)


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
