"""Marking in Python: a question and a response in, the share of the marks out, as the scripts of the site have it.

The rules are those of `frontend/marking/` and of the kinds' `page.js`; what is typed is read by `texts/typed.py` and
`texts/numbers.py`, whose tables the scripts share. A test marks the same answers by both. What a kind is called decides nothing:
its abilities (`model/abilities.py`) say how it is answered.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from quizbank.model.part import NumberKey
from quizbank.model.question import Question
from quizbank.texts.numbers import read_number
from quizbank.texts.typed import forms

# Characters. No box of the site takes so many for a word or a number; in a file that somebody made, they could cost minutes.
LONGEST = 2000
# What stands among the ticked points where the learner found their reason to be ours.
REASON = "reason"


@dataclass(frozen=True)
class Response:
    """A learner's response as the site stores it: the values picked, the points ticked, the texts by their boxes."""

    picked: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All that was typed."""
        return " ".join(self.typed.values()).strip()


NOTHING = Response()


@dataclass(frozen=True)
class Verdict:
    """What marking says of a response.

    `share` is that of the marks, from 0 to 1. A `blank` response holds no answer, or none that can be read. `some_right` says
    that something was right though the share came to 0, so that no marks are taken.
    """

    share: Fraction
    blank: bool = False
    some_right: bool = False


def verdict(question: Question, response: Response) -> Verdict:
    """Return the verdict of a response to a question that is answered by itself. Raises TypeError for a case."""
    if question.choices or question.rows:
        return _picked(question, response.picked)
    if question.ticks:
        return Verdict(_ticked(question, response.points), not response.text)
    if question.accepted_answers:
        return _words(question.accepted_answers, response.text)
    if question.number_key:
        return _number(question.number_key, response.text)
    raise TypeError(f"{question.id}: nothing says how the kind '{question.kind}' is marked")


def known_values(question: Question) -> frozenset[str]:
    """Return the names of all choices of a question as it is now, in a stored answer."""
    in_rows = (value for row in question.rows for value in row.choices.values())
    return frozenset((*(choice.value for choice in question.choices), *in_rows))


def _picked(question: Question, picked: tuple[str, ...]) -> Verdict:
    if question.rows:
        return Verdict(_of_rows([row.right for row in question.rows], picked), not picked)
    right = [choice.value for choice in question.choices if choice.right]
    if question.partial_marks and not question.coded_choices:
        return _by_shares(picked, right, len(question.choices) - len(right))
    return Verdict(Fraction(set(picked) == set(right)), not picked)


def _of_rows(right: list[str], picked: Iterable[str]) -> Fraction:
    return Fraction(len(set(right).intersection(picked)), len(right))


def _by_shares(picked: tuple[str, ...], right: list[str], wrong: int) -> Verdict:
    """Return the verdict by the rule of `kinds/multiple_choice/__init__.py`. `wrong` is the number of wrong options offered."""
    hits = len(set(right).intersection(picked))
    misses = len(set(picked)) - hits
    share = max(Fraction(0), Fraction(hits, len(right)) - Fraction(misses, min(len(right), wrong)))
    return Verdict(share, not picked, some_right=bool(hits) and not share)


def _ticked(question: Question, points: Iterable[str]) -> Fraction:
    ticks = question.ticks
    return min(Fraction(1), Fraction(sum(ticks.get(point, 0) for point in set(points)), question.marks))


def _words(accepted: Iterable[str], text: str) -> Verdict:
    own = forms(text) if len(text) <= LONGEST else [""]
    right = any(form in own for answer in accepted for form in forms(answer))
    return Verdict(Fraction(bool(own[0]) and right), blank=not own[0])


def _number(key: NumberKey, text: str) -> Verdict:
    value = read_number(text, key.unit)
    return Verdict(Fraction(value is not None and _is_near(value, key)), blank=value is None)


def _is_near(value: Decimal, key: NumberKey) -> bool:
    """Compare as the script does, in binary: forgive as much as rounding can make of a difference, and no more."""
    one, other = float(value), float(key.value)
    rounding = 2 * sys.float_info.epsilon * max(abs(one), abs(other))
    return abs(one - other) <= float(key.tolerance) + rounding
