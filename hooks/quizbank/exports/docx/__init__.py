"""Word: the questions of a chapter as a question paper that can be edited, and behind it the key.

The file is that of `quizbank paper --word` (WordprocessingML, ECMA-376, part 1) with the same styles and numbering, so questions
can be copied from one into the other.
"""

from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exports.docx.page import page
from quizbank.exports.format import Collection, Format
from quizbank.strings.words import Words
from quizbank.texts.spacing import set_for_print
from quizbank.word.document import word_file
from quizbank.word.package import PAGE, PAGES, Sheet


def _unable(_: Portable) -> str:
    return ""


def _shortened(question: Portable) -> Iterator[str]:
    if question.hint:
        yield "a paper has no place for hints"


def _write(collection: Collection) -> bytes:
    words = Words(collection.language)
    foot = words.say("paper.page", page=PAGE, pages=PAGES)
    head = (collection.title, collection.course if collection.course != collection.title else "")
    return word_file(set_for_print(page(collection, words)), Sheet(collection.title, words.language, head, foot))


FORMAT = Format("Word", "docx", _unable, _write, _shortened, cases=True, rank=4, how="downloads.how_docx")
