"""One order for everything that must not stand in the order the author wrote it: the same on every build, unlike the source.

Each item stands where a hash of the seed and its index puts it. `random.shuffle` would do, but no version of Python promises the
order of another.
"""

from collections.abc import Sequence
from hashlib import sha256
from itertools import count
from typing import TypeVar

T = TypeVar("T")


def shuffled(items: Sequence[T], seed: str, never_as_given: bool = False, among: int | None = None) -> list[T]:
    """Return the items in an order that depends on `seed` alone.

    With `never_as_given`, two items or more never come in the given order, for that would be the answer. `among` says that only
    so many, the first ones, make up the answer; the rest are spare.
    """
    answer = list(range(len(items) if among is None else among))
    for attempt in count():
        order = _order(len(items), f"{seed}/{attempt}")
        if not never_as_given or len(answer) < 2 or [index for index in order if index in answer] != answer:
            break
    return [items[index] for index in order]


def _order(size: int, seed: str) -> list[int]:
    return sorted(range(size), key=lambda index: sha256(f"{seed}/{index}".encode()).digest())
