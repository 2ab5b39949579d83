"""Quotation marks in a bank that do not close where they should, or that close too early."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizbank.banks.yaml_lines import KEY, Spot, Verdict, value_of

# A text in quotation marks up to its closing mark, over as many lines as it takes.
_QUOTED = re.compile(r"""'(?:[^']|'')*+'|"(?:[^"\\]|\\.)*+\"""", re.DOTALL)
_FAR = 40  # lines to look back for a quotation mark that was opened


def quotation_mark_left_open(spot: Spot) -> Verdict:
    """A text whose closing mark is missing takes in the lines below it, up to the next quotation mark or the end."""
    for quoted in _quoted(spot):
        if quoted.last == spot.line and quoted.takes_in_a_key(spot.lines):
            return _left_open(quoted.first, quoted.mark)
    if "quoted scalar" in spot.context and "unexpected" in spot.problem:
        return _left_open(spot.began, spot.lines[spot.began][spot.column])
    return None


def _left_open(number: int, mark: str) -> Verdict:
    return number, f"expected a closing quotation mark ({mark}) after the text that begins here, got none"


def escape(spot: Spot) -> Verdict:
    """Within double quotation marks a backslash begins a sign that is written as letters, and only some letters will do."""
    if "escape" not in spot.problem and "hexdecimal" not in spot.problem:
        return None
    return spot.line, "expected no backslash in a text within \"…\", got one; put the text in '…'"


def more_after_quotation_mark(spot: Spot) -> Verdict:
    """A text that holds the quotation mark around it ends there, so that the rest of the line is too much."""
    quoted = next((each for each in _quoted(spot) if each.last == spot.line and each.rest), None)
    if quoted is None:
        return None
    around = '"…"' if quoted.mark == "'" else "'…'"
    message = f"expected one pair of quotation marks around the whole text, got more text after the second {quoted.mark}"
    return spot.line, f"{message}; put all of it in {around}"


@dataclass(frozen=True)
class _Quoted:
    """A text in quotation marks from line `first` to line `last`, with what stands there after the closing mark."""

    mark: str
    first: int
    last: int
    rest: str

    def takes_in_a_key(self, lines: list[str]) -> bool:
        """Say whether a key stands within it that belongs beside or above its own: the text should have ended before that."""
        own = len(lines[self.first]) - len(value_of(lines[self.first]))
        return any((found := KEY.match(line)) and len(found["lead"]) < own for line in lines[self.first + 1 : self.last + 1])


def _quoted(spot: Spot) -> Iterator[_Quoted]:
    """Yield the values in quotation marks that begin on the line in question or not far above it, the nearest first."""
    for number in range(min(spot.line, len(spot.lines) - 1), max(-1, spot.line - _FAR), -1):
        line = spot.lines[number]
        value = value_of(line)
        begins = KEY.match(line) or line.lstrip().startswith("- ") or number == spot.line
        found = _QUOTED.match("\n".join([value, *spot.lines[number + 1 : spot.line + 1]])) if begins else None
        if found:
            rest = found.string[found.end() :].partition("\n")[0]
            goes_on = rest.strip() and not re.match(r"\s+#|\s*:", rest)
            yield _Quoted(value[0], number, number + found[0].count("\n"), rest if goes_on else "")
