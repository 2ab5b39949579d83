"""What learners have stored by the version before is read to the last field.

`tests/data/stored-by-version-1.json` was written by the scripts of that version themselves (commit d68274b): `stored` is what lay
in the browser, piece by piece as text, `read` what those scripts read from it. The file stays as it is; another version gets
another file.
"""

import json
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from front_end import source
from places import ROOT

FILE = json.loads((ROOT / "tests/data/stored-by-version-1.json").read_text(encoding="utf-8"))
# Stands for the browser's localStorage, with what was stored in it.
BROWSER = f"""
class Area {{
  setItem(key, text) {{ this[key] = text; }}
  getItem(key) {{ return this[key] ?? null; }}
  removeItem(key) {{ delete this[key]; }}
}}
const area = Object.assign(new Area(), {json.dumps(FILE["stored"])});
const EMPTY = {{ picked: [], points: [], typed: {{}} }};
const store = new Store("small-site", () => area);
const quiz = {{ isMap, textsIn, soundResponse, EMPTY, localDay, store, onEachPage() {{}} }};
"""


@pytest.fixture(scope="module")
def v8() -> MiniRacer:
    engine = MiniRacer()
    for name in ("review.js", "store.js", "fsrs.js", "schedule.js"):
        engine.eval(source(name))
    engine.eval(BROWSER)
    for name in ("pieces.js", "lasting.js", "scheduling.js", "attempt.js", "round.js", "sittings.js", "records.js"):
        engine.eval(f"{{\n{source(name)}}}")
    return engine


def _value(v8: MiniRacer, expression: str) -> Any:
    return json.loads(str(v8.eval(f"JSON.stringify({expression} ?? null)")))


@pytest.mark.parametrize("key", FILE["read"])
def test_a_piece_that_the_version_before_stored_is_read_as_it_was_then(v8: MiniRacer, key: str) -> None:
    sort, _, piece_id = key.partition(":")
    assert FILE["read"][key] is not None
    assert _value(v8, f"store.read({json.dumps(sort)}, {json.dumps(piece_id)})") == FILE["read"][key]


def test_every_sort_of_piece_is_among_them(v8: MiniRacer) -> None:
    later = {"level", "past"}  # came after that version
    assert {key.partition(":")[0] for key in FILE["read"]} == set(_value(v8, "Object.keys(store.readers)")) - later


def test_reviews_and_settings_of_the_version_before_give_the_same_days(v8: MiniRacer) -> None:
    day = FILE["read"]["card:three-letters"]["log"][-1][1] + 1
    assert _value(v8, f"quiz.schedule.card('three-letters', {day}).due") == FILE["due"]
    assert _value(v8, "quiz.schedule.examDay") == FILE["examDay"]


def test_an_attempt_of_the_version_before_can_be_resumed(v8: MiniRacer) -> None:
    v8.eval("const attempt = new quiz.Attempt('quiz:two-kinds');")
    assert _value(v8, "attempt.piece.ids") == ["middle-letter", "last-letter"]
    assert _value(v8, "attempt.mode.read('middle-letter').typed") == {"typed": "service"}
    assert _value(v8, "attempt.responses") == ["quiz:two-kinds~middle-letter"]
