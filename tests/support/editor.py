"""A file as an editor reads and checks it: YAML 1.2, and what a JSON Schema refuses in it."""

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import yaml

from quizbank.schemas import bank_schema

SCHEMA: dict[str, Any] = json.loads(bank_schema())


class EditorYaml(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as editors read it."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own attribute


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorYaml.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, EditorYaml)  # noqa: S506 - a safe loader with fewer types


TYPES: dict[str, Any] = {"string": str, "number": (int, float), "integer": int, "array": list, "object": dict, "boolean": bool}
# Keywords that refuse nothing by themselves.
TOLD = {"$schema", "$defs", "title", "description", "default", "then", "else", "minContains", "maxContains"}


def faults(value: Any, schema: dict[str, Any] = SCHEMA, at: str = "") -> Iterator[str]:
    """Yield what the schema refuses in the value, with the place."""
    for keyword, wanted in schema.items():
        if keyword not in TOLD:
            yield from KEYWORDS[keyword](value, wanted, schema, at)


def _type(value: Any, wanted: str | list[str], schema: dict[str, Any], at: str) -> Iterator[str]:
    names = [wanted] if isinstance(wanted, str) else wanted
    if not any(isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool)) for name in names):
        yield f"{at}: expected {' or '.join(names)}, got {value!r}"


def _ref(value: Any, wanted: str, schema: dict[str, Any], at: str) -> Iterator[str]:
    target = SCHEMA
    for step in wanted.removeprefix("#/").split("/"):
        target = target[step]
    yield from faults(value, target, at)


def _enum(value: Any, wanted: list[Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    if not any(value == one and type(value) is type(one) for one in wanted):
        yield f"{at}: expected one of {wanted}, got {value!r}"


def _all_of(value: Any, wanted: list[dict[str, Any]], schema: dict[str, Any], at: str) -> Iterator[str]:
    for one in wanted:
        yield from faults(value, one, at)


def _if(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    yield from faults(value, schema.get("else" if list(faults(value, wanted)) else "then", {}), at)


def _not(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    if not list(faults(value, wanted)):
        yield f"{at}: expected another value than {value!r}"


def _contains(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    count = sum(not list(faults(item, wanted)) for item in value) if isinstance(value, list) else 1
    if not schema.get("minContains", 1) <= count <= schema.get("maxContains", count):
        yield f"{at}: expected {schema.get('minContains', 1)} to {schema.get('maxContains', 'any')} of a sort, got {count}"


def _properties(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    for key in wanted.keys() & value.keys() if isinstance(value, dict) else ():
        yield from faults(value[key], wanted[key], f"{at}/{key}")


def _property_names(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    for key in value if isinstance(value, dict) else ():
        yield from faults(key, wanted, f"{at}/{key}")


def _additional_properties(value: Any, wanted: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    for key in sorted(value.keys() - schema.get("properties", {}).keys()) if isinstance(value, dict) else ():
        yield from faults(value[key], wanted, f"{at}/{key}") if wanted else [f"{at}/{key}: unknown key"]


def _required(value: Any, wanted: list[str], schema: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{at}/{key}: missing" for key in wanted if key not in value)


def _items(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(item, wanted, f"{at}/{index}")


def _pattern(value: Any, wanted: str, schema: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(wanted, value):
        yield f"{at}: expected {wanted}, got {value!r}"


def _size(value: Any, wanted: int, schema: dict[str, Any], at: str, least: bool, sort: type) -> Iterator[str]:
    if isinstance(value, sort) and (len(value) < wanted if least else len(value) > wanted):  # type: ignore[arg-type]
        yield f"{at}: expected {'at least' if least else 'at most'} {wanted}, got {len(value)}"  # type: ignore[arg-type]


def _bound(value: Any, wanted: float, schema: dict[str, Any], at: str, least: bool) -> Iterator[str]:
    if isinstance(value, (int, float)) and (value < wanted if least else value > wanted):
        yield f"{at}: expected {'at least' if least else 'at most'} {wanted}, got {value}"


KEYWORDS: dict[str, Any] = {
    "type": _type,
    "$ref": _ref,
    "enum": _enum,
    "const": lambda value, wanted, schema, at: _enum(value, [wanted], schema, at),
    "allOf": _all_of,
    "if": _if,
    "not": _not,
    "contains": _contains,
    "properties": _properties,
    "propertyNames": _property_names,
    "additionalProperties": _additional_properties,
    "required": _required,
    "items": _items,
    "pattern": _pattern,
    "maxLength": partial(_size, least=False, sort=str),
    "minLength": partial(_size, least=True, sort=str),
    "minItems": partial(_size, least=True, sort=list),
    "maxItems": partial(_size, least=False, sort=list),
    "minimum": partial(_bound, least=True),
    "maximum": partial(_bound, least=False),
}
