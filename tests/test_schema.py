"""The JSON Schemas of a bank and of a paper: each is current, every bank names it, and it says of a bank what the program says.

An editor reads YAML 1.2, in which `yes` is a word and `42` a number. The check of the schema here knows the keywords that the
schema uses and no others; it stands in for a library that the project needs nowhere else.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from quizbank.cli import main
from quizbank.kinds import KINDS
from quizbank.load import load_bank
from quizbank.schema import FILE, PAPER_FILE, bank_schema, paper_schema

QUIZZES = Path(__file__).parent.parent / "quizzes"
BANKS = sorted(QUIZZES.glob("*.yml"))
EXAMPLES = [KINDS[kind].folder / "example.yml" for kind in sorted(KINDS)]
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


TYPES = {"string": str, "number": (int, float), "integer": int, "array": list, "object": dict, "null": type(None)}
TOLD = {"$schema", "$defs", "title", "description", "default"}  # keywords that refuse nothing


def faults(value: Any, schema: dict[str, Any] = SCHEMA, at: str = "") -> Iterator[str]:
    """Yield what the schema refuses in the value, with the place."""
    for keyword, wanted in schema.items():
        if keyword not in TOLD:
            yield from KEYWORDS[keyword](value, wanted, schema, at)


def _type(value: Any, wanted: str, schema: dict[str, Any], at: str) -> Iterator[str]:
    if not isinstance(value, TYPES[wanted]) or (isinstance(value, bool) and wanted != "boolean"):
        yield f"{at}: expected {wanted}, got {value!r}"


def _ref(value: Any, wanted: str, schema: dict[str, Any], at: str) -> Iterator[str]:
    target = SCHEMA
    for step in wanted.removeprefix("#/").split("/"):
        target = target[step]
    yield from faults(value, target, at)


def _enum(value: Any, wanted: list[Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    if not any(value == one and type(value) is type(one) for one in wanted):
        yield f"{at}: expected one of {wanted}, got {value!r}"


def _any_of(value: Any, wanted: list[dict[str, Any]], schema: dict[str, Any], at: str) -> Iterator[str]:
    found = [list(faults(value, one, at)) for one in wanted]
    if all(found):
        yield from min(found, key=len)


def _one_of(value: Any, wanted: list[dict[str, Any]], schema: dict[str, Any], at: str) -> Iterator[str]:
    found = [list(faults(value, one, at)) for one in wanted]
    if found.count([]) != 1:
        yield from min(found, key=len) or [f"{at}: fits more than one of {wanted}"]


def _properties(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    for key in wanted.keys() & value.keys() if isinstance(value, dict) else ():
        yield from faults(value[key], wanted[key], f"{at}/{key}")


def _pattern_properties(value: Any, wanted: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    for pattern, inner in wanted.items():
        for key in value if isinstance(value, dict) else ():
            if re.search(pattern, key):
                yield from faults(value[key], inner, f"{at}/{key}")


def _additional_properties(value: Any, wanted: bool, schema: dict[str, Any], at: str) -> Iterator[str]:
    unknown = sorted(value.keys() - schema["properties"].keys()) if isinstance(value, dict) and not wanted else []
    yield from (f"{at}/{key}: unknown key" for key in unknown)


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
    "anyOf": _any_of,
    "oneOf": _one_of,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "required": _required,
    "items": _items,
    "pattern": _pattern,
    "minLength": lambda *given: _size(*given, least=True, sort=str),
    "minItems": lambda *given: _size(*given, least=True, sort=list),
    "maxItems": lambda *given: _size(*given, least=False, sort=list),
    "minimum": lambda *given: _bound(*given, least=True),
    "maximum": lambda *given: _bound(*given, least=False),
}


def test_the_file_is_the_schema_of_the_models() -> None:
    hint = "run: python hooks/quizbank schema > quizzes/bank.schema.json"
    assert (QUIZZES / FILE).read_text(encoding="utf-8") == bank_schema(), hint


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == bank_schema()


def test_the_schema_says_what_it_describes() -> None:
    assert SCHEMA["title"] == "A bank of questions"
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_bank_names_the_schema_for_editors(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={FILE}"


def test_an_editor_reads_words_numbers_and_nothing_as_yaml_1_2_has_them() -> None:
    read = as_an_editor_reads("[yes, No, on, true, False, 12:30, 1_000, 2024-05-01, 3, -4.5, 1e3, ~, null]")
    assert read == ["yes", "No", "on", True, False, "12:30", "1_000", "2024-05-01", 3, -4.5, 1000.0, None, None]
    assert as_an_editor_reads("hint:") == {"hint": None}


@pytest.mark.parametrize("path", [*BANKS, *EXAMPLES], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_bank_and_every_example_is_valid_as_an_editor_reads_it(path: Path) -> None:
    assert list(faults(as_an_editor_reads(path.read_text(encoding="utf-8")))) == []


# By what an author got wrong: the kind whose example it is, what is changed in it, and where the schema refuses it.
MISTAKES = {
    "a misspelt key": ("single-choice", "explanation:", "explanatoin:", "/questions/0/explanation: missing"),
    "a key of another kind": ("ordering", "steps:", "answer: 3\n    steps:", "/questions/0/answer: unknown key"),
    "a misspelt key of the bank": ("single-choice", "title:", "titel:", "/title: missing"),
    "an unknown level": (
        "true-false",
        "bloom: understand",
        "bloom: understood",
        "/questions/0/bloom: expected one of ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'], "
        "got 'understood'",
    ),
    "no marks": ("true-false", "marks: 1", "marks: 0", "/questions/0/marks: expected at least 1, got 0"),
    "too many marks": ("true-false", "marks: 1", "marks: 21", "/questions/0/marks: expected at most 20, got 21"),
    "marks in words": ("true-false", "marks: 1", "marks: one", "/questions/0/marks: expected integer, got 'one'"),
    "an id that is no slug": (
        "numeric",
        "id: example-monthly-bill-for-invoices",
        "id: Monthly bill",
        "/questions/0/id: expected ^[a-z0-9]+(-[a-z0-9]+)*$, got 'Monthly bill'",
    ),
    "neither yes nor no": (
        "single-choice",
        "correct: yes",
        "correct: maybe",
        "/questions/0/options/0/correct: expected one of ['yes', 'no', 'true', 'false', True, False], got 'maybe'",
    ),
    "an empty hint": ("true-false", "marks: 1", "marks: 1\n    hint:", "/questions/0/hint: expected string, got None"),
    "an answer with commas": (
        "numeric",
        "answer: 360000",
        "answer: 3,60,000",
        "/questions/0/answer: expected number, got '3,60,000'",
    ),
    "a tolerance below zero": (
        "numeric",
        "unit: Rs",
        "tolerance: -1",
        "/questions/0/tolerance: expected at least 0, got -1",
    ),
    "a match without a partner": (
        "matching",
        "right: Human resources",
        "wrong: Human resources",
        "/questions/0/pairs/0/right: missing",
    ),
    "an order of seven and one": (
        "ordering",
        "    explanation:",
        "".join(f"      - {{ text: step {n}, why: It has its place. }}\n" for n in range(4)) + "    explanation:",
        "/questions/0/steps: expected at most 7, got 8",
    ),
    "an unknown kind inside a case": (
        "case",
        "kind: numeric",
        "kind: numerical",
        "/questions/0/questions/0/kind: expected one of ['numeric'], got 'numerical'",
    ),
    "a misspelt key inside a case": ("case", "working:", "workings:", "/questions/0/questions/0/working: missing"),
    "a waiver without its reason": (
        "true-false",
        "marks: 1",
        "marks: 1\n    waive: { echo: }",
        "/questions/0/waive/echo: expected string, got None",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_schema_and_the_program_refuse_the_same_mistakes(tmp_path: Path, mistake: str) -> None:
    kind, right, wrong, fault = MISTAKES[mistake]
    example = (KINDS[kind].folder / "example.yml").read_text(encoding="utf-8")
    assert right in example
    bank = example.replace(right, wrong, 1)
    assert fault in list(faults(as_an_editor_reads(bank)))
    (tmp_path / "bank.yml").write_text(bank, encoding="utf-8")
    assert load_bank(tmp_path / "bank.yml", tmp_path)[1]


PAPERS = sorted((QUIZZES / "papers").glob("*.yml"))


def test_the_file_of_the_paper_schema_is_the_schema_of_the_models(capsys: pytest.CaptureFixture[str]) -> None:
    hint = "run: python hooks/quizbank schema paper > quizzes/papers/paper.schema.json"
    assert (QUIZZES / PAPER_FILE).read_text(encoding="utf-8") == paper_schema(), hint
    assert main(["schema", "paper"]) == 0
    assert capsys.readouterr().out == paper_schema()


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_every_paper_names_its_schema_and_fits_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.partition("\n")[0] == f"# yaml-language-server: $schema={Path(PAPER_FILE).name}"
    schema = json.loads(paper_schema())
    monkeypatch.setitem(globals(), "SCHEMA", schema)  # where references lead
    assert list(faults(as_an_editor_reads(text), schema)) == []
    assert list(faults(as_an_editor_reads(text.replace("number: ", "number: -", 1)), schema)) != []


@pytest.mark.parametrize("key", ["section", "objective"])
def test_a_question_must_say_what_one_inside_a_case_may_leave_out(key: str) -> None:
    bank = as_an_editor_reads((KINDS["true-false"].folder / "example.yml").read_text(encoding="utf-8"))
    del bank["questions"][0][key]
    assert list(faults(bank)) == [f"/questions/0/{key}: missing"]
