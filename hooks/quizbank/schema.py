"""The JSON Schemas of a bank and of a paper, made from the models, for editors that complete and check YAML as one types."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from quizbank.blueprint import PaperFile
from quizbank.kinds import KINDS
from quizbank.kinds.case import INHERITED
from quizbank.model import BankHead

FILE = "bank.schema.json"
PAPER_FILE = "papers/paper.schema.json"

_NOTHING = {"type": "null"}
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
    definitions["question"] = {"oneOf": _references(KINDS), "required": list(INHERITED)}
    return _text({**head, "title": "A bank of questions", "$defs": definitions})


def paper_schema() -> str:
    """Return the schema of a blueprint as JSON text that ends in a newline."""
    return _text({**TypeAdapter(PaperFile).json_schema(), "title": "A question paper"})


def _text(schema: dict[str, Any]) -> str:
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_for_yaml(schema)}
    return json.dumps(named, indent=1, ensure_ascii=False) + "\n"


def _definition(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    # A question of a case may leave out what it inherits; of the others, `question` asks for that.
    schema["required"] = [key for key in schema["required"] if key not in INHERITED]
    if kind == "case":
        schema["properties"]["questions"]["items"] = {"oneOf": _references(name for name in KINDS if name != kind)}
        schema.get("$defs", {}).pop("Question", None)
    return schema


def _references(kinds: Iterable[str]) -> list[dict[str, str]]:
    return [{"$ref": f"#/$defs/{kind}"} for kind in kinds]


def _for_yaml(value: Any) -> Any:
    if isinstance(value, dict):
        if value.get("type") == "boolean":
            return {key: inner for key, inner in value.items() if key != "type"} | _YES_OR_NO
        if _NOTHING in value.get("anyOf", ()):  # a key that may be left out may not be left empty
            kept = {key: inner for key, inner in value.items() if key not in ("anyOf", "default")}
            return kept | next(inner for inner in value["anyOf"] if inner != _NOTHING)
        return {key: _for_yaml(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_for_yaml(inner) for inner in value]
    return value
