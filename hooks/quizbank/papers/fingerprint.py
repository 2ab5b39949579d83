"""The fingerprint of a drawn paper: six letters and digits by which paper, sheet, key and code show that they belong together.

It follows the paper's rules, the set's letter, and each question's id, printed content and order. Another fingerprint is another
paper; one change in ten million leaves it the same by chance. `frontend/mock/fingerprint.js` does the same for mock exams.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from quizbank.model.question import Question
from quizbank.papers.blueprint import Blueprint
from quizbank.papers.draw import below

# No letters that are taken for digits or for each other when they are read out or copied: no 0, O, 1, I, L and U.
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 6, 3
# What neither paper nor key prints.
_UNPRINTED = {"section", "objective", "bloom", "hint", "facts", "source", "as_of", "waive", "misconception", "questions"}
_OF_THE_DRAW = {"name", "file", "publish", "bloom_share", "kinds", "chapters", "waive"}


def fingerprint(paper: Blueprint, letter: str, sections: Iterable[Sequence[Question]]) -> str:
    """Return the fingerprint of one set, such as 'K7F-Q2M'. `sections` are its questions in their order."""
    asked = ";".join(",".join(f"{question.id}={content_hash(question)}" for question in questions) for questions in sections)
    chance = below(f"{paper.name}/{rules_hash(paper)}/{letter}/{asked}")
    text = "".join(LETTERS[chance(len(LETTERS))] for _ in range(LENGTH))
    return f"{text[:GROUP]}-{text[GROUP:]}"


def bare(text: str) -> str:
    """Return a fingerprint as one may type it, without what makes no difference: 'k7f q2m' is 'K7FQ2M'."""
    return "".join(letter for letter in text.upper() if letter in LETTERS)


def content_hash(question: Question) -> str:
    """Return four characters that follow the content of a question."""
    return _hash(content(question))


def content(question: Question) -> list[Any]:
    """Return what paper and key print of a question, and the order of its options, as JSON.

    Marks count where they belong to points of the answer; elsewhere the section gives them.
    """
    marks = set() if question.fixed_marks else {"marks"}
    return [_printed(question, marks), [[_printed(part), part.order] for part in question.inner], question.order]


def rules_hash(paper: Blueprint) -> str:
    """Return four characters that follow what is printed around a paper's questions: title, instructions, time and marks."""
    return _hash(_without(paper.model_dump(mode="json", exclude_defaults=True), _OF_THE_DRAW))


def _printed(question: Question, more: Iterable[str] = ()) -> Any:
    # Defaults stay out, so that a new field of a kind changes no fingerprint.
    printed = _without(question.model_dump(mode="json", exclude_defaults=True), {*_UNPRINTED, *more})
    return {**printed, "picture": [printed["picture"], question.picture.image.digest]} if question.picture else printed


def _without(value: Any, keys: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: inner if type(inner) is str else _without(inner, keys) for key, inner in value.items() if key not in keys}
    return [_without(inner, keys) for inner in value] if isinstance(value, list) else value


def _hash(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())[:4].decode()
