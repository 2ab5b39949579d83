"""Other spellings of an accepted answer, for a system that compares letter by letter and forgives nothing but case.

The site forgives gaps: 'back office' is 'back-office'. So each answer comes with spaces in its gaps, and one of two words with a
hyphen as well.
"""

import re

from quizbank.exchange.shapes import Typed

MOST_WORDS = 2  # in longer names a hyphen in every gap is rare
_GAP = re.compile(r"(?<=[^\W\d])[ -](?=[^\W\d])")


def spellings(answer: Typed) -> tuple[str, ...]:
    """Return the accepted answers, the best first, and behind them their other spellings, without any that is a near miss."""
    near = {each.text.casefold() for each in answer.near}
    others = (spelling for accepted in answer.answers for spelling in _others(accepted) if spelling.casefold() not in near)
    unique: dict[str, str] = {}
    for text in (*answer.answers, *others):
        unique.setdefault(text.casefold(), text)
    return tuple(unique.values())


def _others(text: str) -> tuple[str, ...]:
    spaced = _GAP.sub(" ", text)
    return (spaced, _GAP.sub("-", text)) if len(spaced.split()) <= MOST_WORDS else (spaced,)
