"""Ids that are the same in every file: made from names, for Anki knows what it has by them.

Anki makes ids of the time in milliseconds. Ours lie in the years 2017 to 2019, before there were such files, so they meet no note
that a learner writes now; where an id is taken all the same, Anki finds another when it imports.
"""

import base64
from collections.abc import Iterable
from hashlib import sha256

_FIRST, _SPAN = 1_500_000_000_000, 2**36


def guid(course: str, name: str) -> str:
    """Return what Anki knows a note by for ever: 16 letters and digits from the ids of course and question."""
    return base64.b32encode(sha256(f"{course}\n{name}".encode()).digest()[:10]).decode().lower()


def fixed_id(name: str) -> int:
    """Return the id of something with a name of its own, such as a note type or a deck."""
    return _FIRST + int.from_bytes(sha256(name.encode()).digest()[:8], "big") % _SPAN


def fixed_ids(names: Iterable[str]) -> list[int]:
    """Return an id for each of some names; of two names that would have one id, the later one takes the next that is free."""
    taken: dict[int, None] = {}
    for name in names:
        number = fixed_id(name)
        while number in taken:
            number += 1
        taken[number] = None
    return list(taken)
