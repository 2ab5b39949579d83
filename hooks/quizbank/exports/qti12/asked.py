"""What each shape of answer gives to its item, in the type of question that Canvas has for it.

Canvas takes the key from conditions that set or add to SCORE, and for typed answers from every comparison in any condition. So a
wrong answer that is typed can have no feedback of its own: its reason stands in the feedback for all wrong answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element
from quizbank.exchange.order import ordered
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Alternative, Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.texts import plain_line
from quizbank.exports.feedback import Texts, typed_number
from quizbank.exports.qti12.parts import RESPONSE, answer_ids, chosen, condition, html, label, match_ids, plain_words

_FULL = "100"


@dataclass(frozen=True)
class Question:
    """The part of an item that depends on its answer: Canvas's type, the numbers of answers, fields, conditions, feedback."""

    kind: str
    ids: tuple[str, ...]
    fields: tuple[Element, ...]
    conditions: tuple[Element, ...]
    reasons: tuple[tuple[str, str], ...] = ()


def asked(question: Portable, texts: Texts) -> Question:
    """Return the part of an item that depends on its answer. Raises ValueError for a question without one."""
    match question.answer:
        case Choice() as answer:
            kind = "multiple_answers_question" if answer.several else "multiple_choice_question"
            return _choice(kind, answer, [texts.line(option.text) for option in answer.options], texts)
        case Truth() as answer:
            return _truth(answer, texts)
        case Pairs() as answer:
            return _pairs(answer, texts)
        case Sequence() as answer:
            return _sequence(answer, texts)
        case Typed(answers=answers):
            return _typed(answers)
        case Number() as answer:
            return _number(answer)
        case Written():
            return Question("essay_question", (), (_entry(),), (condition(element("other")),))
    raise ValueError(f"{question.id}: expected a question with an answer, got a case")


def _choice(kind: str, answer: Choice, shown: list[str], texts: Texts) -> Question:
    ids = answer_ids(len(shown))
    labels = [label(name, html(text)) for name, text in zip(ids, shown, strict=True)]
    shuffle = {"shuffle": "Yes" if answer.shuffled else "No"}
    field = element("response_lid", _cardinality(answer.several), element("render_choice", shuffle, *labels))
    reasons = _reasons(ids, [option.why for option in answer.options], texts)
    told = [condition(chosen(name.removesuffix("_fb")), shows=name, goes_on=True) for name, _ in reasons]
    right = condition(*_key(ids, answer), score=_FULL)
    return Question(kind, tuple(ids), (field,), (*told, right), reasons)


def _cardinality(several: bool) -> dict[str, str]:
    return {"ident": RESPONSE, "rcardinality": "Multiple" if several else "Single"}


def _key(ids: list[str], answer: Choice) -> Iterator[Element]:
    """Yield the condition of the right answer: with several, each right option and none of the others."""
    right = [name for name, option in zip(ids, answer.options, strict=True) if option.right]
    if not answer.several:
        yield chosen(right[0])
        return
    tests = [chosen(name) if name in right else element("not", None, chosen(name)) for name in ids]
    yield element("and", None, *tests)


def _truth(answer: Truth, texts: Texts) -> Question:
    options = (Alternative("", answer.right, answer.why_true), Alternative("", not answer.right, answer.why_false))
    shown = [texts.say("kind.true"), texts.say("kind.false")]
    return _choice("true_false_question", Choice(options, shuffled=False), shown, texts)


def _pairs(answer: Pairs, texts: Texts) -> Question:
    rights = [plain_line(text) for text in answer.groups or _mixed(answer.rights)]
    keys = [plain_line(pair.right) for pair in answer.pairs]
    return _matching([texts.line(pair.left) for pair in answer.pairs], keys, rights, [pair.why for pair in answer.pairs], texts)


def _sequence(answer: Sequence, texts: Texts) -> Question:
    """Return steps to be matched with their positions, which marks as the ordering does: each in its place earns its share."""
    place = {step.text: str(number) for number, step in enumerate(answer.steps, 1)}
    steps = sorted(answer.steps, key=lambda step: _mixed(place).index(step.text))
    keys = [place[step.text] for step in steps]
    return _matching([texts.line(step.text) for step in steps], keys, list(place.values()), [step.why for step in steps], texts)


def _mixed(entries: tuple[str, ...] | dict[str, str]) -> list[str]:
    return [option.text for option in ordered(Alternative(text, right=False) for text in entries)]


def _matching(lefts: list[str], keys: list[str], rights: list[str], whys: list[str], texts: Texts) -> Question:
    ids, matches = answer_ids(len(lefts)), match_ids(len(rights))
    share = f"{float(Fraction(100, len(lefts))):.2f}"
    names = dict(zip(rights, matches, strict=True))
    fields = [_row(name, left, names) for name, left in zip(ids, lefts, strict=True)]
    reasons = _reasons(ids, whys, texts)
    conditions = list(_scored(ids, [names[key] for key in keys], share, {name for name, _ in reasons}))
    return Question("matching_question", tuple(ids), tuple(fields), tuple(conditions), reasons)


def _row(name: str, left: str, names: dict[str, str]) -> Element:
    choices = element("render_choice", None, *(label(match, plain_words(text)) for text, match in names.items()))
    return element("response_lid", {"ident": f"response_{name}"}, html(left), choices)


def _scored(ids: list[str], matches: list[str], share: str, told: set[str]) -> Iterator[Element]:
    """Yield for each row its share, and behind it, for the last word on a row counts, its reason where the row is wrong."""
    for name, match in zip(ids, matches, strict=True):
        test = f"response_{name}"
        yield condition(chosen(match, test), score=share, adds=True, goes_on=True)
        if f"{name}_fb" in told:
            yield condition(element("not", None, chosen(match, test)), shows=f"{name}_fb", goes_on=True)


def _reasons(ids: list[str], whys: list[str], texts: Texts) -> tuple[tuple[str, str], ...]:
    return tuple((f"{name}_fb", texts.block(why)) for name, why in zip(ids, whys, strict=True) if why)


def _typed(answers: tuple[str, ...]) -> Question:
    """Return a typed answer, with a condition for each accepted one: several tests in one condition would all have to hold."""
    right = tuple(condition(chosen(text), score=_FULL) for text in answers)
    return Question("short_answer_question", tuple(answer_ids(len(answers))), (_entry(),), right)


def _number(answer: Number) -> Question:
    low, high = answer.value - answer.tolerance, answer.value + answer.tolerance
    bounds = element("and", None, _bound("vargte", low), _bound("varlte", high))
    test = element("or", None, chosen(typed_number(answer.value)), bounds)
    return Question("numerical_question", tuple(answer_ids(1)), (_entry("Decimal"),), (condition(test, score=_FULL),))


def _bound(tag: str, number: Decimal) -> Element:
    return element(tag, {"respident": RESPONSE}, typed_number(number))


def _entry(kind: str = "") -> Element:
    fib = element(
        "render_fib", {"fibtype": kind} if kind else None, element("response_label", {"ident": "answer1", "rshuffle": "No"})
    )
    return element("response_str", _cardinality(several=False), fib)
