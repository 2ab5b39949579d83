"""QTI 1.2 as Canvas imports it (Classic Quizzes; "Content type: QTI .zip file"), and as other systems read from Canvas.

After https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html, and after what Canvas itself writes and reads:
https://github.com/instructure/canvas-lms (lib/cc/qti, gems/plugins/qti_exporter) and
https://github.com/instructure/QTIMigrationTool, which turns QTI 1.2 into 2.1 on the way in.
"""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Sequence, Typed
from quizbank.exports.format import Format
from quizbank.exports.qti12.package import package


def _unable(_: Portable) -> str:
    return ""


def _shortened(question: Portable) -> Iterator[str]:
    if question.hint:
        yield "Canvas has no hints: it is shown with the feedback"
    match question.answer:
        case Choice(options=options, several=True):
            if sum(option.right for option in options) * 2 > len(options):
                yield "Canvas takes no more for a wrong option than a right one earns, also where wrong ones are fewer"
        case Sequence():
            yield "Canvas has no ordering: each step is matched with its position"
        case Typed():
            yield "Canvas reads a typed answer letter by letter; only capitals do not matter"
            yield from _grouped(bool(question.answer.near))
        case Number():
            yield from _grouped(bool(question.answer.slips))


def _grouped(has_reasons: bool) -> Iterator[str]:
    if has_reasons:
        yield "reasons for close answers are shown together, after any wrong answer"


FORMAT = Format("Canvas (QTI 1.2)", "zip", _unable, package, _shortened, cases=True, rank=3, how="downloads.how_qti12")
