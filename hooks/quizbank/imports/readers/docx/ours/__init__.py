"""Word files of our own, as `quizbank export docx` writes them: read by the styles of their paragraphs, which editing leaves.

`pieces.py` gives the paragraphs and tables, `inline.py` their words, `markdown.py` makes texts of them; `sections.py` says which
belong to which question, `question.py` makes the question, `shapes.py` and `reasons.py` its answer.
"""

from collections.abc import Sequence
from typing import Any

from quizbank.imports.reader import Found, NotReadable, Refused, Taken, in_order
from quizbank.imports.readers.docx.ours.parts import NotWhole
from quizbank.imports.readers.docx.ours.pieces import pieces_of
from quizbank.imports.readers.docx.ours.question import taken_from
from quizbank.imports.readers.docx.ours.sections import Asked, sections_of

ASKED, ANSWERED = "Question", "Key answer"


def is_ours(document: Any) -> bool:
    """Say whether a document has questions and a key in our styles."""
    names = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    return {ASKED, ANSWERED} <= names


def found_in(document: Any) -> Found:
    """Return the questions. Raises NotReadable where the key has not as many answers as there are questions."""
    asked, answered = sections_of(list(pieces_of(document)))
    if len(asked) != len(answered):
        raise NotReadable(
            f"expected as many answers in the key as there are questions ({len(asked)}), got {len(answered)}: "
            "what is added to one or deleted there must be in the other, too"
        )
    results = [_one(*each) for each in zip(asked, answered, strict=True)]
    refused = in_order(each for each in results if isinstance(each, Refused))
    return Found(tuple(each for each in results if isinstance(each, Taken)), refused, _told(results))


def _one(asked: Asked, answered: Asked) -> Taken | Refused:
    try:
        return taken_from(asked, answered)
    except NotWhole as fault:
        return Refused(asked.line, f"question {asked.number}", str(fault))


def _told(results: Sequence[Taken | Refused]) -> tuple[str, ...]:
    return ("read as a question paper with its key, which 'quizbank export docx' writes",) if results else ()
