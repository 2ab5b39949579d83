"""JSON as `quizbank export json` writes it, whose schema is `exports/json/schema.json`."""

from quizbank.imports.files.decoding import decoded
from quizbank.imports.reader import File, Found, Reader
from quizbank.imports.readers.json.decode import read

_MARK = b'"format": "quizbank"'


def _fits(file: File) -> int:
    start = file.data[:2000]
    if _MARK in start or b'"format":"quizbank"' in start:
        return 90
    return 50 if file.ending == "json" else 0


def _read(file: File) -> Found:
    return read(decoded(file.data))


READER = Reader("JSON", _fits, _read)
