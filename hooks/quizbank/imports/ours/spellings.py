"""Accepted answers without the other spellings that an export adds for systems that compare letter by letter."""

from dataclasses import replace

from quizbank.exchange.shapes import Typed
from quizbank.exports.moodle.spellings import spellings


def without_spellings(answer: Typed) -> tuple[str, ...]:
    """Return the fewest of the accepted answers, from the first one on, whose spellings are all of them."""
    wanted = answer.answers
    first = (wanted[:number] for number in range(1, len(wanted)))
    return next((few for few in first if spellings(replace(answer, answers=few)) == wanted), wanted)
