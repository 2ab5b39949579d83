"""Cells of CSV that no program takes for a formula, and the way back.

A program that opens CSV runs what begins with one of the signs below
(https://owasp.org/www-community/attacks/CSV_Injection), so such a cell gets an apostrophe before it, which is removed again at
import. A cell that begins with an apostrophe and such a sign gets one more; other apostrophes stay as people write them.
"""

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_APOSTROPHE = "'"


def guarded(cell: str) -> str:
    """Return a cell as it stands in CSV."""
    return _APOSTROPHE + cell if cell.startswith(_SIGNS) or _is_guarded(cell) else cell


def unguarded(cell: str) -> str:
    """Return the text of a cell that stands in CSV, written by `guarded` or by a person."""
    return cell[1:] if _is_guarded(cell) else cell


def _is_guarded(cell: str) -> bool:
    return cell.startswith(_APOSTROPHE) and cell[1:].startswith((*_SIGNS, _APOSTROPHE))
