"""QTI 2.1 and 2.2, after https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html: single items and packages of them.

`item.py` reads an item, `interactions.py` its shapes by the interaction that takes the answer, `declared.py` what is declared as
right. `maxChoices="0"` means any number of choices.
"""

from quizbank.exchange.from_plain import clean
from quizbank.imports.files.package import Package, holds_mark
from quizbank.imports.files.xml_text import line_of
from quizbank.imports.reader import File, Found, NotReadable, Reader, Refused, Taken
from quizbank.imports.readers.qti21.about import Place, items_of_ours, places_in
from quizbank.imports.readers.qti21.cases import in_places
from quizbank.imports.readers.qti21.declared import ItemNotRead
from quizbank.imports.readers.qti21.item import question_of
from quizbank.imports.readers.qti21.ours import Part, part_of

_MARK = b"assessmentItem"


def _fits(file: File) -> int:
    return 80 if holds_mark(file, b"<assessmentItem") or holds_mark(file, b":assessmentItem") else 0


def _read(file: File) -> Found:
    package = Package(file)
    taken: list[Taken] = []
    refused: list[Refused] = []
    ours = items_of_ours(package.manifest)
    parts: dict[str, Part] = {}
    places: list[Place] = []
    for name, root in package.documents(_MARK, "QTI 2.1 with the element assessmentItem"):
        places += places_in(root) if ours and root.tag == "assessmentTest" else ()
        for item in [root] if root.tag == "assessmentItem" else root.iter("assessmentItem"):
            try:
                if name in ours:
                    parts[name] = part_of(item, package.pictures, ours[name])
                else:
                    taken.append(question_of(item, package.pictures))
            except ItemNotRead as fault:
                name = clean(item.get("title") or item.get("identifier") or "item")[:60]
                refused.append(Refused(line_of(item), name, str(fault)))
    if not taken and not parts and not refused:
        raise NotReadable("expected QTI 2.1 with items, got none")
    return Found((*in_places(parts, places), *taken), tuple(refused))


READER = Reader("QTI 2.1", _fits, _read)
