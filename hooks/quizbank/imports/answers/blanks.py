"""A text with several gaps as a case: the text with numbered blanks is its passage, and each gap is a question."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizbank.exchange.portable import Portable

_BLANK = r"\_\_\_\_"
_NAMED = re.compile(r"Blank \(\d+\):")


def blank_in_passage(number: int) -> str:
    """Return how a gap stands in the passage, as Markdown."""
    return f"**({number})** {_BLANK}"


def numbered(text: str, gap: re.Pattern[str], count: int) -> str:
    """Return a text with a numbered blank in place of each gap; blanks for which it has no gap stand behind it."""
    for number in range(1, count + 1):
        before, after = gap.split(text, maxsplit=1)[:: gap.groups + 1] if gap.search(text) else (f"{text}\n\n", "")
        text = f"{before}{blank_in_passage(number)}{after}"
    return text


def case_of(passage: str, parts: Sequence[Portable], title: str = "", explanation: str = "", own_id: str = "") -> Portable:
    """Return the case. Each part gets its number before what it asks, or a blank to fill in."""
    asked = tuple(
        replace(part, stem=f"Blank ({number}): {part.stem or '____'}".strip(), id=f"{own_id}-{number}" if own_id else "")
        for number, part in enumerate(parts, 1)
    )
    return Portable(own_id, "", passage, None, parts=asked, title=title, explanation=explanation)


def is_blank(stem: str) -> bool:
    """Say whether a stem only names a gap, so that it says nothing without its case."""
    return _NAMED.match(stem) is not None
