"""A card of Anki as a question."""

import re
from collections.abc import Sequence

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.from_plain import clean, from_plain, plain_words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Number, Truth, Typed, Written
from quizbank.exchange.texts import plain
from quizbank.imports.answers.blanks import case_of, numbered
from quizbank.imports.lettered.read import questions_in
from quizbank.imports.lettered.rich import Line, Rich
from quizbank.texts.blanks import BLANK
from quizbank.texts.numbers import read_number

_CLOZE = re.compile(r"\{\{c\d+::((?:(?!\}\}|::).)+)(?:::((?:(?!\}\}).)*))?\}\}", re.DOTALL)
_OPTION = re.compile(r"^\s*\(?[Aa][).]\s", re.MULTILINE)
_SOUND = re.compile(r"\[sound:[^\]]*\]")
_LONGEST_TYPED = 3  # words
_TRUTH = {"true": True, "false": False}


class CardNotRead(Exception):
    """A card is no question; the message says what was expected and what is there."""


def question_of(cells: Sequence[str], html: bool) -> tuple[Portable, tuple[str, ...]]:
    """Return the question of a card from its fields: front, back, and what else there is. Raises CardNotRead."""
    front, back, *_ = [*cells, "", ""]
    lost = ("a sound is left out",) if _SOUND.search(front + back) else ()
    front, back = _SOUND.sub("", front), _SOUND.sub("", back)
    if _CLOZE.search(front):
        return _cloze(front, back, html), lost
    stem, answer = _text(front, html), _text(back, html)
    if not stem or not answer:
        raise CardNotRead(f"expected a card with a front and a back, got no {'back' if stem else 'front'}")
    if _OPTION.search(plain(stem)):
        return _lettered(stem, answer), lost
    return Portable("", "", stem, _answer(stem, answer)), lost


def _text(cell: str, html: bool) -> str:
    return text_of_html(cell) if html else from_plain(cell)


def _cloze(front: str, back: str, html: bool) -> Portable:
    """Return a text with gaps: one blank to fill in, or a case of them. What stands behind '::' is a hint."""
    found = [(plain_words(plain(_text(match[1], html))), clean(match[2] or "")) for match in _CLOZE.finditer(front)]
    stem = _text(_CLOZE.sub("\uf8f0", front), html)
    explanation = _text(back, html)
    if len(found) == 1:
        return Portable(
            "", "", stem.replace("\uf8f0", "____"), Typed((found[0][0],)), hint=from_plain(found[0][1]), explanation=explanation
        )
    stem = numbered(stem, re.compile("\uf8f0"), len(found))
    parts = [Portable("", "", "", Typed((words,)), hint=from_plain(hint)) for words, hint in found]
    return case_of(stem, parts, explanation=explanation)


def _lettered(stem: str, answer: str) -> Portable:
    """Return a choice whose options stand on the front; the back begins with the letter of the right one."""
    lines = [*plain(stem).split("\n"), f"Answer: {plain(answer)}"]
    found = questions_in([Line(number, Rich.of(text)) for number, text in enumerate(lines, 1)])
    if len(found.taken) != 1:
        raise CardNotRead("expected options from A on and the letter of one of them on the back, got others")
    return found.taken[0].question


def _answer(stem: str, answer: str) -> Answer:
    words = plain_words(plain(answer))
    truth = _TRUTH.get(words.strip(".").lower())
    if truth is not None:
        return Truth(truth)
    number = read_number(words) if not any(sign.isalpha() for sign in words) else None
    if number is not None:
        return Number(number)
    if BLANK.search(stem) or len(words.split()) <= _LONGEST_TYPED:
        return Typed((words,))
    return Written(answer)
