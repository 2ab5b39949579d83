"""Codes that give themselves away: authors vary the right code to make the wrong ones, so it has most in common with them."""

from collections import Counter
from collections.abc import Sequence

from quizbank.blind.asked import Codes


def most_shared(asked: Codes) -> list[int]:
    """Return the codes that share most cells with the others."""
    shared = [sum(map(_common, [row] * len(asked.rows), asked.rows)) for row in asked.rows]
    return [place for place, count in enumerate(shared) if count == max(shared)]


def by_majority(asked: Codes) -> list[int]:
    """Return the codes that agree with the most frequent cell of most columns."""
    columns = [Counter(cells) for cells in zip(*asked.rows, strict=True)]
    agreeing = [
        sum(column[cell] == max(column.values()) > min(column.values()) for cell, column in zip(row, columns, strict=True))
        for row in asked.rows
    ]
    return [place for place, count in enumerate(agreeing) if count == max(agreeing)]


def score(picked: Sequence[int], asked: Codes) -> float:
    """Return the chance from 0 to 1 that one of the picked codes, taken by lot, is the key."""
    return 1 / len(picked) if asked.key in picked else 0.0


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(first == second for first, second in zip(one, other, strict=True))
