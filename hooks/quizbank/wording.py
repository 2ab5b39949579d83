"""Mistakes inside what a model reads, each with its place, in an author's words: 'expected X, got Y'."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quizbank.problems import did_you_mean, nearest

Place = tuple[int | str, ...]

# Patterns of `fields.py`, told in words.
_SHAPES = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words joined by hyphens, such as 'front-office'",
    r"^[^<>\x00-\x1f\x7f\x85\u2028\u2029]+$": "one line of text without '<' and '>'",
    r"^[A-Z]$": "one capital letter",
    r"^LO\d+\.\d+$": "an objective's id, such as 'LO2.1'",
}


_LONGEST_QUOTATION = 100  # characters of what an author wrote


class Fault(NamedTuple):
    """One mistake: the keys and indexes that lead to it, and the sentence that tells it."""

    place: Place
    message: str


class Faults(ValueError):
    """Mistakes that a validator found, all of them. Their places begin below the value that it looked at."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


def refuse(faults: Iterable[Fault]) -> None:
    """Raise Faults with all the faults, if there are any."""
    found = tuple(faults)
    if found:
        raise Faults(found)


def faults_in(errors: ValidationError, model: type[BaseModel]) -> Iterator[Fault]:
    """Yield every mistake that was found while reading a mapping as `model`, the Faults of its validators among them."""
    details = errors.errors(include_url=False)
    misspelt = set(_misspelt(details, model))
    for error in details:
        inner = error.get("ctx", {}).get("error")
        if isinstance(inner, Faults):
            yield from (Fault((*error["loc"], *fault.place), fault.message) for fault in inner.faults)
        elif error["loc"] not in misspelt and not _counts_only_sound_items(error):
            yield Fault(tuple(step for step in error["loc"] if step != "[key]"), _explain(error, model))


def _misspelt(details: Sequence[ErrorDetails], model: type[BaseModel]) -> Iterator[Place]:
    """Yield the missing keys that stand there under nearly their name: the unknown key is told, and what was meant by it."""
    missing = {error["loc"] for error in details if error["type"] == "missing"}
    for error in details:
        if error["type"] == "extra_forbidden":
            *parents, key = error["loc"]
            yield from missing & {(*parents, nearest(str(key), _keys(model, tuple(parents))) or "")}


def _counts_only_sound_items(error: ErrorDetails) -> bool:
    """Say whether pydantic found too few only because it left out the items whose own mistakes it has told."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _explain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Return one sentence for one error that pydantic found while reading a mapping as `model`."""
    kind, got = error["type"], error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    match kind:
        case "missing":
            return f"expected the key '{error['loc'][-1]}', got none"
        case "extra_forbidden":
            return _unknown_key(str(error["loc"][-1]), _keys(model, error["loc"][:-1]))
        case "string_too_long" | "too_long" if isinstance(got, str):
            return f"expected at most {context['max_length']:,} characters, got {len(got):,}; shorten or divide the text"
        case "value_error":
            return str(context["error"])
        case "literal_error":
            return f"expected one of {context['expected']}, got {_shown(got)}{_nearest(got, context['expected'])}"
        case "string_pattern_mismatch":
            shape = _SHAPES.get(context["pattern"], f"text that fits the pattern {context['pattern']}")
            return f"expected {shape}, got {_shown(got)}"
    counted = kind in ("too_short", "too_long") and got
    return f"expected {_wanted(kind, context)}, got {len(got) if counted else _shown(got)}"


def unknown_kind(kind: object, known: Collection[str]) -> str:
    """Return one sentence for a question whose `kind` is none of the known ones; None stands for no kind at all."""
    names = ", ".join(known)
    if kind is None:
        return f"expected the key 'kind' with one of {names}, got none"
    return f"expected one of {names}, got {_shown(kind)}{did_you_mean(str(kind), known)}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: '1 mark', '2 marks', '2 bases'."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _wanted(kind: str, context: dict[str, Any]) -> str:
    if kind in ("too_short", "too_long"):
        bound, count = ("at least", context["min_length"]) if kind == "too_short" else ("at most", context["max_length"])
        return f"{bound} {counted(count, 'item')}"
    if kind.endswith("_equal"):
        bound = "at least" if kind.startswith("greater") else "at most"
        return f"{bound} {context.get('ge', context.get('le'))}"
    if kind.startswith("bool"):
        return "yes or no"
    if kind.startswith("int"):
        return "a whole number"
    if kind.startswith("decimal"):
        return "a number of up to 12 digits and 6 decimals, without commas or unit"
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
    if len(text) > _LONGEST_QUOTATION:
        text = f"{text[:_LONGEST_QUOTATION]} …"
    return f"'{text}'" if text else "nothing"


def _unknown_key(key: str, known: Sequence[str]) -> str:
    return f"expected one of the keys {', '.join(known)}, got '{key}'{did_you_mean(key, known)}"


def _nearest(got: Any, expected: str) -> str:
    return did_you_mean(str(got), [word.strip("' ") for part in expected.split(",") for word in part.split(" or ")])


def _keys(model: type[BaseModel], path: Place) -> list[str]:
    """Return the keys of the mapping that stands at `path` below one that `model` reads."""
    for step in path:
        if isinstance(step, int) or step not in model.model_fields:  # an item of a list, or of a mapping with free keys
            continue
        annotation = model.model_fields[step].annotation
        inner = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type) and issubclass(part, BaseModel)]
        if not inner:
            return []
        model = inner[0]
    return sorted(model.model_fields)
