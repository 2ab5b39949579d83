"""Moodle XML, after https://docs.moodle.org/en/Moodle_XML_format, and what Moodle and other programs really write.

`question.py` reads what all types share, `types.py` the answers of each type, `cloze.py` embedded answers; a description serves
the questions behind it, which `cases.py` puts together.
"""

from quizbank.exchange.from_plain import clean
from quizbank.imports.files.decoding import looks_binary
from quizbank.imports.files.xml_text import line_of, root_of, words
from quizbank.imports.ours.cases import in_cases
from quizbank.imports.reader import File, Found, NotReadable, Reader, Refused, Taken
from quizbank.imports.readers.moodle.asked import TypeNotRead
from quizbank.imports.readers.moodle.cases import with_descriptions
from quizbank.imports.readers.moodle.question import question_of


def _fits(file: File) -> int:
    start = file.data[:5000]
    if looks_binary(file.data):
        return 0
    return 85 if b"<quiz" in start and b"<question" in file.data[:100_000] else 0


def _read(file: File) -> Found:
    root = root_of(file.data, "Moodle XML with the element quiz")
    elements = [root] if root.tag == "question" else list(root.iter("question"))
    if not elements:
        raise NotReadable("expected Moodle XML with questions, got none")
    taken: list[tuple[Taken, bool]] = []
    refused: list[Refused] = []
    deck = ""
    for element in elements:
        kind = element.get("type", "")
        if kind == "category":
            deck = _category(words(element, "category/text") or words(element, "category"))
            continue
        try:
            taken.append((question_of(element, deck), kind == "description"))
        except TypeNotRead as fault:
            refused.append(Refused(line_of(element), clean(words(element, "name/text"))[:60] or kind, str(fault)))
    whole, alone = with_descriptions(taken)
    return Found(in_cases(whole), (*refused, *alone))


def _category(path: str) -> str:
    """Return a category without the names that Moodle puts before it. '//' is a stroke in a name."""
    parts = [part.replace("\x00", "/").strip() for part in path.replace("//", "\x00").split("/")]
    return " / ".join(part for part in parts if part and part not in ("top",) and not part.startswith("$"))


READER = Reader("Moodle XML", _fits, _read)
