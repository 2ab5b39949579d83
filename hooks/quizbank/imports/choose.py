"""Which reader reads a file: the one that is surest of it, by its content and its ending."""

from quizbank.imports import NAMES, load_reader
from quizbank.imports.reader import File, NotReadable, Reader


def reader_of(file: File) -> Reader:
    """Return the reader of a file. Raises NotReadable where none knows it."""
    if not file.data.strip():
        raise NotReadable("expected a file with questions, got an empty file")
    sure = {name: load_reader(name).fits(file) for name in NAMES}
    best = max(NAMES, key=lambda name: sure[name])
    if not sure[best]:
        titles = ", ".join(load_reader(name).title for name in NAMES)
        raise NotReadable(f"expected a file in a format that can be read ({titles}), got {_what(file)}")
    return load_reader(best)


def _what(file: File) -> str:
    starts = {
        b"%PDF": "a PDF file",
        b"\xd0\xcf\x11\xe0": "an old Office file; save it as .docx or .xlsx",
        b"\x89PNG": "a picture",
    }
    named = next((name for start, name in starts.items() if file.data.startswith(start)), "")
    return named or f"'{file.name}'"
