"""QTI 2.1: every question as an item of its own in an IMS content package, for test players and item banks.

After https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html (what elements mean) and
https://www.imsglobal.org/question/qtiv2p1/imsqti_bindv2p1.html (how they are written). Items mark as the site does; a written
answer is marked by a person, for whom the model answer and the points stand in a rubric.
"""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Number, Typed
from quizbank.exports.format import Format
from quizbank.exports.qti21.package import package


def _unable(_: Portable) -> str:
    return ""


def _shortened(question: Portable) -> Iterator[str]:
    match question.answer:
        case Typed():
            yield "QTI reads a typed answer letter by letter; only capitals do not matter"
        case Number():
            yield "QTI takes a number in plain digits, without its unit or commas"


FORMAT = Format("QTI 2.1", "zip", _unable, package, _shortened, cases=True, rank=10, how="downloads.how_qti21")
