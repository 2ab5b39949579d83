"""One order for everything that must not stand in the order the author wrote it: the same on every build, unlike the source."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def shuffled(items: Sequence[T], seed: str) -> list[T]:
    """Return the items in an order that depends on `seed` alone and, with two items or more, is not the given one."""
    chance = random.Random(seed)  # noqa: S311 - an order for a quiz, not a secret
    order = list(range(len(items)))
    while len(order) > 1 and order == sorted(order):
        chance.shuffle(order)
    return [items[index] for index in order]
