"""One sheet as a file: the HTML of a question paper, an answer sheet or a key, in the form that Word reads."""

from itertools import pairwise

from lxml.html import document_fromstring

from quizbank.word import questions, sheets
from quizbank.word.blocks import Blocks
from quizbank.word.package import Package, Sheet
from quizbank.word.styles import BASE
from quizbank.word.xml import is_styled, keep_with_next, readable

_WRITERS = {**questions.WRITERS, **sheets.WRITERS}


def word_file(html: str, sheet: Sheet, separate: bool = False) -> bytes:
    """Return the file. `html` is a whole document; with `separate`, answers are written elsewhere and get no room in it."""
    package = Package()
    blocks = Blocks(package, _WRITERS, separate, sheet.size > BASE)
    found = document_fromstring(readable(html)).find("body")
    body = list(blocks.of(found, "Normal")) if found is not None else []
    keep_with_next(last for last, node in pairwise(body) if is_styled(node, "End"))
    return package.file(sheet, body, blocks.numbering.nodes(sheet.size / BASE))
