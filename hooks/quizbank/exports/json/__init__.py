"""JSON: everything that is known of the questions and the flashcards, for programs.

One document, whose JSON Schema lies beside it (`schema.json` here, made by `quizbank schema questions`). Texts are in the banks'
Markdown; pictures are in it, in Base64.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quizbank.exchange.portable import Portable
from quizbank.exports.format import Collection, Format
from quizbank.exports.json.encode import encoded
from quizbank.exports.json.schema import FORMAT_NAME, VERSION

SCHEMA = Path(__file__).with_name("schema.json")
# As it is called beside the files: not like a file of questions.
SCHEMA_NAME = "questions.schema.json"


def _unable(_: Portable) -> str:
    return ""


def _write(collection: Collection) -> bytes:
    ids = {question.id for deck in collection.decks for question in deck.all_questions}
    changed = {name: when for name, when in collection.changed.items() if name in ids}
    head = {"$schema": SCHEMA_NAME, "format": FORMAT_NAME, "version": VERSION}
    document = head | encoded(replace(collection, changed=changed))
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _beside(_: Collection) -> Iterator[tuple[str, bytes]]:
    yield SCHEMA_NAME, SCHEMA.read_bytes()


FORMAT = Format("JSON", "json", _unable, _write, cases=True, beside=_beside)
