"""What a mistake in YAML's own grammar means for a teacher: the line to look at, and what to write there.

The parser names the line where it could not go on, and what it was waiting for. What the author did wrong is found by
looking at that line and those above it. Each rule is a function that returns the line and the sentence, or None.
"""

import re
from collections.abc import Callable, Iterator

import yaml

from quizbank.banks.yaml_lines import KEY, Spot, Verdict, cut_off, split_lines, value_of
from quizbank.banks.yaml_quotation import escape, more_after_quotation_mark, quotation_mark_left_open
from quizbank.problems.problem import curly_quotes, unseen
from quizbank.problems.wording import counted

_SPECIAL = "%@`*&!|>?[]{},"
# A list or mapping on one line with more text behind it.
_MORE_AFTER_LIST = re.compile(r"[\[{].*[\]}]\s*[^\s,#\]}]")
# A text that begins on the line below: `>-` is no text.
_BLOCK = re.compile(r"[|>][-+\d]*(?:\s+#.*)?")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- )?[\w-]+:(?!//)\S")
_LONGEST = 40  # characters of a line that are shown


def explain(text: str, error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """Return the line (from 1) of a mistake, and one sentence: 'expected X, got Y'."""
    spot = _spot(text, error)
    for rule in _RULES:
        verdict = rule(spot)
        if verdict is not None:
            return verdict[0] + 1, verdict[1]
    return spot.line + 1, f"expected valid YAML, got a fault: {spot.problem}"


def _spot(text: str, error: yaml.MarkedYAMLError) -> Spot:
    stopped, began = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    context, problem = error.context or "", error.problem or "no YAML"
    line = stopped.line if stopped is not None else 0
    first = began.line if began is not None else line
    # What was being scanned when the parser stopped is where the mistake stands; the parser has often gone on to the next line.
    return Spot(
        split_lines(text),
        first if context.startswith("while scanning") else line,
        first,
        began.column if began else 0,
        line,
        problem,
        context,
    )


def _tab(spot: Spot) -> Verdict:
    lines = (spot.line, spot.stopped, spot.above(spot.line))
    number = next((each for each in lines if each is not None and _starts_with_tab(spot.lines, each)), None)
    return None if number is None else (number, "expected spaces for indentation, got a tab")


def _starts_with_tab(lines: list[str], number: int) -> bool:
    return number < len(lines) and lines[number].lstrip(" ").startswith("\t")


def _unseen_character(spot: Spot) -> Verdict:
    for number in (spot.line, spot.above(spot.line)):
        if number is not None and number < len(spot.lines) and (name := unseen(spot.lines[number])):
            return number, f"expected plain spaces, got a {name} in this line; delete it and type a space"
    return None


def _curly(spot: Spot) -> Verdict:
    quotes = curly_quotes(value_of(spot.text))
    message = f"expected straight quotation marks around the text, such as '…', got the curly ones {quotes}"
    return (spot.line, message) if quotes else None


def _hash_in_text(spot: Spot) -> Verdict:
    """A ' #' begins a comment. It cuts off the end of a list or of a text that goes on below."""
    last = min(spot.stopped, len(spot.lines) - 1)
    for number in range(spot.began if "flow" in spot.context else max(0, last - 1), last + 1):
        comment = cut_off(spot.lines[number])
        if comment:
            return number, f"expected quotation marks around a text that holds ' #', got none; '{comment}' counts as a comment"
    return None


def _list_left_open(spot: Spot) -> Verdict:
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


def _list_without_key(spot: Spot) -> Verdict:
    above = spot.above(spot.line)
    found = KEY.match(spot.lines[above]) if above is not None else None
    if not spot.text.lstrip().startswith("- ") or found is None or not found["value"].strip():
        return None
    return spot.line, "expected the key of this list, such as 'questions:', on a line of its own above it, got none"


def _list_beside_key(spot: Spot) -> Verdict:
    if not value_of(spot.text).startswith("- "):
        return None
    return spot.line, "expected the list to begin on the line below its key, got '-' on the same line"


def _special_start(spot: Spot) -> Verdict:
    value = value_of(spot.text)
    if (
        not value
        or value[0] not in _SPECIAL
        or _BLOCK.fullmatch(value)
        or (value[0] in "[{" and not _MORE_AFTER_LIST.match(value))
    ):
        return None
    return spot.line, f"expected quotation marks around a text that begins with '{value[0]}', got none"


def _colon_in_text(spot: Spot) -> Verdict:
    in_braces = value_of(spot.text).startswith("{")
    if in_braces or not spot.problem.startswith("mapping values") or not re.search(r":(?: |$)", value_of(spot.text)):
        return None
    return spot.line, "expected quotation marks around a text that holds ': ', got none"


def _no_space_after_colon(spot: Spot) -> Verdict:
    """Such a line counts as a text. Where it is the first of its keys, the parser stumbles over the colon of the next line."""
    number = spot.line if "simple key" in spot.context else spot.above(spot.line)
    between_keys = "simple key" in spot.context or spot.problem.startswith("mapping values")
    if not between_keys or number is None or number >= len(spot.lines) or not _KEY_WITHOUT_SPACE.match(spot.lines[number]):
        return None
    words = spot.lines[number].strip()
    return number, f"expected a space after the colon of the key, got '{_shown(words)}'"


def _no_colon(spot: Spot) -> Verdict:
    if "simple key" not in spot.context:
        return None
    wanted = "expected a key with a colon and a space"
    return spot.line, f"{wanted}, got '{_shown(spot.text.strip())}'; a text that goes on needs more spaces here"


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _indentation(spot: Spot) -> Verdict:
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


def _dash_above(spot: Spot, number: int) -> int | None:
    """Return the column of the dash above that is nearest to the one in this line."""
    got = spot.lines[number].index("-")
    columns = [line.index("-") for line in spot.lines[:number] if line.lstrip().startswith("- ")]
    return min(reversed(columns), key=lambda column: abs(column - got), default=None)


def _key_column(line: str) -> int | None:
    found = KEY.match(line)
    return len(found["lead"]) if found else None


def _spaces(number: int) -> str:
    return counted(number, "space") if number else "no space"


_RULES: tuple[Callable[[Spot], Verdict], ...] = (
    _tab,
    _unseen_character,
    _curly,
    quotation_mark_left_open,
    escape,
    more_after_quotation_mark,
    _hash_in_text,
    _list_left_open,
    _list_beside_key,
    _special_start,
    _colon_in_text,
    _no_space_after_colon,
    _no_colon,
    _indentation,
    _list_without_key,
)
