"""Fenced code whose end is missing: where it begins, which is where the author has to look."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FENCE = re.compile(r"^\s*(`{3,}(?=[^`]*$)|~{3,})")


class _Fence(NamedTuple):
    """Fenced code: the lines on which it begins and ends (counted from 1), its marks, and where more code begins inside, or 0.

    Without an end it is no code for Markdown either, but text: `end` is then 0.
    """

    start: int
    end: int
    marks: str
    inside: int


def open_fences(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the line and the sentence for fences without an end, and for those that probably end with that of the next code."""
    for fence in _fences(lines):
        if fence.end == 0:
            yield fence.start, f"expected '{fence.marks}' on a line of its own to close the code that begins here, got none"
        elif fence.inside:
            wanted = f"expected '{fence.marks}' to close this code before more begins on line {fence.inside}, got none"
            yield fence.start, f"{wanted}; code that holds such marks needs longer ones around it"


def _fences(lines: Sequence[str]) -> Iterator[_Fence]:
    end = 0
    for number, line in enumerate(lines, 1):
        match = _FENCE.match(line)
        if number > end and match:
            fence = _fence(lines, number, match[1])
            yield fence
            end = fence.end


def _fence(lines: Sequence[str], start: int, marks: str) -> _Fence:
    inside = 0
    for number, line in enumerate(lines[start:], start + 1):
        match = _FENCE.match(line)
        if match and match[1].startswith(marks):
            if line.strip() == match[1]:
                return _Fence(start, number, marks, inside)
            inside = inside or number
    return _Fence(start, 0, marks, 0)
