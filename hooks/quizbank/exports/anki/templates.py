"""What the front and the back of each note type's card are: a frame, the fields in it, the words of a language, and the script.

Everything is in the template itself, for Anki's apps have no place for files that notes do not name. `{{…}}` stands for a field
(https://docs.ankiweb.net/templates/intro.html), `{…}` for words of ours; the script may hold neither.
"""

import re
from functools import cache
from pathlib import Path

from quizbank.exports.anki.notetypes import NoteType
from quizbank.site.assets import alone, keys_in, source_of
from quizbank.site.minify import minified_closed_script, minified_style
from quizbank.strings.words import Words

FOLDER = Path(__file__).parent / "card"
_WORDS = {"hint": "question.hint", "your_answer": "question.your_answer"}
_PLACE = re.compile(r"(?<!\{)\{(front|back|language|hint|your_answer)\}(?!\})")


def sides(kind: NoteType, language: str) -> tuple[str, str]:
    """Return the templates of the front and the back, for a course in a language."""
    script = f"<script>{_script(kind.marks, language)}</script>\n" if kind.frame == "question" else ""
    front, back = (_filled(kind, side, language) + script for side in ("front", "back"))
    return front, back


@cache
def style() -> str:
    """Return the style sheet of every note type."""
    return minified_style((FOLDER / "style.css").read_text(encoding="utf-8"))


def script_source(marks: str, language: str) -> str:
    """Return what the script of a card is written in. `marks` is the kind of question whose marking is in it, or ''."""
    marking = source_of(f"marking:{marks}") if marks else ""
    body = (FOLDER / "card.js").read_text(encoding="utf-8")
    table = Words(language).table(keys_in(body + marking))
    return alone(f"const WORDS = {table};\n{body}\n{marking}\nplay();\n")


@cache
def _script(marks: str, language: str) -> str:
    """Return the script, small. Two braces that open one after the other would be a field to Anki."""
    return minified_closed_script(script_source(marks, language)).replace("{{", "{ {").strip()


def _filled(kind: NoteType, side: str, language: str) -> str:
    frame = (FOLDER / f"{kind.frame}_{side}.html").read_text(encoding="utf-8")
    said = Words(language)
    places = {name: said.say(key) for name, key in _WORDS.items()} | {"language": language}
    whole = frame.replace("{front}", kind.front).replace("{back}", kind.back)
    return _PLACE.sub(lambda found: places[found[1]], whole)
