"""What can be said of a question beyond the mistakes in its keys, so that an author does not need a second round.

A misspelt key hides the rules between keys: they are checked only when all keys are sound. So the question is read once more
with its keys as they were meant.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quizbank.problems.wording import Fault, Place, faults_in, meant_places


def second_look(
    data: object, errors: ValidationError, model: type[BaseModel], read: Callable[[Any], object], known: Sequence[Fault]
) -> Iterator[Fault]:
    """Yield the mistakes that show only when unknown keys are put right, and are not among the `known` ones.

    `data` is what the author wrote, `errors` what is wrong with it as `model`; `read` reads it again and raises ValidationError.
    """
    corrected = _corrected(data, errors.errors(include_url=False), model)
    if corrected is None:
        return
    try:
        read(corrected)
    except ValidationError as others:
        yield from (fault for fault in faults_in(others, model) if fault not in known)


def _corrected(data: object, details: Sequence[ErrorDetails], model: type[BaseModel]) -> dict[str, Any] | None:
    """Return the data without unknown keys, or with what they were meant to be; None when there are no unknown keys."""
    unknown: list[Place] = [error["loc"] for error in details if error["type"] == "extra_forbidden"]
    if not unknown or not isinstance(data, Mapping):
        return None
    meant = meant_places(details, model)
    copy = deepcopy(dict(data))
    for place in unknown:
        parent = _at(copy, place[:-1])
        if isinstance(parent, dict) and place[-1] in parent:
            value = parent.pop(place[-1])
            around = _at(copy, meant[place][:-1]) if place in meant else None
            if isinstance(around, dict):
                around.setdefault(meant[place][-1], value)
    return copy


def _at(data: Any, place: Place) -> Any:
    for step in place:
        fits = isinstance(step, int) and isinstance(data, list) and step < len(data)
        data = data[step] if fits or (isinstance(data, dict) and step in data) else None
    return data
