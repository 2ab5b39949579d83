"""Moodle XML: every question with its feedback, marks, hints, tags, pictures and chapter, for Moodle's question bank.

After https://docs.moodle.org/en/Moodle_XML_format and Moodle's own reader (question/format/xml/format.php). Orderings are the
question type `ordering`, which is part of Moodle since 4.4 and was a plug-in of that name before.

Each question of a case comes with the case's passage before its stem. Moodle has a type for a passage, the description, but no
tie between it and its questions: a teacher takes single questions out of the bank, and a quiz can draw and shuffle them.
"""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Pairs, Sequence, Typed, Written
from quizbank.exports.format import Collection, Format
from quizbank.exports.moodle.grades import unequal
from quizbank.exports.moodle.questions import quiz


def _unable(question: Portable) -> str:
    return unequal(question.answer) if isinstance(question.answer, Choice) else ""


def _shortened(question: Portable) -> Iterator[str]:
    match question.answer:
        case Sequence():
            yield "Moodle has it since version 4.4, and keeps the reasons of the steps together"
        case Pairs():
            yield "Moodle keeps the reasons of all pairs together"
        case Typed():
            yield "Moodle forgives no article and no full stop in what is typed"
        case Written() if question.hint:
            yield "Moodle has no hint for an essay"


def _write(collection: Collection) -> bytes:
    return quiz(collection).encode()


FORMAT = Format("Moodle", "xml", _unable, _write, _shortened, rank=2, how="downloads.how_moodle")
