"""Gaps of a draft: keys that are still empty or not there. They get words that say what is wanted, so the draft can be shown.

Without this a question that lacks one reason would be shown to nobody, its author included.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from pydantic import ValidationError

from quizbank.kinds import KINDS
from quizbank.model.question import Question
from quizbank.problems.wording import Fault, Place, faults_in

CHECK = "wanted"
_WORDS = {
    **dict.fromkeys(("why", "why_true", "why_false", "A", "B", "C", "D"), "a reason"),
    "explanation": "an explanation",
    "working": "the working",
    "alt": "a description of the picture",
    "common": "what the others have in common",
    "title": "a title",
}
# Of these no words are shown: what stands for them until they are there.
_NO_WORDS = {"section": CHECK, "bloom": "remember", "marks": "1"}


class Filled(NamedTuple):
    """A question whose gaps are filled, or None with all that is wrong; the gaps are known in both cases."""

    question: Question | None
    gaps: tuple[Fault, ...]
    others: tuple[Fault, ...]


def filled(raw: Mapping[str, Any], read: Callable[[Any], Question], model: type[Question], objective: str) -> Filled:
    """Return a draft with words in its gaps. `read` raises ValidationError; `objective` stands for a missing one."""
    faults = _faults(raw, read, model)
    gaps = tuple(fault for fault in faults if _filler(raw, fault.place, objective) and _is_gap(raw, fault.place))
    others = tuple(fault for fault in faults if fault not in gaps)
    if not gaps:
        return Filled(None, (), others)
    data = _with_words(raw, gaps, objective)
    later = _faults(data, read, model)
    own = tuple(fault for fault in gaps if not _is_handed_down(raw, fault.place))
    if later:
        return Filled(None, own, others or tuple(later))
    return Filled(read(data).with_gaps([fault.place for fault in gaps]), own, others)


def _faults(data: Any, read: Callable[[Any], Question], model: type[Question]) -> list[Fault]:
    try:
        read(data)
    except ValidationError as errors:
        return list(faults_in(errors, model))
    return []


def _filler(raw: Mapping[str, Any], place: Place, objective: str) -> str:
    """Return what stands in a gap, '' where nothing can."""
    key = place[-1] if place else ""
    if key == "objective":
        return objective
    if key in _NO_WORDS:
        return _NO_WORDS[str(key)]
    parent = _at(raw, place[:-1])
    words = _WORDS.get(str(key), "")
    if key == "answer" and isinstance(parent, dict) and _is_in_words(parent):
        words = "a model answer"
    if key == "text" and "points" in place:
        words = "what earns the marks"
    return f"**Wanted:** {words}" if words else ""


def _is_in_words(question: Mapping[str, Any]) -> bool:
    """Say whether the answer of a question's kind is a text of its author."""
    kind = KINDS.get(str(question.get("kind")))
    field = kind.model.model_fields.get("answer") if kind else None
    return field is not None and field.annotation is str


def _is_gap(raw: Mapping[str, Any], place: Place) -> bool:
    parent = _at(raw, place[:-1])
    value = parent.get(place[-1], "") if isinstance(parent, dict) else None
    return isinstance(value, str) and not value.strip()


def _is_handed_down(raw: Mapping[str, Any], place: Place) -> bool:
    """Say whether a question of a case misses only what the case misses too, from which it would have it."""
    return len(place) == 3 and place[0] == "questions" and place[2] in ("section", "objective") and not raw.get(str(place[2]))


def _with_words(raw: Mapping[str, Any], gaps: Iterable[Fault], objective: str) -> dict[str, Any]:
    data = deepcopy(dict(raw))
    for place, _ in gaps:
        _at(data, place[:-1])[place[-1]] = _filler(raw, place, objective)
    return data


def _at(data: Any, place: Place) -> Any:
    for step in place:
        fits = isinstance(step, int) and isinstance(data, list) and step < len(data)
        data = data[step] if fits or (isinstance(data, dict) and step in data) else None
    return data
