"""Mistakes inside what a model reads, each with its place, in an author's words: 'expected X, got Y'."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quizbank.problems.problem import curly_quotes, did_you_mean, nearest, unseen

Place = tuple[int | str, ...]

# Patterns of `fields.py`, in words.
_SHAPES = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words joined by hyphens, such as 'front-office'",
    r"^[^<>\x00-\x1f\x7f\x85\u2028\u2029]+$": "one line of text without '<' and '>'",
    r"^[A-Z]$": "one capital letter",
    r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpe?g)$": "the name of a PNG or JPEG file in quizzes/pictures/, such as 'leaf-cell.png'",
    r"^#[0-9a-f]{6}$": "a colour such as '#12506b'",
    r"^[a-z0-9][a-z0-9/_-]*\.md$": "a page such as 'glossary.md'",
    r"^LO\d+\.\d+$": "an objective's id, such as 'LO2.1'",
}


_LONGEST_QUOTATION = 100  # characters of what an author wrote


class Fault(NamedTuple):
    """One mistake: the keys and indexes that lead to it, and the sentence that reports it."""

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
    misspelt = set(meant_places(details, model).values())
    for error in details:
        inner = error.get("ctx", {}).get("error")
        if isinstance(inner, Faults):
            yield from (Fault((*error["loc"], *fault.place), fault.message) for fault in inner.faults)
        elif error["loc"] not in misspelt and not _counts_only_sound_items(error):
            yield Fault(tuple(step for step in error["loc"] if step != "[key]"), _explain(error, model))


def meant_places(details: Sequence[ErrorDetails], model: type[BaseModel]) -> dict[Place, Place]:
    """Return, by the place of each unknown key, the place of the missing key that it was meant to be.

    That has nearly the same name, or the same name in a mapping further out or further in.
    """
    missing = [error["loc"] for error in details if error["type"] == "missing"]
    unknown = [error["loc"] for error in details if error["type"] == "extra_forbidden"]
    meant = {place: next(iter(_meant(place, missing, model)), None) for place in unknown}
    return {place: target for place, target in meant.items() if target is not None}


def _meant(place: Place, missing: Sequence[Place], model: type[BaseModel]) -> Iterator[Place]:
    *parents, key = place
    near = nearest(str(key), _keys(model, tuple(parents)))
    depth = _outer_depth(str(key), tuple(parents), model)
    for target in missing:
        same_mapping = target == (*parents, near)
        outside = depth is not None and target == (*parents[:depth], key)
        inside = target[-1] == key and len(target) == len(place) + 2 and target[: len(parents)] == tuple(parents)
        if same_mapping or outside or inside:
            yield target


def _outer_depth(key: str, parents: Place, model: type[BaseModel]) -> int | None:
    """Return how many steps of `parents` lead to the mapping around it that does have the key, or None."""
    return next((depth for depth in range(len(parents) - 1, -1, -1) if key in _keys(model, parents[:depth])), None)


def _inner_list(key: str, parents: Place, model: type[BaseModel]) -> str:
    """Return the key of a list whose entries have the key that does not belong where it stands, or ''."""
    if key in _keys(model, parents):
        return ""
    return next((name for name in _keys(model, parents) if key in _entry_keys(model, (*parents, name))), "")


def _entry_keys(model: type[BaseModel], path: Place) -> list[str]:
    """Return the keys of the entries of a list of mappings at `path`, or none where there is no such list."""
    inner = _keys(model, path)
    return inner if inner != _keys(model, path[:-1]) else []


def _counts_only_sound_items(error: ErrorDetails) -> bool:
    """Say whether pydantic found too few only because it left out the items whose own mistakes it has reported."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _explain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Return one sentence for one error that pydantic found while reading a mapping as `model`."""
    kind, got = error["type"], error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    match kind:
        case "missing":
            return f"expected the key '{error['loc'][-1]}', got none"
        case "extra_forbidden":
            return _unknown_key(str(error["loc"][-1]), error["loc"][:-1], model)
        case "string_too_long" | "too_long" if isinstance(got, str):
            return f"expected at most {context['max_length']:,} characters, got {len(got):,}; shorten or divide the text"
        case "value_error":
            return str(context["error"])
        case "literal_error":
            return f"expected one of {context['expected']}, got {_shown(got)}{_nearest(got, context['expected'])}"
        case "string_pattern_mismatch":
            shape = _SHAPES.get(context["pattern"], f"text that fits the pattern {context['pattern']}")
            return f"expected {shape}, got {_shown(got)}{_unseen_in(got)}"
        case "model_type" | "model_attributes_type" if keys := _entry_keys(model, _without_indexes(error["loc"])):
            return f"expected the keys {', '.join(keys)} with their values, got {_shown(got)}"
    items = kind in ("too_short", "too_long") and got
    return f"expected {_wanted(kind, context)}, got {len(got) if items else _shown(got) + _unseen_in(got)}"


def _without_indexes(place: Place) -> Place:
    return tuple(step for step in place if isinstance(step, str))


def unknown_kind(kind: object, known: Collection[str]) -> str:
    """Return one sentence for a question whose `kind` is none of the known ones; None stands for no kind at all."""
    names = ", ".join(known)
    if kind is None:
        return f"expected the key 'kind' with one of {names}, got none"
    return f"expected one of {names}, got {_shown(kind)}{did_you_mean(str(kind), known)}"


def counted(number: int | Decimal, one: str, many: str = "") -> str:
    """Return a number, without needless zeros, with its noun: '1 mark', '0.25 marks', '2 bases'."""
    digits = f"{number.normalize():f}" if isinstance(number, Decimal) else number
    return f"{digits} {one if number == 1 else many or f'{one}s'}"


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
    return "keys with their values, such as 'key: value'"


def _unseen_in(value: Any) -> str:
    """Return what cannot be seen in a value that is wrong: without that the message would show what it asks for."""
    if not isinstance(value, str):
        return ""
    if name := unseen(value):
        return f" with a {name} in it"
    quotes = curly_quotes(value)
    return f"; the curly quotation marks {quotes} are part of the text, type straight ones or none" if quotes else ""


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list" if value else "an empty list"
    text = " ".join(str(value).split())  # a message is one line
    if len(text) > _LONGEST_QUOTATION:
        text = f"{text[:_LONGEST_QUOTATION]} …"
    return f"'{text}'" if text else "nothing"


def _unknown_key(key: str, parents: Place, model: type[BaseModel]) -> str:
    known = _keys(model, parents)
    depth = _outer_depth(key, parents, model)
    if depth is not None:
        around = next((step for step in reversed(parents[:depth]) if isinstance(step, str)), "")
        hint = f"; it belongs to the {f'entry of {around}' if around else 'mapping'} around this: put fewer spaces before it"
    elif name := _inner_list(key, parents, model):
        hint = f"; it belongs to an entry of '{name}': put more spaces before it"
    else:
        hint = did_you_mean(key, known)
    return f"expected one of the keys {', '.join(known)}, got '{key}'{hint}"


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
