"""The JSON Schema of our JSON, made from the dataclasses that it holds (https://json-schema.org/draft/2020-12)."""

import inspect
import json
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from quizbank.exports.format import Collection
from quizbank.exports.json.encode import shape_of

FORMAT_NAME, VERSION = "quizbank", 1
_ROOT = Collection
_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    type(None): {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    datetime: {"type": "string", "format": "date-time"},
}


def questions_schema() -> str:
    """Return the schema as JSON text that ends in a newline."""
    definitions: dict[str, Any] = {}
    whole = _object(_ROOT, definitions)
    head = {"$schema": {"type": "string"}, "format": {"const": FORMAT_NAME}, "version": {"const": VERSION}}
    whole |= {"properties": head | whole["properties"], "required": [*head, *whole["required"]]}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Questions of a course",
        **whole,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _object(model: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(model)
    shape = {key: {"const": name} for key, name in shape_of(model).items()}
    properties = shape | {field.name: _of(hints[field.name], definitions) for field in fields(model)}
    return {
        "description": " ".join((inspect.getdoc(model) or "").split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type; that of a dataclass stands once, in `definitions`."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if get_origin(hint):
        return _of_parts(get_origin(hint), get_args(hint), definitions)
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}  # a question holds questions
        definitions[hint.__name__] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _of_parts(origin: Any, parts: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(parts[1], definitions)}
    if origin is UnionType:
        return {"anyOf": [_of(part, definitions) for part in parts]}
    if parts[-1] is Ellipsis:
        return {"type": "array", "items": _of(parts[0], definitions)}
    each = [_of(part, definitions) for part in parts]
    return {"type": "array", "prefixItems": each, "minItems": len(each), "maxItems": len(each)}
