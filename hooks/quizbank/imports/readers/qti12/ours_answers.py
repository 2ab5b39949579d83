"""The answers of items that we wrote for Canvas, by Canvas's names of their types."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from quizbank.exchange.from_plain import from_plain, plain_words
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Number,
    Pair,
    Pairs,
    Sequence,
    Spare,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.imports.files.xml_text import words
from quizbank.imports.readers.qti12.conditions import number
from quizbank.imports.readers.qti12.item import Item, ItemNotRead, labels


def answer_of_ours(item: Item) -> Answer:
    """Return the answer of an item, without what its general feedback says. Raises ItemNotRead."""
    read = _TYPES.get(item.kind)
    if read is None or not item.responses:
        raise ItemNotRead(f"expected one of the types {', '.join(_TYPES)} with an answer, got '{item.kind}'")
    return read(item)


def _choice(item: Item) -> Choice:
    right = {value for rule in item.rules if rule.earns > 0 for _, value in rule.wants}
    found = [(each.get("ident") or "", item.text_of(each)) for each in labels(item.responses[0])]
    options = tuple(Alternative(text, name in right, item.feedback(f"{name}_fb")) for name, text in found)
    if not any(option.right for option in options):
        raise ItemNotRead("expected a choice that earns marks, got none")
    render = next(item.responses[0].iter("render_choice"), None)
    return Choice(options, item.kind.startswith("multiple_answers"), render is None or render.get("shuffle") != "No")


def _truth(item: Item) -> Truth:
    options = _choice(item).options
    if len(options) != 2:
        raise ItemNotRead(f"expected the choices true and false, got {len(options)}")
    yes, no = options
    return Truth(yes.right, yes.why, no.why)


def _rows(item: Item) -> Answer:
    """Return pairs; those of an ordering are its steps with their places."""
    chosen = {name: value for rule in item.rules if rule.earns > 0 for name, value in rule.wants}
    rights = {each.get("ident") or "": from_plain(words(each)) for each in labels(item.responses[0])}
    pairs = tuple(_pair(item, row, rights, chosen) for row in item.responses)
    if item.said("kind") == "ordering":
        steps = sorted(pairs, key=lambda pair: number(pair.right) or Decimal(0))
        return Sequence(tuple(Step(step.left, step.why) for step in steps))
    if item.said("kind") == "sorting":
        return Pairs(pairs, groups=tuple(rights.values()))
    used = {pair.right for pair in pairs}
    return Pairs(pairs, tuple(Spare(text) for text in rights.values() if text not in used))


def _pair(item: Item, row: Any, rights: Mapping[str, str], chosen: Mapping[str, str]) -> Pair:
    name = row.get("ident") or ""
    right = rights.get(chosen.get(name, ""))
    if right is None:
        raise ItemNotRead("expected a partner for each row, got a row without one")
    return Pair(item.text_of(row), right, item.feedback(f"{name.removeprefix('response_')}_fb"))


def _typed(item: Item) -> Typed:
    answers = tuple(plain_words(value) for rule in item.rules if rule.earns > 0 for _, value in rule.wants)
    if not answers:
        raise ItemNotRead("expected an answer that earns marks, got none")
    return Typed(answers)


def _number(item: Item) -> Number:
    right = [rule for rule in item.rules if rule.earns > 0]
    values = [value for rule in right for _, text in rule.wants if (value := number(text)) is not None]
    bounds = [value for rule in right for _, text in rule.bounds if (value := number(text)) is not None]
    if not values:
        raise ItemNotRead("expected a number that earns marks, got none")
    return Number(values[0], max((abs(values[0] - bound) for bound in bounds), default=Decimal(0)))


def _written(_: Item) -> Written:
    return Written("")


_TYPES: dict[str, Callable[[Item], Answer]] = {
    "multiple_choice_question": _choice,
    "multiple_answers_question": _choice,
    "true_false_question": _truth,
    "matching_question": _rows,
    "short_answer_question": _typed,
    "numerical_question": _number,
    "essay_question": _written,
}
