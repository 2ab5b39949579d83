"""Plain text as teachers write it: numbered questions, lettered options, the answer below or in a list at the end."""

import re

from quizbank.imports.files.decoding import decoded, looks_binary
from quizbank.imports.lettered.read import any_question, questions_in
from quizbank.imports.lettered.rich import Line, Rich
from quizbank.imports.reader import File, Found, Reader


def _fits(file: File) -> int:
    if looks_binary(file.data) or file.ending in ("csv", "tsv", "gift", "json", "xml", "xlsx", "docx", "zip"):
        return 0
    if not any_question(_lines(decoded(file.data))):
        return 10 if file.ending == "txt" else 0
    return 35 if file.ending in ("txt", "text", "md") else 20


def _lines(text: str) -> list[Line]:
    """Return the lines; one behind an empty line stands apart."""
    texts = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    return [
        Line(number, Rich.of(each), apart=number == 1 or not texts[number - 2].strip()) for number, each in enumerate(texts, 1)
    ]


def _read(file: File) -> Found:
    return questions_in(_lines(decoded(file.data)))


READER = Reader("text with numbered questions", _fits, _read)
