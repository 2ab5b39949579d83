"""Reads the answer of a question from the back of its card as Anki renders it: what a learner sees, and nothing of the writer."""

import re
from decimal import Decimal
from typing import Any

from lxml import html

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.texts import block_html

_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")


def words(element: Any) -> str:
    """Return the words of an element in one line."""
    return " ".join(element.text_content().split())


def seen(text: str) -> str:
    """Return the words that a reader sees of a text of a bank."""
    return words(html.fragment_fromstring(block_html(text), create_parent="div"))


def _held(element: Any, name: str) -> str:
    found = element.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")
    return words(found[0]) if found else ""


def _own(entry: Any) -> str:
    """Return the words of an entry without those of its reason."""
    return words(entry).removesuffix(_held(entry, "quiz-why")).strip()


def back_of(question: Portable, back: str) -> Any:
    """Return what the back of a card says of an answer, in the form of `answer_of`."""
    root = html.fragment_fromstring(back, create_parent="div")
    for script in root.xpath(".//script"):
        script.drop_tree()
    rows = root.xpath(".//li[contains(@class, 'quiz-option') or contains(@class, 'quiz-row')]")
    entries = root.xpath(".//ul[@class='quiz-list']/li")
    match question.answer:
        case Choice() | Truth():
            return [(_held(row, "quiz-text"), "✓" in _held(row, "quiz-tag"), _held(row, "quiz-why")) for row in rows]
        case Pairs():
            pairs = [(_held(row, "quiz-text"), _held(row, "quiz-key").removeprefix("→ "), _held(row, "quiz-why")) for row in rows]
            return pairs, [(_own(entry), _held(entry, "quiz-why")) for entry in entries]
        case Sequence():
            return [(_held(row, "quiz-text"), _held(row, "quiz-why")) for row in rows]
        case Typed():
            return [words(key) for key in root.xpath(".//*[@data-accepted]")], _close(root)
        case Number():
            return _value(_held(root, "quiz-key")), [(_value(text), why) for text, why in _close(root)]
        case Written():
            return _model(root), [words(entry) for entry in root.xpath(".//ul[@class='quiz-points']/li")]


def _close(root: Any) -> list[tuple[str, str]]:
    return [(_own(entry), _held(entry, "quiz-why")) for entry in root.xpath(".//*[@data-near]")]


def _value(text: str) -> Decimal:
    (number,) = _NUMBER.findall(text)
    return Decimal(number.replace(",", ""))


def _model(root: Any) -> str:
    said = words(root.xpath(".//*[@data-kind]")[0])
    return said.partition("Model answer")[2].partition("Points that your answer makes")[0].strip()


def answer_of(question: Portable) -> Any:
    """Return the answer as its shape has it."""
    match question.answer:
        case Choice(options=options):
            return [(seen(option.text), option.right, seen(option.why)) for option in options]
        case Truth() as truth:
            return [("True", truth.right, seen(truth.why_true)), ("False", not truth.right, seen(truth.why_false))]
        case Pairs() as pairs:
            spare = [(seen(each.text), seen(each.why)) for each in pairs.spare]
            return [(seen(pair.left), seen(pair.right), seen(pair.why)) for pair in pairs.pairs], spare
        case Sequence(steps=steps):
            return [(f"{place}. {seen(step.text)}", seen(step.why)) for place, step in enumerate(steps, 1)]
        case Typed() as typed:
            return [seen(text) for text in typed.answers], [(seen(near.text), seen(near.why)) for near in typed.near]
        case Number() as number:
            return number.value, [(slip.value, seen(slip.why)) for slip in number.slips]
        case Written() as written:
            points = [f"{seen(each.text)} ({each.marks} mark{'s' * (each.marks > 1)})" for each in written.points]
            return seen(written.model), points
