"""The files of the front end, by their names: no two folders hold files of one name, so tests need not say where a file lies."""

from pathlib import Path

import quizbank
from quizbank.strings.words import Words, entries

FRONTEND = Path(quizbank.__file__).parent / "frontend"


def source(name: str) -> str:
    """Return the text of one file, such as `store.js`."""
    (path,) = FRONTEND.rglob(name)
    return path.read_text(encoding="utf-8")


def words(language: str = "en") -> str:
    """Return the script that says words, with all of a language's words, for where scripts run without a page."""
    said = Words(language)
    return f"{source('words.js')}\nspeak({said.language!r}, {said.table(entries(said.language))});\n"
