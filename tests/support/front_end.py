"""The files of the front end, by their names: no two folders hold files of one name, so tests need not say where a file lies."""

from pathlib import Path

import quizbank

FRONTEND = Path(quizbank.__file__).parent / "frontend"


def source(name: str) -> str:
    """Return the text of one file, such as `store.js`."""
    (path,) = FRONTEND.rglob(name)
    return path.read_text(encoding="utf-8")
