"""The shapes of answer in QTI 1.2: by the elements that take them, and by the rules that give the marks."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizbank.exchange.from_plain import plain_words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Number, Pair, Pairs, Sequence, Slip, Spare, Step, Written
from quizbank.exchange.texts import plain_line
from quizbank.imports.answers.blanks import case_of, numbered
from quizbank.imports.answers.options import tidy
from quizbank.imports.answers.orders import keeps_order
from quizbank.imports.answers.weights import WHOLE, Weighted, choice_of, typed_of
from quizbank.imports.readers.qti12.conditions import Rule, number
from quizbank.imports.readers.qti12.item import Item, ItemNotRead, labels

_PLACE = re.compile(r"\\?\[([\w-]{1,40})\\?\]")


@dataclass(frozen=True)
class Made:
    """What an item becomes: stem, answer (None for a case), parts of a case, what was lost."""

    stem: str
    answer: Answer | None
    parts: tuple[Portable, ...] = ()
    lost: tuple[str, ...] = ()


def answer_of(item: Item, presentation: Any) -> Made:
    """Return the stem and the answer of an item. Raises ItemNotRead."""
    responses = item.responses
    if "essay" in item.kind or (responses and _is_essay(item, responses)):
        return Made(item.text_of(presentation), Written(item.feedback("solution") or item.feedback("general_fb")))
    if not responses:
        raise ItemNotRead("expected an item that takes an answer, got a text alone")
    if len(responses) > 1:
        return _several(item, presentation, responses)
    response = responses[0]
    if response.tag in ("response_str", "response_num"):
        stem = item.text_of(presentation)
        answer, lost = _typed(item, response)
        return Made(stem, answer, lost=lost)
    if response.tag != "response_lid":
        raise ItemNotRead(f"expected choices, words or a number as answer, got {response.tag}")
    if (response.get("rcardinality") or "").lower() == "ordered":
        return Made(item.text_of(presentation), _steps(item, response))
    answer, lost = _choice(item, response)
    return Made(item.text_of(presentation), answer, lost=lost)


def _is_essay(item: Item, responses: list[Any]) -> bool:
    return responses[0].tag == "response_str" and not any(rule.wants or rule.bounds for rule in item.rules if rule.earns > 0)


def _name(response: Any) -> str:
    return response.get("ident") or ""


def _shares(item: Item, response: Any) -> dict[str, Decimal]:
    """Return what each choice earns, in percent of the most that can be earned."""
    ident = _name(response)
    several = (response.get("rcardinality") or "").lower() == "multiple"
    earning = [rule for rule in item.rules if rule.earns > 0 and any(name in (ident, "") for name, _ in rule.wants)]
    shares: dict[str, Decimal] = {}
    most = max((rule.earns for rule in earning), default=Decimal(0))
    for rule in earning:
        chosen = [value for name, value in rule.wants if name in (ident, "")]
        share = WHOLE if several or rule.earns == most else rule.earns / most * WHOLE
        shares |= {value: max(share, shares.get(value, Decimal(0))) for value in chosen}
    return shares


def _choice(item: Item, response: Any) -> tuple[Answer, tuple[str, ...]]:
    shares = _shares(item, response)
    feedback = {
        value: item.feedback(name)
        for rule in item.rules
        if len(rule.wants) == 1
        for _, value in rule.wants
        for name in rule.shows
    }
    given: list[Weighted] = []
    for label in labels(response):
        ident = label.get("ident") or ""
        given.append((shares.get(ident, Decimal(0)), item.text_of(label), feedback.get(ident) or item.feedback(f"{ident}_fb")))
    if not any(share > 0 for share, _, _ in given):
        raise ItemNotRead("expected a choice that earns marks, got none")
    several = (response.get("rcardinality") or "").lower() == "multiple"
    render = next(response.iter("render_choice"), None)
    fixed = render is not None and (render.get("shuffle") or "").lower() == "no" and _is_fixed(response)
    answer, lost = choice_of(given, several, shuffled=not (fixed or keeps_order(text for _, text, _ in given)))
    answer, more = tidy(answer)
    return answer, (*lost, *more)


def _is_fixed(response: Any) -> bool:
    """Say whether every choice must keep its place: `shuffle="No"` alone is what most programs write for any question."""
    return all((label.get("rshuffle") or "Yes").lower() == "no" for label in labels(response))


def _steps(item: Item, response: Any) -> Sequence:
    texts = {label.get("ident") or "": item.text_of(label) for label in labels(response)}
    best = max((rule for rule in item.rules if rule.earns > 0), key=lambda rule: len(rule.wants), default=None)
    order = [value for _, value in best.wants if value in texts] if best else []
    if sorted(order) != sorted(texts):
        raise ItemNotRead("expected a rule that names every step in the right order, got none")
    return Sequence(tuple(Step(texts[name]) for name in order))


def _typed(item: Item, response: Any) -> tuple[Answer, tuple[str, ...]]:
    ident = _name(response)
    rules = [rule for rule in item.rules if any(name in (ident, "") for name, _ in rule.wants) or rule.bounds]
    fib = next(response.iter("render_fib"), None)
    numeric = (
        "numerical" in item.kind
        or response.tag == "response_num"
        or (fib is not None and (fib.get("fibtype") or "").lower() in ("decimal", "integer"))
    )
    if numeric or any(rule.bounds for rule in rules):
        return _number(item, rules)
    most = max((rule.earns for rule in rules), default=Decimal(0))
    given = [
        (rule.earns / most * WHOLE if most > 0 else Decimal(0), plain_words(value), "\n\n".join(map(item.feedback, rule.shows)))
        for rule in rules
        for _, value in rule.wants
    ]
    if most <= 0:
        raise ItemNotRead("expected an answer that earns marks, got none")
    return typed_of(given)


def _number(item: Item, rules: list[Rule]) -> tuple[Answer, tuple[str, ...]]:
    right = [rule for rule in rules if rule.earns > 0]
    exact = next((value for rule in right for _, text in rule.wants if (value := number(text)) is not None), None)
    low = next(
        (value for rule in right for tag, text in rule.bounds if tag.startswith("varg") and (value := number(text)) is not None),
        None,
    )
    high = next(
        (value for rule in right for tag, text in rule.bounds if tag.startswith("varl") and (value := number(text)) is not None),
        None,
    )
    if exact is None and (low is None or high is None):
        raise ItemNotRead("expected a number that earns marks, got none")
    value = exact if exact is not None else ((low or Decimal(0)) + (high or Decimal(0))) / 2
    tolerance = (
        max(abs(value - bound) for bound in (low, high) if bound is not None)
        if low is not None or high is not None
        else Decimal(0)
    )
    slips = tuple(
        Slip(wrong, "\n\n".join(map(item.feedback, rule.shows)))
        for rule in rules
        if rule.earns <= 0 and not rule.bounds
        for _, text in rule.wants
        if (wrong := number(text)) is not None
    )
    return Number(value, tolerance, slips=slips), ()


def _several(item: Item, presentation: Any, responses: list[Any]) -> Made:
    """Return pairs, where each response asks for one of the same choices, or a case of blanks."""
    stem = _without(item, presentation, responses)
    chosen = [(response, _right_of(item, response)) for response in responses]
    places = _PLACE.findall(stem)
    if all(response.tag == "response_lid" for response in responses) and len(places) < len(responses):
        texts = [{label.get("ident") or "": item.text_of(label) for label in labels(response)} for response in responses]
        pairs = tuple(
            Pair(item.text_of(response), own.get(right, ""))
            for (response, right), own in zip(chosen, texts, strict=True)
            if right in own
        )
        used = {plain_line(pair.right) for pair in pairs}
        spare = tuple(
            Spare(text) for text in dict.fromkeys(text for own in texts for text in own.values()) if plain_line(text) not in used
        )
        return Made(stem, Pairs(pairs, spare))
    answers = [_choice(item, each) if each.tag == "response_lid" else _typed(item, each) for each in responses]
    passage = numbered(stem, _PLACE, len(responses))
    case = case_of(passage, [Portable("", "", "", answer) for answer, _ in answers])
    return Made(passage, None, case.parts, tuple(loss for _, losses in answers for loss in losses))


def _without(item: Item, presentation: Any, responses: list[Any]) -> str:
    """Return the words of the presentation without those of its responses."""
    kept = [(response, response.getparent(), response.getparent().index(response)) for response in responses]
    for response, parent, _ in kept:
        parent.remove(response)
    text = item.text_of(presentation)
    for response, parent, place in kept:
        parent.insert(place, response)
    return text


def _right_of(item: Item, response: Any) -> str:
    """Return the name of the choice that is right for one response of several."""
    ident = _name(response)
    return next((value for rule in item.rules if rule.earns > 0 for name, value in rule.wants if name == ident), "")
