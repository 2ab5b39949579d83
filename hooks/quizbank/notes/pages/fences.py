"""Fenced code whose end is missing: where it begins, which is where the author has to look."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

_FENCE = re.compile(r"^\s*(`{3,}(?=[^`]*$)|~{3,})")


class _Fence(NamedTuple):
    """Fenced code: its first and last line (counted from 1), its marks, and the line where more code seems to begin inside, or 0.

    Without an end it is no code for Markdown either, but text: `end` is then 0.
    """

    start: int
    end: int
    marks: str
    inside: int


def open_fences(lines: Sequence[str], shown_as_code: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield the line and the sentence for fences without an end, and for those that probably end with that of the next code.

    `shown_as_code` are the lines of indented code, without the spaces around them: a fence there is an example of one.
    """
    for fence in _fences(lines):
        if fence.end == 0:
            if lines[fence.start - 1].strip() in shown_as_code or _hidden(lines, fence.start):
                continue
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
    """Return the fence that begins on the line `start`. Its item of a list ends it as well, with a line further out."""
    inside, depth = 0, _depth(lines[start - 1])
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() and _depth(line) < depth:
            break
        match = _FENCE.match(line)
        if match and match[1].startswith(marks):
            if line.strip() == match[1]:
                return _Fence(start, number, marks, inside)
            if not lines[number - 2].strip():  # as between paragraphs; code that holds such a line has others next to it
                inside = inside or number
    return _Fence(start, 0, marks, 0)


def _depth(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _hidden(lines: Sequence[str], number: int) -> bool:
    """Say whether a line stands in a comment and no fence comes after it: to Markdown that would stand inside this one."""
    before, after = "\n".join(lines[: number - 1]), "\n".join(lines[number:])
    in_comment = before.rfind("<!--") > before.rfind("-->") and "-->" in after
    return in_comment and not any(_FENCE.match(line) for line in lines[number:])
