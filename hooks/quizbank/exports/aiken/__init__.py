"""Aiken: single choices as plain lines, for Moodle and for people who type.

After https://docs.moodle.org/en/Aiken_format: the stem in one line, a line for each option ("A. …"), "ANSWER: B", an empty line.
It has no feedback, no marks, no ids and no chapters.
"""

import re
from collections.abc import Iterator
from string import ascii_uppercase

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Truth
from quizbank.exchange.texts import plain_line
from quizbank.exports.format import Collection, Format
from quizbank.strings.words import Words

# A stem that reads like one of these would end the question, or begin its options.
_LIKE_A_MARK = re.compile(r"(?:[A-Z][.)]\s|ANSWER:)", re.IGNORECASE)


def _unable(question: Portable) -> str:
    match question.answer:
        case Choice(several=True):
            return "Aiken has one right answer to a question"
        case Choice() | Truth():
            if question.picture:
                return "Aiken has no pictures"
            if _LIKE_A_MARK.match(plain_line(question.stem)):
                return "its stem begins like an option of Aiken"
            return ""
    return "Aiken has only choices"


def _shortened(question: Portable) -> Iterator[str]:
    yield "Aiken has no room for reasons"


def _write(collection: Collection) -> bytes:
    words = Words(collection.language)
    entries = ["\n".join(_lines(question, words)) for deck in collection.decks for question in deck.questions]
    return ("\n\n".join(entries) + "\n").encode()


def _lines(question: Portable, words: Words) -> Iterator[str]:
    options = _options(question, words)
    yield plain_line(question.stem)
    yield from (f"{letter}. {text}" for letter, (text, _) in zip(ascii_uppercase, options, strict=False))
    yield f"ANSWER: {ascii_uppercase[[right for _, right in options].index(True)]}"


def _options(question: Portable, words: Words) -> list[tuple[str, bool]]:
    match question.answer:
        case Truth(right=right):
            return [(words.say("kind.true"), right), (words.say("kind.false"), not right)]
        case Choice(options=options):
            return [(plain_line(option.text), option.right) for option in options]
    raise ValueError(f"expected a choice, got {question.answer}")


FORMAT = Format("Aiken", "txt", _unable, _write, _shortened, rank=11, how="downloads.how_aiken")
