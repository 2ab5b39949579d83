"""Turns pydantic's account of a mistake into an author's words: 'expected X, got Y'."""

from collections.abc import Collection
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quizbank.problems import did_you_mean

# Patterns of `model.py`, told in words.
_SHAPES = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words joined by hyphens, such as 'front-office'",
    r"^[^<>\n]+$": "one line of text without '<' and '>'",
    r"^[A-Z]$": "one capital letter",
    r"^LO\d+\.\d+$": "an objective's id, such as 'LO2.1'",
}


class InnerFaults(ValueError):
    """What is wrong in a part that a model reads by another model."""

    def __init__(self, model: type[BaseModel], errors: ValidationError) -> None:
        super().__init__(str(errors))
        self.model = model
        self.errors = errors


def explain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Return one sentence for one error that pydantic found while reading a mapping as `model`."""
    kind, got = error["type"], error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    match kind:
        case "missing":
            return f"expected the key '{error['loc'][-1]}', got none"
        case "extra_forbidden":
            return _unknown_key(str(error["loc"][-1]), _model_at(model, error["loc"][:-1]))
        case "value_error":
            return str(context["error"])
        case "literal_error":
            return f"expected one of {context['expected']}, got {_shown(got)}{_nearest(got, context['expected'])}"
        case "string_pattern_mismatch":
            return f"expected {_SHAPES[context['pattern']]}, got {_shown(got)}"
    counted = kind in ("too_short", "too_long") and got
    return f"expected {_wanted(kind, context)}, got {len(got) if counted else _shown(got)}"


def unknown_kind(kind: object, known: Collection[str]) -> str:
    """Return one sentence for a question whose `kind` is none of the known ones; None stands for no kind at all."""
    names = ", ".join(known)
    if kind is None:
        return f"expected the key 'kind' with one of {names}, got none"
    return f"expected one of {names}, got '{kind}'{did_you_mean(str(kind), known)}"


def _wanted(kind: str, context: dict[str, Any]) -> str:
    if kind in ("too_short", "too_long"):
        bound, count = ("at least", context["min_length"]) if kind == "too_short" else ("at most", context["max_length"])
        return f"{bound} {count} item{'s' if count > 1 else ''}"
    if kind.endswith("_equal"):
        bound = "at least" if kind.startswith("greater") else "at most"
        return f"{bound} {context.get('ge', context.get('le'))}"
    if kind.startswith("bool"):
        return "yes or no"
    if kind.startswith("int"):
        return "a whole number"
    if kind.startswith("decimal") or kind == "finite_number":
        return "a number without commas or unit"
    if kind.startswith("string"):
        return "some text"
    if kind in ("tuple_type", "list_type"):
        return "a list"
    return "a mapping of keys to values"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list" if value else "an empty list"
    text = " ".join(str(value).split())  # a message is one line
    return f"'{text}'" if text else "nothing"


def _unknown_key(key: str, model: type[BaseModel] | None) -> str:
    known = sorted(model.model_fields) if model else []
    hint = did_you_mean(key, known)
    return f"expected one of the keys {', '.join(known)}, got '{key}'{hint}"


def _nearest(got: Any, expected: str) -> str:
    return did_you_mean(str(got), [word.strip("' ") for part in expected.split(",") for word in part.split(" or ")])


def _model_at(model: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Follow `path` through the model's fields to the model that reads the mapping there."""
    for step in path:
        if isinstance(step, int):
            continue
        annotation = model.model_fields[step].annotation
        inner = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type) and issubclass(part, BaseModel)]
        if not inner:
            return None
        model = inner[0]
    return model
