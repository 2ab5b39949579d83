"""Answers that are typed: words into a blank, a number, sentences."""

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element
from quizbank.exchange.shapes import Number, Typed, Written
from quizbank.exports.feedback import Texts, near_feedback, typed_number
from quizbank.exports.qti21.asked import Question
from quizbank.exports.qti21.rules import (
    FEEDBACK,
    RESPONSE,
    SCORE,
    decimal,
    mapped_score,
    mapping,
    response,
    set_to,
    value,
    variable,
    when,
)
from quizbank.exports.qti21.xhtml import with_blank, xhtml
from quizbank.texts.blanks import BLANK
from quizbank.texts.numbers import unit_parts

# Stands for the blank while a stem becomes HTML: a character that no text of a bank has.
_MARK = "\ue000"
_LINES_FOR_A_MARK = 3


def typed(answer: Typed, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return a blank to fill in, which stands in the stem where `blank_stem` has left its mark, or else behind it."""
    longest = max(len(text) for text in (*answer.answers, *(near.text for near in answer.near)))
    body = _with_entry(stem, {"expectedLength": str(longest)}, "", "")
    accepted = {text.casefold(): text for text in reversed(answer.answers)}.values()
    earned = mapping(dict.fromkeys(reversed(list(accepted)), Fraction(marks)), marks, any_case=True)
    notes, shown = _near(answer, texts, _says)
    declared = response("single", "string", answer.answers[:1], earned)
    return Question(declared, body, (mapped_score(), *shown), "textEntryInteraction", notes, mapped=True)


def blank_stem(stem: str) -> str:
    """Return a stem with a mark in place of its first blank."""
    return BLANK.sub(_MARK, stem, count=1)


def number(answer: Number, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return a number to be typed, with its unit beside the field."""
    before, after = unit_parts(answer.unit or None)
    body = _with_entry(stem, {"expectedLength": "12"}, before, after)
    right = when(_is(answer.value, answer.tolerance), set_to(SCORE, value("float", decimal(marks))))
    notes, shown = _near(answer, texts, lambda text: _is(Decimal(text), Decimal(0)))
    declared = response("single", "float", [typed_number(answer.value)])
    return Question(declared, body, (right, *shown), "textEntryInteraction", notes)


def written(answer: Written, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return an answer in sentences. What earns marks is said to whoever marks it; no rule can."""
    attributes = {"responseIdentifier": RESPONSE, "expectedLines": str(marks * _LINES_FOR_A_MARK)}
    scorer = element("rubricBlock", {"view": "scorer"}, *_guide(answer, texts))
    body = (*stem, *([scorer] if len(scorer) else []), element("extendedTextInteraction", attributes))
    return Question(response("single", "string", ()), body, (), "extendedTextInteraction")


def _guide(answer: Written, texts: Texts) -> tuple[Element, ...]:
    html = texts.block(answer.model) if answer.model else ""
    points = "".join(f"<li>{texts.line(point.text)} ({point.marks})</li>" for point in answer.points)
    said = f"{html}<ul>{points}</ul>" if points else html
    return tuple(xhtml(said)) if said else ()


def _with_entry(stem: tuple[Element, ...], attributes: dict[str, str], before: str, after: str) -> tuple[Element, ...]:
    entry = element("textEntryInteraction", {"responseIdentifier": RESPONSE, **attributes})
    if any(with_blank(block, _MARK, entry) for block in stem):
        return stem
    return (*stem, element("p", None, f"{before} ".lstrip(), entry, f" {after}".rstrip()))


def _near(
    answer: Typed | Number, texts: Texts, is_it: Callable[[str], Element]
) -> tuple[tuple[tuple[str, str], ...], tuple[Element, ...]]:
    found = {f"NEAR_{number}": each for number, each in enumerate(near_feedback(answer, texts), 1)}
    notes = tuple((name, html) for name, (_, html) in found.items())
    rules = tuple(when(_any(is_it, answers), set_to(FEEDBACK, value("identifier", name))) for name, (answers, _) in found.items())
    return notes, rules


def _any(is_it: Callable[[str], Element], answers: tuple[str, ...]) -> Element:
    return element("or", None, *map(is_it, answers))


def _says(text: str) -> Element:
    return element("stringMatch", {"caseSensitive": "false"}, variable(RESPONSE), value("string", text))


def _is(right: Decimal, tolerance: Decimal) -> Element:
    mode = {"toleranceMode": "absolute", "tolerance": span(right, tolerance)} if tolerance else {"toleranceMode": "exact"}
    return element("equal", mode, variable(RESPONSE), value("float", typed_number(right)))


def span(right: Decimal, tolerance: Decimal) -> str:
    """Return how far off a double may be below and above: as the author says, and so that both ends themselves are accepted."""
    middle, low, high = float(right), float(right - tolerance), float(right + tolerance)
    span = max(float(tolerance), middle - low, high - middle)
    while middle + span < high or middle - span > low:
        span = math.nextafter(span, math.inf)
    return f"{span:.17g} {span:.17g}" if span != float(tolerance) else f"{tolerance:f} {tolerance:f}"
