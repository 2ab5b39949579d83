"""The answers of each type of question in Moodle XML."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from html import unescape
from typing import Any

from quizbank.exchange.from_plain import clean, plain_words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Pair, Pairs, Sequence, Spare, Step, Truth, Typed, Written
from quizbank.imports.answers.blanks import case_of, numbered
from quizbank.imports.answers.options import tidy
from quizbank.imports.answers.orders import keeps_order
from quizbank.imports.answers.weights import choice_of, number_of, typed_of
from quizbank.imports.files.xml_text import children, words
from quizbank.imports.ours.spellings import without_spellings
from quizbank.imports.readers.moodle.asked import Asked, Made, TypeNotRead

_GAP = re.compile(r"\\?\[\\?\[(\d+)\]\\?\]")


def _choice(asked: Asked, stem: str) -> Made:
    several = not asked.is_true("single", True)
    given = [(share, asked.text(each), why) for share, each, why in asked.answers()]
    fixed = not asked.is_true("shuffleanswers", True)
    if asked.ours:
        return Made(stem, choice_of(given, several, not fixed)[0])
    answer, lost = choice_of(given, several, not (fixed or keeps_order(text for _, text, _ in given)))
    answer, more = tidy(answer)
    if not any(option.right for option in answer.options):
        raise TypeNotRead("expected one right answer (fraction 100) or more, got none")
    return Made(stem, answer, lost=(*lost, *more))


def _truth(asked: Asked, stem: str) -> Made:
    found = {clean(words(each, "text")).lower(): (share, why) for share, each, why in asked.answers()}
    if "true" not in found:
        raise TypeNotRead(f"expected the answers true and false, got {', '.join(found) or 'none'}")
    return Made(stem, Truth(found["true"][0] > 0, found["true"][1], found.get("false", (Decimal(0), ""))[1]))


def _typed(asked: Asked, stem: str) -> Made:
    given = [(share, _plain(each), why) for share, each, why in asked.answers()]
    answer, lost = typed_of([each for each in given if each[1]])
    if not answer.answers:
        raise TypeNotRead("expected an answer with a fraction of 100, got none")
    wild = any("*" in words(each, "text").replace("\\*", "") for share, each, _ in asked.answers() if share > 0)
    answer = replace(answer, answers=without_spellings(answer)) if asked.ours else answer
    return Made(stem, answer, lost=(*lost, *["a star in an answer stands for itself here"] * wild))


def _plain(element: Any) -> str:
    return plain_words(words(element, "text")).replace("\\*", "*")


def _number(asked: Asked, stem: str) -> Made:
    given = []
    for share, each, why in asked.answers():
        value, tolerance = _decimal(words(each, "text")), _decimal(words(each, "tolerance") or "0")
        if value is not None:
            given.append((share, value, abs(tolerance or Decimal(0)), why))
    number, lost = number_of(given)
    if number is None:
        raise TypeNotRead("expected a number with a fraction of 100, got none")
    unit = clean(words(asked.element, "units/unit/unit_name"))
    return Made(stem, replace(number, unit=unit), lost=lost)


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 12 and value.adjusted() > -9 else None


def _pairs(asked: Asked, stem: str) -> Made:
    texts = [(asked.text(each), _answer(asked, each)) for each in children(asked.element, "subquestion")]
    pairs = tuple(Pair(left, right) for left, right in texts if left and right)
    return Made(stem, Pairs(pairs, tuple(Spare(right) for left, right in texts if right and not left)))


def _answer(asked: Asked, element: Any) -> str:
    """Return the partner of a subquestion, which has no format of its own and so is plain text."""
    found = element.find("answer")
    if found is None:
        return ""
    text = unescape(words(found)) if asked.ours else words(found)
    return asked.text(found) if found.get("format") else asked.texts.markdown(text, "plain")


def _steps(asked: Asked, stem: str) -> Made:
    """Return the steps of an ordering: its answers, whose fraction is their place."""
    placed = sorted(asked.answers(), key=lambda each: each[0])
    return Made(stem, Sequence(tuple(Step(asked.text(each), why) for _, each, why in placed)))


def _written(asked: Asked, stem: str) -> Made:
    return Made(stem, Written(asked.text(asked.element.find("graderinfo"))))


def _gaps(asked: Asked, stem: str) -> Made:
    """Return a text with [[1]] in it, into which words are dragged or chosen, as a case of fill-ins."""
    boxes = [clean(words(each, "text")) for each in children(asked.element, "dragbox", "selectoption")]
    wanted = [int(number) for number in _GAP.findall(stem)]
    if not wanted or max(wanted) > len(boxes):
        raise TypeNotRead(f"expected gaps such as [[1]] for the {len(boxes)} answers, got {_GAP.findall(stem) or 'none'}")
    answers = [Typed((plain_words(boxes[number - 1]),)) for number in wanted]
    lost = ("the words that could be dragged are typed now",)
    if len(answers) == 1:
        return Made(_GAP.sub("____", stem), answers[0], lost=lost)
    passage = numbered(stem, _GAP, len(answers))
    case = case_of(passage, [Portable("", "", "", answer) for answer in answers])
    return Made(passage, None, case.parts, lost)


TYPES: dict[str, Callable[[Asked, str], Made]] = {
    "multichoice": _choice,
    "multichoiceset": _choice,
    "truefalse": _truth,
    "shortanswer": _typed,
    "numerical": _number,
    "matching": _pairs,
    "ordering": _steps,
    "essay": _written,
    "ddwtos": _gaps,
    "gapselect": _gaps,
}
