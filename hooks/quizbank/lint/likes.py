"""Compares the stems of the whole site: the same question twice is one question too many."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from quizbank.lint.findings import Finding, Severity
from quizbank.lint.texts import own_stem
from quizbank.lint.words import likeness, normal, words
from quizbank.model import Bank, Question

SAME_STEM = "same-stem"
LIKE_STEMS = "like-stems"
_SHORT = 8  # words up to which two stems are like by accident


class _Asked(NamedTuple):
    bank: Bank
    question: Question
    stem: str


def like_stems(banks: Mapping[str, Bank]) -> list[Finding]:
    """[5] Return a finding for each stem or passage that says the same as one before it, an error, or nearly so, a warning."""
    asked = [
        _Asked(bank, question, own_stem(question))
        for bank in banks.values()
        for question in {question.id: question for question in (*bank.questions, *bank.parts)}.values()
    ]
    return [*_same(asked), *_like(asked)]


def _same(asked: list[_Asked]) -> Iterator[Finding]:
    groups: dict[tuple[str, ...], list[_Asked]] = defaultdict(list)
    for one in asked:
        if one.stem:
            groups[normal(one.stem)].append(one)
    for first, *others in groups.values():
        for other in others:
            yield _finding("error", SAME_STEM, first, other, "the same as that of")


def _like(asked: list[_Asked]) -> Iterator[Finding]:
    known = [one for one in asked if len(words(one.stem)) > _SHORT]
    for one, other in combinations(known, 2):
        if likeness(one.stem, other.stem) >= 0.85 and normal(one.stem) != normal(other.stem):
            yield _finding("warning", LIKE_STEMS, one, other, "nearly that of")


def _finding(severity: Severity, check: str, first: _Asked, other: _Asked, how: str) -> Finding:
    message = f"expected stems that differ, got {how} '{first.question.id}' in {first.bank.file}"
    line = other.bank.line(other.question.id, "id")
    return Finding(severity, check, other.bank.file, line, other.question.id, message)
