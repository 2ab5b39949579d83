"""Whether an entry is one that a bank takes: it is read as the bank's reader would read it, with words in its gaps."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from quizbank.banks.gaps import filled
from quizbank.imports.bank.answers import NotTaken
from quizbank.imports.bank.yaml_text import Bare, Gap, Remarked, Value
from quizbank.kinds import KINDS

_NO_KEY = "right option"


def as_read(value: Value) -> Any:
    """Return what the reader of banks finds: texts, lists and mappings; a gap is empty."""
    match value:
        case Gap():
            return ""
        case Bare() | Remarked():
            return value.text
        case str():
            return value
        case Mapping():
            return {key: as_read(inner) for key, inner in value.items()}
    return [as_read(inner) for inner in value]


def check(data: Mapping[str, Value], objective: str) -> None:
    """Raise NotTaken, with the first thing that is wrong, unless a bank takes an entry as it is or as a draft.

    An entry in which nobody says what is right is taken: its author sees that.
    """
    raw = as_read(dict(data))
    model = KINDS[raw["kind"]].model
    try:
        model.model_validate(raw)
    except ValidationError:
        found = filled(raw, model.model_validate, model, objective)
        wrong = [fault for fault in found.others if _NO_KEY not in fault.message or not fault.message.endswith("got none")]
        if found.question is None and wrong:
            place = ", ".join(str(step + 1) if isinstance(step, int) else step for step in wrong[0].place)
            raise NotTaken(f"{place}: {wrong[0].message}" if place else wrong[0].message) from None
