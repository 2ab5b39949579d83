"""The part between the braces, for each shape of answer."""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Truth, Typed
from quizbank.exports.gift.signs import escaped, html, typed
from quizbank.exports.moodle.answers import pattern, plain_number
from quizbank.exports.moodle.grades import FULL, NONE, percent, shares
from quizbank.exports.moodle.spellings import spellings
from quizbank.exports.moodle.texts import Texts, in_menu


def answers(question: Portable, texts: Texts) -> tuple[str, ...]:
    """Return the lines between the braces, without the general feedback: none for an essay."""
    match question.answer:
        case Choice() as choice:
            return tuple(_choice(choice, texts))
        case Truth() as truth:
            return (_truth(truth, texts),)
        case Pairs() as pairs:
            return tuple(_pairs(pairs, texts))
        case Typed() as words:
            return tuple(_typed(words, texts))
        case Number() as number:
            return tuple(_number(number, texts))
    return ()


def _choice(choice: Choice, texts: Texts) -> Iterator[str]:
    """Yield the options. Without any `=`, Moodle lets several be ticked."""
    for option, share in zip(choice.options, shares(choice), strict=True):
        single = "=" if share == FULL else "~"
        mark = f"~%{percent(share)}%" if choice.several else single
        yield mark + html(texts.line(option.text)) + _reason(option.why, texts)


def _truth(truth: Truth, texts: Texts) -> str:
    """Return the right one of both, the reason for who chose the other, and the reason for who chose it."""
    right, wrong = (truth.why_true, truth.why_false) if truth.right else (truth.why_false, truth.why_true)
    reasons = f"#{html(texts.block(wrong))}#{html(texts.block(right))}" if right or wrong else ""
    return f"{str(truth.right).upper()}{reasons}"


def _pairs(pairs: Pairs, texts: Texts) -> Iterator[str]:
    for pair in pairs.pairs:
        yield f"={html(texts.line(pair.left))} -> {escaped(in_menu(pair.right))}"
    used = {pair.right for pair in pairs.pairs}
    yield from (f"= -> {escaped(in_menu(right))}" for right in pairs.rights if right not in used)


def _typed(words: Typed, texts: Texts) -> Iterator[str]:
    yield from (f"=%{percent(FULL)}%{typed(pattern(text))}" for text in spellings(words))
    yield from (f"=%{percent(NONE)}%{typed(pattern(near.text))}{_reason(near.why, texts)}" for near in words.near)


def _number(number: Number, texts: Texts) -> Iterator[str]:
    right = f"{plain_number(number.value)}:{plain_number(number.tolerance)}"
    if not number.slips:
        yield f"#{right}"
        return
    yield f"#=%{percent(FULL)}%{right}"
    yield from (f"=%{percent(NONE)}%{plain_number(slip.value)}:0{_reason(slip.why, texts)}" for slip in number.slips)


def _reason(why: str, texts: Texts) -> str:
    return f"#{html(texts.block(why))}" if why else ""
