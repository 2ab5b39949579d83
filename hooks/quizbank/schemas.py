"""The JSON Schemas of a bank, a paper and a course's profile, made from the models: editors complete and check YAML as one types.

They refuse what the reader refuses, as far as a schema can say it, and nothing else. An empty value and a written `null` are one
thing to an editor: they refuse both.
"""

import json
from collections.abc import Collection
from typing import Any

from pydantic import TypeAdapter

from quizbank.checks.course import SEVERITIES
from quizbank.course import CourseFile
from quizbank.kinds import KINDS
from quizbank.model.bank import BankHead
from quizbank.model.question import HANDED_DOWN
from quizbank.papers.blueprint import PaperFile

FILE = "bank.schema.json"
PAPER_FILE = "papers/paper.schema.json"

_NOTHING = {"type": "null"}


def bank_schema() -> str:
    """Return the schema as JSON text that ends in a newline."""
    head = TypeAdapter(BankHead).json_schema(ref_template="#/$defs/bank/$defs/{model}")
    definitions: dict[str, Any] = {name: _definition(name) for name in KINDS}
    definitions["bank"] = {"$defs": head.pop("$defs", {})}
    definitions["question"] = {**_by_kind(KINDS), "required": ["kind", *HANDED_DOWN]}
    # A question of a case may leave out what it inherits.
    definitions["question-of-a-case"] = {
        **_by_kind([name for name, kind in KINDS.items() if not kind.model.is_case]),
        "required": ["kind"],
    }
    head["properties"]["questions"]["items"] = {"$ref": "#/$defs/question"}
    return _text({**head, "title": "A bank of questions", "$defs": definitions})


def paper_schema() -> str:
    """Return the schema of a blueprint as JSON text that ends in a newline."""
    return _text({**TypeAdapter(PaperFile).json_schema(), "title": "A question paper"})


def course_schema() -> str:
    """Return the schema of a course's profile as JSON text that ends in a newline."""
    schema = TypeAdapter(CourseFile).json_schema()
    schema["properties"]["checks"] |= {"propertyNames": {"enum": list(SEVERITIES)}}
    return _text({**schema, "title": "A course profile"})


def _text(schema: dict[str, Any]) -> str:
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_for_yaml(schema)}
    return json.dumps(named, indent=1, ensure_ascii=False) + "\n"


def _definition(kind: str) -> dict[str, Any]:
    schema = TypeAdapter(KINDS[kind].model).json_schema(ref_template=f"#/$defs/{kind}/$defs/{{model}}")
    schema["required"] = [key for key in schema["required"] if key not in HANDED_DOWN]
    if KINDS[kind].model.is_case:
        schema["properties"]["questions"]["items"] = {"$ref": "#/$defs/question-of-a-case"}
        schema.get("$defs", {}).pop("Question", None)
    return schema


def _by_kind(kinds: Collection[str]) -> dict[str, Any]:
    """Return a schema that chooses by the key `kind`. With `oneOf`, an editor would show a mistake once for each kind."""
    chosen = [
        {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": f"#/$defs/{kind}"}}
        for kind in kinds
    ]
    return {"type": "object", "properties": {"kind": {"enum": list(kinds)}}, "allOf": chosen}


def _for_yaml(value: Any) -> Any:
    if isinstance(value, list):
        return [_for_yaml(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    if _NOTHING in value.get("anyOf", ()):  # a key that may be left out may not be left empty
        kept = {key: inner for key, inner in value.items() if key not in ("anyOf", "default")}
        return _for_yaml(kept | next(inner for inner in value["anyOf"] if inner != _NOTHING))
    if "patternProperties" in value:  # pydantic's way to say it lets other keys through
        ((pattern, inner),) = value["patternProperties"].items()
        kept = {key: other for key, other in value.items() if key != "patternProperties"}
        return kept | {"propertyNames": {"pattern": pattern}, "additionalProperties": _for_yaml(inner)}
    return {key: _for_yaml(inner) for key, inner in value.items()}
