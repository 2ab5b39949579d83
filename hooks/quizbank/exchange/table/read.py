"""The shapes of answer from the cells of a row, for each type of row. What cannot be right is refused with the column."""

from collections.abc import Callable
from decimal import Decimal

from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Point,
    Sequence,
    Slip,
    Spare,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.exchange.table.cells import RowFault, decimal, divided, lettered, letters, text_of, whole, yes
from quizbank.exchange.table.columns import COLUMNS, Row

_OF_ANSWERS = {"option", "right", "match", "reason", "groups", "tolerance", "unit", "model answer", "keep order"}
# Which columns of answers each type has a use for; 'all' are those that every row may fill.
USES: dict[str, set[str]] = {
    "all": {column.name for column in COLUMNS} - _OF_ANSWERS,
    "case": set(),
    "single-choice": {"option", "right", "reason", "keep order"},
    "multiple-choice": {"option", "right", "reason", "keep order"},
    "true-false": {"right", "reason"},
    "matching": {"option", "match", "reason"},
    "sorting": {"option", "match", "reason", "groups"},
    "ordering": {"option", "reason"},
    "fill-in": {"option", "right", "reason"},
    "numeric": {"option", "right", "reason", "tolerance", "unit", "model answer"},
    "short-answer": {"option", "match", "model answer"},
}


def answer_of(kind: str, row: Row) -> Answer:
    """Return the answer of a row of a type. Raises RowFault."""
    return _READERS[kind](row)


def _choice(row: Row, several: bool) -> Choice:
    options, reasons = _options(row, 2), lettered(row, "reason")
    right = letters(row, "right", tuple(options))
    if not right or (len(right) > 1 and not several):
        wanted = "the letters of the right options, such as A, C" if several else "the letter of the one right option, such as B"
        raise RowFault("right", f"expected {wanted}, got '{text_of(row, 'right')}'")
    given = tuple(Alternative(text, name in right, reasons.get(name, "")) for name, text in options.items())
    return Choice(given, several, shuffled=not yes(row, "keep order"))


def _truth(row: Row) -> Truth:
    right, reasons = text_of(row, "right").lower(), lettered(row, "reason")
    if right not in ("true", "false"):
        raise RowFault("right", f"expected true or false, got '{right}'")
    _beside(reasons, {"A": "", "B": ""}, "expected reasons A (for true) and B (for false) only")
    return Truth(right == "true", reasons.get("A", ""), reasons.get("B", ""))


def _matching(row: Row) -> Pairs:
    options, partners, reasons = lettered(row, "option"), lettered(row, "match"), lettered(row, "reason")
    _at_least(options, 2)
    _beside(reasons, partners, "expected a match beside this reason, got an empty cell")
    for name in options:
        if name not in partners:
            raise RowFault(f"match {name}", "expected what belongs to this option, got an empty cell")
    pairs = tuple(Pair(text, partners[name], reasons.get(name, "")) for name, text in options.items())
    spare = tuple(Spare(text, reasons.get(name, "")) for name, text in partners.items() if name not in options)
    return Pairs(pairs, spare)


def _sorting(row: Row) -> Pairs:
    found = _matching(row)
    groups = divided(text_of(row, "groups")) or tuple(dict.fromkeys(pair.right for pair in found.pairs))
    if found.spare:
        empty = next(name for name in lettered(row, "match") if not text_of(row, f"option {name}"))
        raise RowFault(f"option {empty}", "expected what belongs to this group, got an empty cell")
    for name, group in lettered(row, "match").items():
        if group not in groups:
            raise RowFault(f"match {name}", f"expected one of the groups ({', '.join(groups)}), got '{group}'")
    return Pairs(found.pairs, groups=groups)


def _sequence(row: Row) -> Sequence:
    options, reasons = _options(row, 2), lettered(row, "reason")
    return Sequence(tuple(Step(text, reasons.get(name, "")) for name, text in options.items()))


def _typed(row: Row) -> Typed:
    options, reasons = _options(row, 0), lettered(row, "reason")
    answers = divided(text_of(row, "right"))
    if not answers:
        raise RowFault("right", "expected the accepted answers, with | between them, got an empty cell")
    return Typed(answers, tuple(Near(text, reasons.get(name, "")) for name, text in options.items()))


def _number(row: Row) -> Number:
    options, reasons = _options(row, 0), lettered(row, "reason")
    return Number(
        decimal(row, "right"),
        decimal(row, "tolerance") if text_of(row, "tolerance") else Decimal(0),
        text_of(row, "unit"),
        text_of(row, "model answer"),
        tuple(Slip(decimal(row, f"option {name}"), reasons.get(name, "")) for name in options),
    )


def _written(row: Row) -> Written:
    options = lettered(row, "option")
    _beside(lettered(row, "match"), options, "expected a point beside these marks, got an empty cell", "match")
    points = tuple(Point(text, whole(row, f"match {name}", 1)) for name, text in options.items())
    return Written(text_of(row, "model answer"), points)


def _options(row: Row, fewest: int) -> dict[str, str]:
    """Return the options by their letters, after a look that none is missing where a reason stands."""
    options = lettered(row, "option")
    _at_least(options, fewest)
    _beside(lettered(row, "reason"), options, "expected an option beside this reason, got an empty cell")
    return options


def _at_least(options: dict[str, str], fewest: int) -> None:
    if len(options) < fewest:
        wanted = "an answer" if fewest == 1 else f"{fewest} filled options or more"
        raise RowFault("option A", f"expected {wanted}, got {len(options)}")


def _beside(found: dict[str, str], wanted: dict[str, str], message: str, name: str = "reason") -> None:
    for each in found:
        if each not in wanted:
            raise RowFault(f"{name} {each}", message)


_READERS: dict[str, Callable[[Row], Answer]] = {
    "single-choice": lambda row: _choice(row, several=False),
    "multiple-choice": lambda row: _choice(row, several=True),
    "true-false": _truth,
    "matching": _matching,
    "sorting": _sorting,
    "ordering": _sequence,
    "fill-in": _typed,
    "numeric": _number,
    "short-answer": _written,
}
