"""QTI 1.2, after https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html, and what Canvas and Common Cartridges hold.

`item.py` reads an item, `answers.py` its shapes, `conditions.py` which responses earn the marks.
"""

from typing import Any

from quizbank.exchange.from_plain import clean
from quizbank.imports.files.package import Package, holds_mark
from quizbank.imports.files.xml_text import line_of
from quizbank.imports.reader import File, Found, NotReadable, Reader, Refused, Taken
from quizbank.imports.readers.qti12.cases import case_named_by, with_cases
from quizbank.imports.readers.qti12.item import ItemNotRead
from quizbank.imports.readers.qti12.question import question_of

_MARK = b"questestinterop"


def _fits(file: File) -> int:
    return 80 if holds_mark(file, _MARK) else 0


def _read(file: File) -> Found:
    package = Package(file)
    taken: list[tuple[Taken, str]] = []
    passages: dict[str, Any] = {}
    refused: list[Refused] = []
    for _, root in package.documents(_MARK, "QTI 1.2 with the element questestinterop"):
        cases = {name for item in root.iter("item") if (name := case_named_by(item))}
        for item in root.iter("item"):
            if (item.get("ident") or "").lower() in cases:
                passages[item.get("ident").lower()] = item
                continue
            try:
                taken.append((question_of(item, package.pictures, _deck(item)), case_named_by(item)))
            except ItemNotRead as fault:
                refused.append(Refused(line_of(item), clean(item.get("title") or item.get("ident") or "item")[:60], str(fault)))
    if not taken and not refused:
        raise NotReadable("expected QTI 1.2 with items, got none")
    return Found(tuple(with_cases(taken, passages, package.pictures)), tuple(refused))


def _deck(item: Any) -> str:
    """Return the title of what the item stands in."""
    titles = (around.get("title") for around in item.iterancestors() if around.tag in ("section", "assessment", "objectbank"))
    return next((title for title in titles if title), "")


READER = Reader("QTI 1.2", _fits, _read)
