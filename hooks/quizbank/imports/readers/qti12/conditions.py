"""Which responses of a QTI 1.2 item earn the marks, and what is said to each."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from quizbank.imports.files.xml_text import children


@dataclass(frozen=True)
class Rule:
    """One condition: which values of which response it wants and which it excludes, its bounds, what it earns, what it shows."""

    wants: tuple[tuple[str, str], ...]
    excludes: tuple[tuple[str, str], ...]
    bounds: tuple[tuple[str, str], ...]
    earns: Decimal
    shows: tuple[str, ...]
    any_of: bool


def rules_of(item: Any) -> list[Rule]:
    """Return the rules of an item in their order."""
    return [_rule(each) for each in item.iter("respcondition")]


def _rule(condition: Any) -> Rule:
    wants: list[tuple[str, str]] = []
    excludes: list[tuple[str, str]] = []
    bounds: list[tuple[str, str]] = []
    for variables in children(condition, "conditionvar"):
        for element, negated in _leaves(variables, False):
            pair = (element.get("respident") or "", (element.text or "").strip())
            if element.tag in ("varequal", "varsubset"):
                (excludes if negated else wants).append(pair)
            elif element.tag in ("vargte", "vargt", "varlte", "varlt"):
                bounds.append((element.tag, pair[1]))
    shows = tuple(each.get("linkrefid") or "" for each in condition.iter("displayfeedback"))
    any_of = next(condition.iter("or"), None) is not None
    return Rule(tuple(wants), tuple(excludes), tuple(bounds), _earned(condition), shows, any_of)


def _leaves(element: Any, negated: bool) -> Iterator[tuple[Any, bool]]:
    for each in element:
        if each.tag == "not":
            yield from _leaves(each, not negated)
        elif each.tag in ("and", "or"):
            yield from _leaves(each, negated)
        else:
            yield each, negated


def _earned(condition: Any) -> Decimal:
    """Return what a rule gives to the score."""
    total = Decimal(0)
    for each in condition.iter("setvar"):
        if (each.get("varname") or "SCORE").upper() in ("SCORE", "QUE_SCORE"):
            value = number(each.text or "")
            sign = -1 if (each.get("action") or "Set").lower() == "subtract" else 1
            total += sign * (value if value is not None else Decimal(0))
    return total


def number(text: str) -> Decimal | None:
    """Return a number, or None for what is none."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 12 and value.adjusted() > -9 else None
