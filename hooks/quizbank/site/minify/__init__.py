"""Takes comments and needless spaces out of scripts and style sheets: they are for readers of the source, not for phones.

Works on tokens, so nothing inside a string, a template or a regular expression is touched. Every line break that may end a
statement stays, and so do names, but for those that a closed script keeps to itself. What cannot be read for certain is refused
or left as it is, never guessed.
"""

from functools import cache
from pathlib import Path

from quizbank.compiled import kept
from quizbank.site.minify import script, style

__all__ = ["minified_closed_script", "minified_script", "minified_style"]


def minified_script(text: str) -> str:
    """Return a script that does the same. Raises `ValueError`, with the line, where it cannot be read for certain."""
    return kept(text, f"script {_this()}", lambda: script.minified_script(text))


def minified_closed_script(text: str) -> str:
    """Return a script, all of which is one function, with short names for what it declares: no other script can know of these."""
    return kept(text, f"closed script {_this()}", lambda: script.minified_closed_script(text))


def minified_style(text: str) -> str:
    """Return a style sheet that looks the same."""
    return kept(text, f"style {_this()}", lambda: style.minified_style(text))


@cache
def _this() -> str:
    """Return what this room is written in: another way of shortening makes another text."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py")))
