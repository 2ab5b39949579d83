"""One order for everything that must not stand in the order the author wrote it: the same on every build, unlike the source."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def shuffled(items: Sequence[T], seed: str, never_as_given: bool = False, among: int | None = None) -> list[T]:
    """Return the items in an order that depends on `seed` alone.

    With `never_as_given`, two items or more never come in the given order, for that would be the answer. `among` says that only
    so many, the first ones, make up the answer; the rest are spare.
    """
    chance = random.Random(seed)  # noqa: S311 - an order for a quiz, not a secret
    order = list(range(len(items)))
    chance.shuffle(order)
    answer = list(range(len(items) if among is None else among))
    while never_as_given and len(answer) > 1 and [index for index in order if index in answer] == answer:
        chance.shuffle(order)
    return [items[index] for index in order]
