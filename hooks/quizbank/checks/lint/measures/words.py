"""Words that several checks need."""

import re
from functools import cache
from sys import intern

from quizbank.texts import currencies
from quizbank.texts.letters import COMBINING

_LETTER = rf"(?:[^\W\d_]|[{COMBINING}])"
_WORD = re.compile(rf"[^\W\d_]{_LETTER}*(?:['’-]+{_LETTER}+)*|\d(?:[\d,.]*\d)?")
# Signs that make two texts of the same words differ: '5 %' is not '$ 5'.
_SIGN = re.compile(rf"{_WORD.pattern}|[%{currencies.SIGNS}+=<>]")


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds any of these at the borders of words, in either case."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


ABSOLUTE = any_of(
    *("always", "never", "only", "all", "none", "must", "every", "completely", "total(?:ly)?"),
    *("impossible", "guarantee(?:[sd]|ing)?"),
)
_STOP = frozenset(
    "the a an and or of to in on for with by from at is are was were be it its this that these those which what who whose how "
    "why when where do does did has have had not no as than then so if but their they them he she his her one two three four "
    "invented following best each any all will would can may must should into up out about more most other another same".split()
)


@cache
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(map(intern, _WORD.findall(text.lower())))  # the same few thousand words, over and over


@cache
def normal(text: str) -> tuple[str, ...]:
    """Return what is left of a text when case, spacing, emphasis and punctuation do not count."""
    return tuple(map(intern, _SIGN.findall(text.casefold())))


def forget() -> None:
    """Drop what is remembered of texts, once no check asks for them again."""
    for remembered in (words, normal, word_set):
        remembered.cache_clear()


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry a text's own meaning: no small words."""
    return frozenset(word for word in words(text) if len(word) > 3 and word not in _STOP)


def likeness(first: str, second: str) -> float:
    """Return the share of words that two texts have in common, from 0 to 1 (Jaccard's index)."""
    one, other = word_set(first), word_set(second)
    return len(one & other) / len(one | other) if one | other else 0.0


@cache
def word_set(text: str) -> frozenset[str]:
    """Return the different words of a text."""
    return frozenset(words(text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text. Lines of a list or a table are sentences, too."""
    return [part for part in re.split(r"(?<=[.?!:।])[”\"’')*]*\s+|\n+", text) if part.strip()]
