"""Questions as JSON values: an object for each dataclass, with its fields under their names."""

from base64 import b64encode
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from quizbank.exchange.shapes import SHAPES

SHAPE = "shape"


def encoded(value: Any) -> Any:
    """Return a value as JSON has it.

    Numbers that are not whole are strings, so that no reader rounds them; bytes are Base64, times ISO 8601 in UTC; an answer says
    its shape. Raises TypeError for what no question holds.
    """
    match value:
        case str() | int() | None:
            return value
        case tuple():
            return [encoded(each) for each in value]
        case dict():
            return {key: encoded(value[key]) for key in sorted(value)}
        case Decimal():
            return f"{value:f}"
        case bytes():
            return b64encode(value).decode()
        case datetime():
            return value.astimezone(UTC).isoformat()
    if not is_dataclass(value):
        raise TypeError(f"expected a part of a question, got {value!r}")
    return shape_of(type(value)) | {field.name: encoded(getattr(value, field.name)) for field in fields(value)}


def shape_of(model: type) -> dict[str, Any]:
    """Return what says the shape of an answer: its name in small letters. Nothing for what is no answer."""
    return {SHAPE: model.__name__.lower()} if model in SHAPES else {}
