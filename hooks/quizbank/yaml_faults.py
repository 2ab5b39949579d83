"""What a mistake in YAML's own grammar means for a teacher: the line to look at, and what to write there.

The parser names the line where it could not go on, and what it was waiting for. What the author did wrong is found by
looking at that line and those above it. Each rule is a function that returns the line and the sentence, or None.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from quizbank.problems import curly_quotes, unseen

Verdict = tuple[int, str] | None

_KEY = re.compile(r"^(?P<lead>[ \-]*)(?P<key>[\w-]+):(?: |$)(?P<value>.*)$")
_SPECIAL = "%@`*&!|>?[]{},"
_COMMENT = re.compile(r"(?P<before>.*?\S)(?P<gap>[ \t]+)(?P<comment>#.*)$")
# What needs no quotation marks and is no sentence: an id, a number, a letter, an objective.
_ONE_NAME = re.compile(r"[a-z0-9][\w.#/-]*|[A-Z]|LO[\d.]+|[Yy]es|[Nn]o|")
# A list or mapping on one line with more text behind it.
_MORE_AFTER_LIST = re.compile(r"[\[{].*[\]}]\s*[^\s,#\]}]")
_FAR = 40  # lines to look back for a quotation mark that was opened


@dataclass(frozen=True)
class _Spot:
    """Where the parser stopped, counted from 0: `began` is where it began with what it could not end, `line` where to look."""

    lines: list[str]
    line: int
    began: int
    stopped: int
    problem: str
    context: str

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def above(self, line: int) -> int | None:
        """Return the nearest line above that holds something, or None."""
        return next((number for number in range(min(line, len(self.lines)) - 1, -1, -1) if self.lines[number].strip()), None)


def explain(text: str, error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """Return the line (from 1) of a mistake, and one sentence: 'expected X, got Y'."""
    spot = _spot(text, error)
    for rule in _RULES:
        verdict = rule(spot)
        if verdict is not None:
            return verdict[0] + 1, verdict[1]
    return spot.line + 1, f"expected valid YAML, got a fault: {spot.problem}"


def _spot(text: str, error: yaml.MarkedYAMLError) -> _Spot:
    stopped, began = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    context, problem = error.context or "", error.problem or "no YAML"
    line = stopped.line if stopped is not None else 0
    first = began.line if began is not None else line
    # What was being scanned when the parser stopped is where the mistake stands; the parser has often gone on to the next line.
    return _Spot(text.split("\n"), first if context.startswith("while scanning") else line, first, line, problem, context)


def _tab(spot: _Spot) -> Verdict:
    lines = (spot.line, spot.stopped, spot.above(spot.line))
    number = next((each for each in lines if each is not None and _starts_with_tab(spot.lines, each)), None)
    return None if number is None else (number, "expected spaces for indentation, got a tab")


def _starts_with_tab(lines: list[str], number: int) -> bool:
    return number < len(lines) and lines[number].lstrip(" ").startswith("\t")


def _unseen_character(spot: _Spot) -> Verdict:
    for number in (spot.line, spot.above(spot.line)):
        if number is not None and number < len(spot.lines) and (name := unseen(spot.lines[number])):
            return number, f"expected plain spaces, got a {name} in this line; delete it and type a space"
    return None


def _curly(spot: _Spot) -> Verdict:
    quotes = curly_quotes(_value(spot.text))
    message = f"expected straight quotation marks around the text, such as '…', got the curly ones {quotes}"
    return (spot.line, message) if quotes else None


def _quotation_mark_left_open(spot: _Spot) -> Verdict:
    """A text whose closing mark is missing takes in the lines below it, up to the next quotation mark or the end."""
    for number in range(min(spot.line, len(spot.lines) - 1), max(-1, spot.line - _FAR), -1):
        value = _value(spot.lines[number])
        if value[:1] in ("'", '"') and value[1:].count(value[0]) == 0:
            return number, f"expected a closing quotation mark ({value[0]}) after the text that begins here, got none"
    return None


def _more_after_quotation_mark(spot: _Spot) -> Verdict:
    value = _value(spot.text)
    if value[:1] not in ("'", '"') or "escape" in spot.problem:
        return None
    around = '"…"' if value[0] == "'" else "'…'"
    message = f"expected one pair of quotation marks around the whole text, got more text after the second {value[0]}"
    return spot.line, f"{message}; put all of it in {around}"


def _escape(spot: _Spot) -> Verdict:
    if "escape" not in spot.problem:
        return None
    return spot.line, "expected no backslash in a text within \"…\", got one; put the text in '…'"


def _hash_in_text(spot: _Spot) -> Verdict:
    """A ' #' begins a comment. It cuts off the end of a list or of a text that goes on below."""
    last = min(spot.stopped, len(spot.lines) - 1)
    for number in range(spot.began if "flow" in spot.context else max(0, last - 1), last + 1):
        comment = cut_off(spot.lines[number])
        if comment:
            return number, f"expected quotation marks around a text that holds ' #', got none; '{comment}' counts as a comment"
    return None


def cut_off(line: str) -> str:
    """Return the beginning of a comment that looks as if it were the end of the text before it, or ''.

    A comment is one that is meant as such when two spaces or more and '# ' set it off, or when '# ' comes after an id, a number
    or a letter: `marks: 1 # each`. Everything else is a text that goes on: `Our #1 client`, `Platform # 9`, `It grows. # really`.
    """
    found = _COMMENT.match(line)
    if found is None or found["before"].lstrip().startswith("#"):
        return ""
    value = re.split(r"(?::|,|^\s*-)(?: |$)", found["before"])[-1].strip()
    spaced = found["comment"][:2] in ("#", "# ")
    if spaced and (found["gap"] not in (" ", "\t") or _ONE_NAME.fullmatch(value)):
        return ""
    return found["comment"][:_FAR]


def _list_left_open(spot: _Spot) -> Verdict:
    if "flow" not in spot.context:
        return None
    opening, number = next(_opened(spot.lines, spot.began), ("[", spot.began))
    closing = "]" if opening == "[" else "}"
    return number, f"expected '{closing}' to close the '{opening}' of this line, or a comma between its entries, got neither"


def _opened(lines: list[str], number: int) -> Iterator[tuple[str, int]]:
    """Yield the brackets that their own line does not close, with their lines, from a line upwards."""
    for place in range(min(number, len(lines) - 1), -1, -1):
        for opening, closing in ("[]", "{}"):
            if lines[place].count(opening) > lines[place].count(closing):
                yield opening, place


def _list_without_key(spot: _Spot) -> Verdict:
    above = spot.above(spot.line)
    found = _KEY.match(spot.lines[above]) if above is not None else None
    if not spot.text.lstrip().startswith("- ") or found is None or not found["value"].strip():
        return None
    return spot.line, "expected the key of this list, such as 'questions:', on a line of its own above it, got none"


def _list_beside_key(spot: _Spot) -> Verdict:
    if not _value(spot.text).startswith("- "):
        return None
    return spot.line, "expected the list to begin on the line below its key, got '-' on the same line"


def _special_start(spot: _Spot) -> Verdict:
    value = _value(spot.text)
    if not value or value[0] not in _SPECIAL or (value[0] in "[{" and not _MORE_AFTER_LIST.match(value)):
        return None
    return spot.line, f"expected quotation marks around a text that begins with '{value[0]}', got none"


def _colon_in_text(spot: _Spot) -> Verdict:
    in_braces = _value(spot.text).startswith("{")
    if in_braces or not spot.problem.startswith("mapping values") or not re.search(r":(?: |$)", _value(spot.text)):
        return None
    return spot.line, "expected quotation marks around a text that holds ': ', got none"


def _no_colon(spot: _Spot) -> Verdict:
    if "simple key" not in spot.context:
        return None
    words = spot.text.strip()
    shown = words if len(words) <= _FAR else f"{words[:_FAR]}…"
    if re.match(r"(?:- )?[\w-]+:\S", words):
        return spot.line, f"expected a space after the colon of the key, got '{shown}'"
    return (
        spot.line,
        f"expected a key with a colon and a space, got '{shown}'; a text that goes on needs more spaces here",
    )


def _indentation(spot: _Spot) -> Verdict:
    """A key or a dash that stands one space or more beside those that it belongs to."""
    number = spot.line
    if spot.text.lstrip().startswith("-") and spot.problem.startswith("mapping values"):
        number = spot.above(number) or 0  # a line that fell out of a list is noticed at the next dash
    above = spot.above(number)
    if above is None or number >= len(spot.lines):
        return None
    line = spot.lines[number]
    got = len(line) - len(line.lstrip(" "))
    wanted = _dash_above(spot, number) if line.lstrip().startswith("-") else _key_column(spot.lines[above])
    if wanted is None or wanted == got:
        return None
    name = line.split()[0].rstrip(":")
    goes_on = f"; a text that holds ': ' and goes on from line {above + 1} needs quotation marks" if got > wanted + 1 else ""
    return number, f"expected {_spaces(wanted)} before '{name}', as before what stands above it, got {got}{goes_on}"


def _dash_above(spot: _Spot, number: int) -> int | None:
    """Return the column of the dash above that is nearest to the one in this line."""
    got = spot.lines[number].index("-")
    columns = [line.index("-") for line in spot.lines[:number] if line.lstrip().startswith("- ")]
    return min(reversed(columns), key=lambda column: abs(column - got), default=None)


def _key_column(line: str) -> int | None:
    found = _KEY.match(line)
    return len(found["lead"]) if found else None


def _value(line: str) -> str:
    """Return what stands after the key, or after the dash, of a line."""
    found = _KEY.match(line)
    return (found["value"] if found else line.strip().removeprefix("- ")).strip()


def _spaces(number: int) -> str:
    return "no space" if number == 0 else f"{number} space{'s' * (number != 1)}"


_RULES: tuple[Callable[[_Spot], Verdict], ...] = (
    _tab,
    _unseen_character,
    _curly,
    _quotation_mark_left_open,
    _escape,
    _more_after_quotation_mark,
    _hash_in_text,
    _list_left_open,
    _list_beside_key,
    _special_start,
    _colon_in_text,
    _no_colon,
    _indentation,
    _list_without_key,
)
