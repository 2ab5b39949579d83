"""The repairs of the theme still find what they repair."""

import json
from functools import reduce
from pathlib import Path

import material
import pytest
from py_mini_racer import MiniRacer

from quizbank.strings.words import Words
from theme_repairs import REPAIRS, Repair, repaired

ENGLISH = Words()
TEMPLATES = Path(material.__file__).parent / "templates"


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.reason)
def test_the_theme_still_holds_what_the_repair_mends(repair: Repair) -> None:
    assert any(repair.found in path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))


def becomes(repair: Repair) -> str:
    said = {"{search}": "Search", "{navigation}": "Navigation", "{lost}": ENGLISH.say("theme.lost")}
    return reduce(lambda text, place: text.replace(place, said[place]), said, repair.becomes)


def test_a_page_is_mended_in_every_place() -> None:
    page = "".join(repair.found for repair in REPAIRS)
    assert repaired(page, ENGLISH) == "".join(map(becomes, REPAIRS))


def test_a_page_without_faults_stays_as_it_is() -> None:
    assert repaired("<p>Nothing to repair.</p>", ENGLISH) == "<p>Nothing to repair.</p>"


COLOUR = {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "custom", "accent": "custom"}
CHOICES = ["(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]  # that the page offers
SOUND = json.dumps({"index": 1, "color": COLOUR})
STORED = {
    "nothing": (None, None),
    "no JSON": ("{not", None),
    "an empty text": ("", None),
    "a number": ("7", None),
    "null": ("null", None),
    "no index": (json.dumps({"color": {}}), None),
    "an index that is no number": (json.dumps({"index": "a", "color": {}}), None),
    "no colours": (json.dumps({"index": 0}), None),
    "colours that are a text": (json.dumps({"index": 0, "color": "red"}), None),
    "an index beyond the choices": (json.dumps({"index": 3, "color": COLOUR}), None),
    "what the theme wrote when there were two choices": (json.dumps({"index": 0, "color": COLOUR}), None),
    "what the theme wrote": (SOUND, json.loads(SOUND)),
}


def _reader(value: str | None) -> MiniRacer:
    """Return V8 with the theme's own functions for storage as a page has them, and one value in the storage."""
    engine = MiniRacer()
    template = (TEMPLATES / "partials/javascripts/base.html").read_text(encoding="utf-8")
    script = repaired(template, ENGLISH).partition("<script")[2].partition("</script>")[0].partition("__md_get=")[2]
    engine.eval(f"const localStorage = {{ getItem: () => {json.dumps(value)} }}; const __md_scope = {{ pathname: '/' }};")
    engine.eval(f"const choices = {json.dumps(CHOICES)}.map((media) => ({{ getAttribute: () => media }}));")
    engine.eval("const document = { querySelectorAll: () => choices };")
    engine.eval(f"var __md_get={script}")
    return engine


@pytest.mark.parametrize("case", STORED)
def test_a_damaged_value_of_the_themes_palette_counts_as_none(case: str) -> None:
    value, read = STORED[case]
    assert json.loads(str(_reader(value).eval("JSON.stringify(__md_get('__palette'))"))) == read


def test_other_values_of_the_theme_are_read_as_they_were() -> None:
    assert _reader("5").eval("__md_get('__announce')") == 5
    assert _reader('["a"]').eval("JSON.stringify(__md_get('__tabs'))") == '["a"]'
    assert _reader("[").eval("__md_get('__tabs')") is None
