"""The order of options in files for other systems: one that does not give the key away, and the same after a way there and back.

Authors put the key in the middle more often than chance does, and a file is read by people and by systems that keep its order. So
each option stands where a hash of the words of all options and of its own puts it: of the words alone, for some formats lose ids
and marks.
"""

from collections.abc import Iterable
from hashlib import sha256

from quizbank.exchange.shapes import Alternative
from quizbank.exchange.texts import plain_line


def ordered(options: Iterable[Alternative], keep: bool = False) -> tuple[Alternative, ...]:
    """Return options in the order of a file; as they are where their author wants them to `keep` it."""
    given = tuple(options)
    words = sorted(plain_line(option.text) for option in given)
    return given if keep else tuple(sorted(given, key=lambda option: _place(words, plain_line(option.text))))


def _place(words: list[str], own: str) -> bytes:
    return sha256("\n".join([*words, own]).encode()).digest()
