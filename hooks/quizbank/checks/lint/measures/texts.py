"""What a question says, by the part that it plays: what is asked, what the notes teach by it, and the reasons beside it."""

from collections.abc import Iterator
from typing import Any

from quizbank.checks.lint.measures.negatives import negative_of
from quizbank.checks.lint.measures.words import any_of
from quizbank.model.part import Choice, Part
from quizbank.model.question import Question

Path = tuple[str | int, ...]

# What all kinds have and no learner reads.
_UNREAD = frozenset(Question.model_fields) - set(Question.feedback_fields)
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
    elif isinstance(value, Part) and not (path and isinstance(value, Question)):  # those of a case are looked at one by one
        unread = value.no_text | _UNREAD if isinstance(value, Question) else value.no_text
        for name in type(value).model_fields:
            if name not in unread:
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
    """Describe a place in a question in words: 'options, 2, why', counting from 1."""
    return ", ".join(str(step + 1) if isinstance(step, int) else step for step in path)


def own_stem(question: Question) -> str:
    """Return the stem that the author wrote, or an empty text where it is the one that the kind supplies."""
    field = type(question).model_fields.get("stem")
    return "" if field is not None and field.default == question.stem_text else question.stem_text


def choices_of(question: Question) -> list[Choice]:
    """Return the choices of a question that has a list of them with words of its own, else an empty list."""
    return list(question.choices) if question.worded_choices else []


def single_key(question: Question) -> tuple[Choice, list[Choice]] | None:
    """Return the one right choice and the others, or None for a question that has no single right choice in words."""
    choices = choices_of(question)
    right = [choice for choice in choices if choice.right]
    return (right[0], [choice for choice in choices if not choice.right]) if len(right) == 1 else None


def keys_of(question: Question) -> list[str]:
    """Return the words that are right where a learner picks or types words: right choices and accepted answers."""
    return [choice.text for choice in choices_of(question) if choice.right] + list(question.accepted_answers)


def situation_of(question: Question) -> str:
    """Return what describes the situation: stem, statements, steps, items, entries to be matched; no options, no feedback."""
    told = [text for path, text in texts_of(question) if path[0] in question.situation_fields and not _is_reason(path)]
    return " ".join([question.stem_text, *told])


def asserted(question: Question) -> list[str]:
    """Return every text that the question teaches as right: its key in words, and all its feedback."""
    feedback = [text for path, text in texts_of(question) if path[0] in question.feedback_fields or _is_reason(path)]
    return [*question.asserted(_sought(question.stem_text)), *feedback]


def _sought(stem: str) -> bool | None:
    """Return what a stem asks for: True for what holds, False for what does not, None for a claim that is at fault."""
    return None if _ASKS_FOR_FAULTS.search(stem) else negative_of(stem) is None
