"""JSON values as questions: each object as the dataclass of its place, with every field looked at."""

import json
import types
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_origin, get_type_hints

from quizbank.exchange import portable, shapes
from quizbank.exchange.portable import Portable
from quizbank.imports.reader import Found, NotReadable, Refused, Taken

_NAMES = {**vars(shapes), **vars(portable)}
_SHAPES = {shape.__name__.lower(): shape for shape in shapes.SHAPES}


class _Wrong(Exception):
    """A value that is none of its place; the message says where and what was expected."""


def read(text: str) -> Found:
    """Return the questions of a document. Raises NotReadable where it is no such document."""
    document = _document(text)
    taken: list[Taken] = []
    refused: list[Refused] = []
    for deck, number, value, line in _questions(document, text):
        try:
            taken.append(Taken(_built(Portable, value, f"question {number}"), line, deck))
        except _Wrong as fault:
            refused.append(Refused(line, f"{deck}: question {number}", str(fault)))
    return Found(tuple(taken), tuple(refused))


def _document(text: str) -> Mapping[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as fault:
        raise NotReadable(f"expected JSON, got what is none ({fault.msg})", fault.lineno) from None
    except (RecursionError, ValueError):
        raise NotReadable("expected JSON as 'quizbank export json' writes it, got values too deep or too long to read") from None
    if not isinstance(document, dict) or document.get("format") != "quizbank":
        raise NotReadable("expected JSON as 'quizbank export json' writes it, got another kind")
    if document.get("version") != 1 or not isinstance(document.get("decks"), list):
        raise NotReadable(f"expected version 1 with a list of decks, got version {document.get('version')!r}")
    return document


def _questions(document: Mapping[str, Any], text: str) -> Iterator[tuple[str, int, Any, int]]:
    """Yield each question with its chapter, its place and the line of its id."""
    start = 0
    for deck in document["decks"]:
        asked = deck.get("questions") if isinstance(deck, dict) else None
        name = str(deck.get("name", "")) if isinstance(deck, dict) else ""
        for number, value in enumerate(asked if isinstance(asked, list) else (), 1):
            own = value.get("id") if isinstance(value, dict) else None
            place = text.find(f'"id": {json.dumps(own, ensure_ascii=False)}', start) if isinstance(own, str) else -1
            start = max(start, place)
            yield name, number, value, text.count("\n", 0, start) + 1


def _built(model: Any, value: Any, where: str) -> Any:
    """Return a value as what a type says: a dataclass, a tuple, a number, a text. Raises _Wrong."""
    origin, arguments = get_origin(model), get_args(model)
    if origin is tuple:
        return _tuple(arguments, value, where)
    if origin in (types.UnionType, getattr(types, "UnionType", None)) or (arguments and type(None) in arguments):
        return None if value is None else _one_of([each for each in arguments if each is not type(None)], value, where)
    if is_dataclass(model):
        return _object(model, value, where)
    return _plain(model, value, where)


def _one_of(models: list[Any], value: Any, where: str) -> Any:
    if len(models) == 1:
        return _built(models[0], value, where)
    shape = value.get("shape") if isinstance(value, dict) else None
    if not isinstance(shape, str) or shape not in _SHAPES:
        raise _Wrong(f"{where}: expected an answer whose shape is one of {', '.join(_SHAPES)}, got {shape!r}")
    return _object(_SHAPES[shape], value, where)


def _object(model: Any, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise _Wrong(f"{where}: expected an object, got {type(value).__name__}")
    hints = get_type_hints(model, _NAMES)
    known = {each.name for each in fields(model)} | ({"shape"} if model in _SHAPES.values() else set())
    if strange := sorted(set(value) - known):
        raise _Wrong(f"{where}: expected one of the fields {', '.join(sorted(known))}, got '{strange[0]}'")
    needed = [each.name for each in fields(model) if each.default is MISSING and each.default_factory is MISSING]
    if missing := [name for name in needed if name not in value]:
        raise _Wrong(f"{where}: expected the field '{missing[0]}', got none")
    return model(**{name: _built(hints[name], each, f"{where}, {name}") for name, each in value.items() if name != "shape"})


def _tuple(arguments: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _Wrong(f"{where}: expected a list, got {type(value).__name__}")
    return tuple(_built(arguments[0], each, f"{where} {number}") for number, each in enumerate(value, 1))


def _plain(model: Any, value: Any, where: str) -> Any:
    try:
        if model is Decimal and isinstance(value, str) and Decimal(value).is_finite() and len(value) < 40:
            return Decimal(value)
        if model is bytes and isinstance(value, str):
            return b64decode(value, validate=True)
    except (InvalidOperation, ValueError):
        pass
    if model in (str, bool, int) and type(value) is model:
        return value
    raise _Wrong(f"{where}: expected {_CALLED.get(model, 'a text')}, got {value!r}"[:200])


_CALLED = {Decimal: "a number as a text", bytes: "bytes in Base64", bool: "true or false", int: "a whole number"}
