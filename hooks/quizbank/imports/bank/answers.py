"""The shapes of answer as keys of a bank: which kind a shape becomes, and what of it is lost."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from quizbank.exchange.from_plain import from_plain, plain_words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Alternative, Choice, Number, Pair, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.texts import plain_line
from quizbank.imports.bank import wanted
from quizbank.imports.bank.texts import line, text
from quizbank.imports.bank.wanted import given
from quizbank.imports.bank.yaml_text import Bare, Gap, Value
from quizbank.texts import typed
from quizbank.texts.blanks import BLANK

_YES, _NO = Bare("yes"), Bare("no")
_TRUTH = {"true": True, "false": False}
_ESCAPED_BLANK = re.compile(r"(?:\\_){2,}")


class NotTaken(Exception):
    """A question has no kind in a bank; the message says what was expected and what is there."""


@dataclass(frozen=True)
class Fields:
    """What a shape becomes: the kind, the stem, and the keys of the answer, in the order of a bank."""

    kind: str
    stem: str
    answer: dict[str, Value]
    lost: tuple[str, ...] = ()


def fields_of(question: Portable) -> Fields:
    """Return the fields of a question that is no case. Raises NotTaken."""
    match question.answer:
        case Choice():
            return _choice(question.stem, question.answer)
        case Truth():
            return _truth(question.stem, question.answer)
        case Pairs():
            return _pairs(question.stem, question.answer)
        case Sequence(steps=steps):
            entries = [{"text": line(step.text), "why": given(text(step.why), wanted.WHY_STEP)} for step in steps]
            return Fields("ordering", text(question.stem), {"steps": entries})
        case Typed():
            return _typed(question, question.answer)
        case Number():
            return _number(question.stem, question.answer)
        case Written():
            return _written(question, question.answer)
    raise NotTaken("expected a question with an answer, got none")


def _choice(stem: str, answer: Choice) -> Fields:
    told = _as_truth(answer)
    if told is not None:
        return _truth(stem, told)
    right = [option.right for option in answer.options].count(True)
    kind = "multiple-choice" if answer.several or right > 1 else "single-choice"
    options: list[Value] = [_option(option) for option in answer.options]
    order: dict[str, Value] = {} if answer.shuffled else {"keep_order": _YES}
    lost = () if right else (f"nobody says which option is right; wanted: {wanted.CORRECT}",)
    return Fields(kind, text(stem), {**order, "options": options}, lost)


def _option(option: Alternative) -> Value:
    key: dict[str, Value] = {"correct": _YES} if option.right else {}
    why = given(text(option.why), wanted.WHY_RIGHT if option.right else wanted.WHY_WRONG)
    return {"text": line(option.text), **key, "why": why}


def _as_truth(answer: Choice) -> Truth | None:
    """Return a choice between the words true and false as a statement to judge."""
    found = {_TRUTH.get(plain_line(option.text).strip(".").lower()): option for option in answer.options}
    if answer.several or len(answer.options) != 2 or set(found) != {True, False} or found[True].right == found[False].right:
        return None
    return Truth(found[True].right, found[True].why, found[False].why)


def _truth(stem: str, answer: Truth) -> Fields:
    whys = ((answer.why_true, answer.right, "why_true"), (answer.why_false, not answer.right, "why_false"))
    reasons = {key: given(text(why), wanted.WHY_RIGHT if right else wanted.WHY_WRONG) for why, right, key in whys}
    return Fields("true-false", text(stem), {"answer": "true" if answer.right else "false", **reasons})


def _pairs(stem: str, answer: Pairs) -> Fields:
    rights = [line(pair.right) for pair in answer.pairs]
    if answer.groups or len(set(rights)) < len(rights):
        return _sorting(stem, answer)
    pairs: list[Value] = [_pair(pair) for pair in answer.pairs]
    spare: list[Value] = [{"text": line(each.text), "why": given(text(each.why), wanted.WHY_SPARE)} for each in answer.spare]
    return Fields("matching", text(stem), {"pairs": pairs, **({"spare": spare} if spare else {})})


def _pair(pair: Pair) -> Value:
    return {"left": line(pair.left), "right": line(pair.right), "why": given(text(pair.why), wanted.WHY_PAIR)}


def _sorting(stem: str, answer: Pairs) -> Fields:
    used = list(dict.fromkeys(line(pair.right) for pair in answer.pairs))
    groups = [group for group in map(line, answer.groups) if group in used] or used
    items: list[Value] = [
        {"text": line(pair.left), "group": line(pair.right), "why": given(text(pair.why), wanted.WHY_GROUP)}
        for pair in answer.pairs
    ]
    unused = [each for each in map(line, answer.groups) if each not in used] + [line(each.text) for each in answer.spare]
    lost = (f"the groups into which nothing belongs are left out ({', '.join(unused)})",) if unused else ()
    return Fields("sorting", text(stem), {"groups": list(groups), "items": items}, lost)


def _typed(question: Portable, answer: Typed) -> Fields:
    stem = text(question.stem)
    blanks = len(BLANK.findall(stem)) + len(_ESCAPED_BLANK.findall(stem))
    accepted = _distinct([plain_words(each) for each in answer.answers])
    if blanks > 1 or not accepted or not all(typed.plain(each) and len(each) <= typed.LONGEST for each in accepted):
        model = "\n\n".join(from_plain(each) for each in answer.answers)
        found = _written(question, Written(model))
        return replace(found, lost=(*found.lost, "its answer cannot be typed into one blank, so it is a written answer"))
    near = [(plain_words(each.text), each.why) for each in answer.near]
    kept = [
        (words, why) for words, why in near if typed.plain(words) and not _alike(words, accepted) and len(words) <= typed.LONGEST
    ]
    lost = ("close answers that count as accepted ones or cannot be typed are left out",) if len(kept) < len(near) else ()
    misses: list[Value] = [{"text": words, "why": given(text(why), wanted.WHY_NEAR)} for words, why in _first_of(kept)]
    keys: dict[str, Value] = {"answers": list(accepted), **({"near_misses": misses} if misses else {})}
    return Fields("fill-in", stem if blanks else _with_blank(stem), keys, lost)


def _with_blank(stem: str) -> str:
    return f"{stem} ____" if "\n" not in stem else f"{stem}\n\nAnswer: ____"


def _distinct(answers: list[str]) -> list[str]:
    """Return the answers that marking tells apart, the first of each."""
    kept: list[str] = []
    for answer in answers:
        if answer and not _alike(answer, kept):
            kept.append(answer)
    return kept


def _alike(answer: str, others: list[str]) -> bool:
    forms = set(typed.forms(answer))
    return any(forms & set(typed.forms(other)) for other in others)


def _first_of(near: list[tuple[str, str]]) -> list[tuple[str, str]]:
    kept = _distinct([words for words, _ in near])
    return [next(pair for pair in near if pair[0] == words) for words in kept]


def _number(stem: str, answer: Number) -> Fields:
    slips = {slip.value: slip for slip in answer.slips if abs(slip.value - answer.value) > answer.tolerance}
    mistakes: list[Value] = [
        {"value": Bare(_digits(value)), "why": given(text(slip.why), wanted.WHY_SLIP)} for value, slip in slips.items()
    ]
    keys: dict[str, Value] = {"answer": Bare(_digits(answer.value))}
    keys |= {"tolerance": Bare(_digits(answer.tolerance))} if answer.tolerance else {}
    keys |= {"unit": line(answer.unit)} if answer.unit else {}
    keys |= {"working": given(text(answer.working), wanted.WORKING)}
    return Fields("numeric", text(stem), {**keys, **({"mistakes": mistakes} if mistakes else {})})


def _digits(value: Decimal) -> str:
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown and len(shown.partition(".")[2]) > 6 else shown


def _written(question: Portable, answer: Written) -> Fields:
    marks = sum(point.marks for point in answer.points) or question.marks or 1
    points: list[Value] = [
        {"text": line(point.text), **({"marks": Bare(str(point.marks))} if point.marks != 1 else {})} for point in answer.points
    ]
    missing: list[Value] = [{"text": Gap(wanted.POINT), "marks": Bare(str(marks))}]
    model = given(text(answer.model), wanted.MODEL)
    return Fields("short-answer", text(question.stem), {"answer": model, "points": points or missing})
