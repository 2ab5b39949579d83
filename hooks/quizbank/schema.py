"""The JSON Schema of a bank, made from the models, for editors that complete and check YAML as one types."""

import json
from typing import Any

from pydantic import TypeAdapter

from quizbank.kinds import KINDS
from quizbank.model import BankHead

FILE = "bank.schema.json"

# YAML editors know `yes` as a word, not as a truth value; both are right in a bank.
_YES_OR_NO = {"enum": ["yes", "no", "true", "false", True, False]}


def bank_schema() -> str:
    """Return the schema as JSON text that ends in a newline."""
    definitions: dict[str, Any] = {}
    for kind in KINDS.values():
        own = TypeAdapter(kind.model).json_schema(ref_template=f"#/$defs/{kind.name}/$defs/{{model}}")
        definitions[kind.name] = _definition(kind.name, own)
    head = TypeAdapter(BankHead).json_schema(ref_template="#/$defs/bank/$defs/{model}")
    inner = head.pop("$defs", {})
    head["properties"]["questions"]["items"] = {"$ref": "#/$defs/question"}
    definitions["bank"] = {"$defs": inner}
    definitions["question"] = {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in KINDS]}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A bank of questions",
        **head,
        "$defs": definitions,
    }
    return json.dumps(_for_yaml(schema), indent=1, ensure_ascii=False) + "\n"


def _definition(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    if kind == "case":  # its questions inherit what the case says, so they may leave it out
        inner = {"kind": {"enum": [name for name in KINDS if name != kind]}}
        schema["properties"]["questions"]["items"] = {"type": "object", "properties": inner, "required": ["id", "kind"]}
        schema.get("$defs", {}).pop("Question", None)
    return schema


def _for_yaml(value: Any) -> Any:
    if isinstance(value, dict):
        if value.get("type") == "boolean":
            return {key: inner for key, inner in value.items() if key != "type"} | _YES_OR_NO
        return {key: _for_yaml(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_for_yaml(inner) for inner in value]
    return value
