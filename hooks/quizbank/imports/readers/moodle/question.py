"""What all types of question share in Moodle XML: texts with pictures, marks, hints, tags, an id."""

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from quizbank.exchange.portable import Portable
from quizbank.imports.files.html_text import Texts, decoded_base64
from quizbank.imports.files.xml_text import children, line_of, words
from quizbank.imports.reader import Taken
from quizbank.imports.readers.moodle.asked import Asked, Made, TypeNotRead
from quizbank.imports.readers.moodle.cloze import cloze_of
from quizbank.imports.readers.moodle.types import TYPES
from quizbank.model.question import BLOOM_LEVELS

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def question_of(element: Any, deck: str) -> Taken:
    """Return a question. Raises TypeNotRead."""
    kind = element.get("type", "")
    texts = Texts(_files(element))
    asked = Asked(element, texts)
    stem = asked.text(element.find("questiontext"))
    made = _made(kind, asked, stem)
    hints = [asked.text(each) for each in children(element, "hint")]
    own = words(element, "idnumber").strip()
    name = words(element, "name/text").strip()
    question = Portable(
        id=own if _SLUG.fullmatch(own) else "",
        kind="",
        stem=made.stem,
        answer=made.answer,
        marks=_marks(words(element, "defaultgrade") or words(element, "defaultmark")),
        parts=made.parts,
        title=texts.markdown(name, "plain") if kind in ("description", "cloze", "multianswer") else "",
        explanation=asked.text(element.find("generalfeedback")),
        hint="\n\n".join(hint for hint in hints if hint),
        bloom=_bloom(element),
    )
    picture = texts.picture()
    return Taken(
        replace(question, picture=picture), line_of(element), deck, tuple(dict.fromkeys([*made.lost, *asked.lost, *texts.lost]))
    )


def _made(kind: str, asked: Asked, stem: str) -> Made:
    if kind == "description":
        return Made(stem, None)
    if kind in ("cloze", "multianswer"):
        passage, parts, lost = cloze_of(asked, stem)
        if len(parts) == 1:
            return Made(passage, parts[0].answer, lost=lost)
        return Made(passage, None, parts, lost)
    reader = TYPES.get(kind)
    if reader is None:
        known = ", ".join(sorted([*TYPES, "cloze", "description"]))
        raise TypeNotRead(f"expected one of the types {known}, got '{kind}'")
    return reader(asked, stem)


def _files(element: Any) -> dict[str, bytes]:
    """Return the files that stand in a question, by their names."""
    found: dict[str, bytes] = {}
    for each in element.iter("file"):
        data = decoded_base64(each.text or "")
        if data and each.get("name"):
            found[each.get("name")] = data
    return found


def _marks(text: str) -> int:
    """Return whole marks: what is less than one is one, halves are rounded up. 0 where nothing is said."""
    try:
        value = Decimal(text.strip()) if text.strip() else Decimal(0)
    except InvalidOperation:
        return 0
    return 0 if not value.is_finite() or value <= 0 or value > 1000 else max(1, int(value + Decimal("0.5")))


def _bloom(element: Any) -> str:
    """Return the level of thinking that a tag names, or ''."""
    tags = [words(each).strip().lower().removeprefix("bloom:").strip() for each in element.iterfind("tags/tag")]
    return next((tag for tag in tags if tag in BLOOM_LEVELS), "")
