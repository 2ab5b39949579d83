"""Compares the stems of the whole site: the same question twice is one question too many."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from quizbank.checks.lint.findings import Finding
from quizbank.checks.lint.measures.pairs import similar_pairs
from quizbank.checks.lint.measures.texts import own_stem
from quizbank.checks.lint.measures.words import normal, word_set, words
from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.problems.problem import Severity, question_name

SAME_STEM = "same-stem"
LIKE_STEMS = "like-stems"
_SHORT = 8  # words up to which two stems are similar by accident
_ALIKE = Fraction(85, 100)  # of the words of two stems, the share that they have in common


class _Asked(NamedTuple):
    bank: Bank
    question: Question
    stem: str


def like_stems(banks: Mapping[str, Bank]) -> list[Finding]:
    """[5] Return a finding for each stem or passage that says the same as one before it, an error, or nearly so, a warning."""
    asked = _asked(banks)
    return [*_same(asked), *_like(asked)]


def same_stems(banks: Mapping[str, Bank]) -> list[Finding]:
    """Return a finding for each stem or passage that says the same as one before it."""
    return list(_same(_asked(banks)))


def _asked(banks: Mapping[str, Bank]) -> list[_Asked]:
    return [_Asked(bank, question, own_stem(question)) for bank in banks.values() for question in bank.all_questions]


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
    for first, second in similar_pairs([word_set(one.stem) for one in known], _ALIKE):
        one, other = known[first], known[second]
        if normal(one.stem) != normal(other.stem):
            yield _finding("warning", LIKE_STEMS, one, other, "nearly that of")


def _finding(severity: Severity, check: str, first: _Asked, other: _Asked, how: str) -> Finding:
    message = f"expected stems that differ, got {how} '{first.question.id}' in {first.bank.file}"
    line = other.bank.line(other.question.id, "id")
    needs = (question_name(other.bank.name, other.question.id),)  # with an id of another question it is no question of its own
    return Finding(severity, check, other.bank.file, line, other.question.id, message, needs)
