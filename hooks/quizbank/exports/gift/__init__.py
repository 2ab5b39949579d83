"""GIFT: questions as lines of text, for Moodle and for others that read it.

After https://docs.moodle.org/en/GIFT_format and Moodle's own reader (question/format/gift/format.php). It has no pictures, no
marks, no hints, no units and no order of options. Moodle's type for orderings reads a line of its own between the braces since
4.4, but this is no part of GIFT, and would make an older Moodle take the steps for a typed answer, so orderings are left out.
"""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Typed
from quizbank.exports.format import Collection, Format
from quizbank.exports.gift.questions import lines
from quizbank.exports.moodle.grades import unequal

_ARROW = "->"


def _unable(question: Portable) -> str:
    if question.picture:
        return "GIFT has no pictures"
    match question.answer:
        case Sequence():
            return "GIFT has no orderings"
        case Choice() as choice:
            return unequal(choice)
        case Typed(answers=accepted, near=near) if any(_ARROW in text for text in (*accepted, *(each.text for each in near))):
            return f"GIFT would take '{_ARROW}' in a typed answer for a pair"
    return ""


def _shortened(question: Portable) -> Iterator[str]:
    if question.marks > 1:
        yield "GIFT has no marks, so Moodle gives one"
    if question.hint:
        yield "GIFT has no hints"
    match question.answer:
        case Choice(shuffled=False):
            yield "GIFT cannot keep the order of options"
        case Number(unit=unit) if unit:
            yield "GIFT has no units, so the unit stands in the stem alone"
        case Pairs():
            yield "GIFT keeps the reasons of all pairs together"
        case Typed():
            yield "Moodle forgives no article and no full stop in what is typed"


def _write(collection: Collection) -> bytes:
    return "\n".join(lines(collection)).encode()


FORMAT = Format("GIFT", "gift", _unable, _write, _shortened, rank=8, how="downloads.how_gift")
