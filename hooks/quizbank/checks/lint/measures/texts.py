"""What a question says, by the part that it plays: what is asked, what the notes teach by it, and the reasons beside it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from quizbank.checks.lint.measures.negatives import negative_of
from quizbank.checks.lint.measures.words import any_of
from quizbank.kinds.choices import Choice
from quizbank.model.question import Question

Path = tuple[str | int, ...]

# What is no text for the learner. The questions of a case are looked at one by one.
_NO_TEXT = frozenset(Question.model_fields) - {"explanation", "hint"} | {"questions", "misconception", "codes", "keep_order"}
_FEEDBACK = ("explanation", "hint", "working", "common")
_BLANK = re.compile(r"_{2,}")
# A stem that asks for the wrong line has a false claim as its key.
_ASKS_FOR_FAULTS = any_of(
    *("false", "wrong", r"weak\w*", "mistakes?", "errors?", "untrue", "overclaims?", r"exaggerat\w+", "flaws?", "faults?"),
    *("too far", "too strong", "misleading"),
)


def texts_of(question: Question) -> Iterator[tuple[Path, str]]:
    """Yield every text that a learner reads, with its place in the question."""
    return _walk(question, ())


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _NO_TEXT:
                yield from _walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _walk(one, (*path, index))


def reasons_of(question: Question) -> Iterator[tuple[Path, str]]:
    """Yield the reasons beside options, statements, pairs and whatever else the kind has, with their places."""
    return ((path, text) for path, text in texts_of(question) if _is_reason(path))


def _is_reason(path: Path) -> bool:
    return any(isinstance(step, str) and step.startswith("why") for step in path)


def spot(path: Path) -> str:
    """Tell a place in a question in words: 'options, 2, why', counting from 1."""
    return ", ".join(str(step + 1) if isinstance(step, int) else step for step in path)


def stem_of(question: Question) -> str:
    """Return what the learner is asked, whatever its kind calls it."""
    parts = ("passage", "stem", "assertion", "reason")
    return " ".join(getattr(question, part) for part in parts if isinstance(getattr(question, part, None), str))


def own_stem(question: Question) -> str:
    """Return the stem that the author wrote, or an empty text where it is the one that the kind supplies."""
    field = type(question).model_fields.get("stem")
    return "" if field is not None and field.default == question.stem else stem_of(question)  # type: ignore[attr-defined]


def choices_of(question: Question) -> list[Choice]:
    """Return the choices of a question that has a list of them with words of its own, else an empty list."""
    own = question.kind in ("single-choice", "multiple-choice", "odd-one-out")
    return list(question.choices) if own else []  # type: ignore[attr-defined]


def single_key(question: Question) -> tuple[Choice, list[Choice]] | None:
    """Return the one right choice and the others, or None for a question that has no single right choice in words."""
    choices = choices_of(question)
    right = [choice for choice in choices if choice.right]
    return (right[0], [choice for choice in choices if not choice.right]) if len(right) == 1 else None


def keys_of(question: Question) -> list[str]:
    """Return the words that are right where a learner picks or types words: right choices and accepted answers."""
    return [choice.text for choice in choices_of(question) if choice.right] + list(getattr(question, "answers", ()))


def situation_of(question: Question) -> str:
    """Return what describes the situation: stem, statements, steps, items, entries to be matched; no options, no feedback."""
    told = [
        text for path, text in texts_of(question) if path[0] in ("statements", "steps", "items", "pairs") and not _is_reason(path)
    ]
    return " ".join([stem_of(question), *told])


def asserted(question: Question) -> list[str]:
    """Return every text that the question teaches as right: its key in words, and all its feedback."""
    feedback = [text for path, text in texts_of(question) if path[0] in _FEEDBACK or _is_reason(path)]
    return [*_ASSERTED.get(question.kind, lambda _: [])(question), *feedback]


def _right_choices(question: Any) -> list[str]:
    if _ASKS_FOR_FAULTS.search(question.stem):
        return []
    inverted = negative_of(question.stem) is not None
    return [_completed(question.stem, choice.text) for choice in question.choices if choice.right is not inverted]


def _completed(stem: str, answer: str) -> str:
    """Return the answer as the sentence that it makes with its stem."""
    if _BLANK.search(stem):
        return _BLANK.sub(lambda _: answer, stem)
    return f"{stem[:-1]} {answer}" if stem.endswith(":") else answer


def _true_ones(question: Any) -> list[str]:
    return [statement.text for statement in question.statements if statement.correct]


def _true_parts(question: Any) -> list[str]:
    return [question.assertion] * (question.answer in "ABC") + [question.reason] * (question.answer in "ABD")


_ASSERTED: dict[str, Callable[[Any], list[str]]] = {
    "single-choice": _right_choices,
    "multiple-choice": _right_choices,
    "odd-one-out": lambda question: [choice.text for choice in question.choices if not choice.right],
    "true-false": lambda question: [question.stem] * question.answer,
    "assertion-reason": _true_parts,
    "statements": _true_ones,
    "fill-in": lambda question: [_completed(question.stem, answer) for answer in question.answers],
    "matching": lambda question: [f"{pair.left} {pair.right}" for pair in question.pairs],
    "ordering": lambda question: [step.text for step in question.steps],
    "short-answer": lambda question: [question.answer, *(point.text for point in question.points)],
    "distinguish": lambda question: [text for basis in question.bases for text in (basis.first, basis.second)],
    "case": lambda question: [question.passage],
}
