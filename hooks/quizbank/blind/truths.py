"""Sentences to judge: whether cautious ones are true and absolute ones false more often than they should be."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from quizbank.blind.asked import Claim
from quizbank.blind.wording import Wording

Rule = Callable[[Claim], bool | None]


def hedged(claims: Sequence[Claim], wording: Wording) -> list[Claim]:
    """Return the sentences with a cautious word and no absolute one."""
    return [one for one in claims if wording.hedged.search(one.text) and not wording.absolute.search(one.text)]


def absolute(claims: Sequence[Claim], wording: Wording) -> list[Claim]:
    """Return the sentences with an absolute word and no cautious one."""
    return [one for one in claims if wording.absolute.search(one.text) and not wording.hedged.search(one.text)]


def rules(claims: Sequence[Claim], wording: Wording) -> Mapping[str, Rule]:
    """Return ways to judge a sentence by its words, by name.

    A rule that sees nothing says None, and what holds more often over all sentences is taken.
    """
    middle = median(len(one.text) for one in claims) if claims else 0
    return {
        "cautious sentences are true": lambda one: True if wording.hedged.search(one.text) else None,
        "absolute sentences are false": lambda one: False if wording.absolute.search(one.text) else None,
        "sentences that deny are false": lambda one: False if wording.denial.search(one.text) else None,
        "long sentences are true": lambda one: len(one.text) > middle,
    }


def accuracy(rule: Rule, claims: Sequence[Claim]) -> float:
    """Return the share of the sentences that the rule judges rightly, from 0 to 1."""
    usual = 2 * sum(one.true for one in claims) >= len(claims)
    judged = (rule(one) for one in claims)
    return sum((usual if said is None else said) == one.true for said, one in zip(judged, claims, strict=True)) / len(claims)
