"""What all types of question share in Moodle XML: texts with pictures, marks, hints, tags, an id."""

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from quizbank.exchange.portable import Portable
from quizbank.imports.files.html_text import Texts, decoded_base64
from quizbank.imports.files.xml_text import children, line_of, words
from quizbank.imports.ours.after import unit_below, with_feedback
from quizbank.imports.ours.marks import our_tags
from quizbank.imports.reader import Taken
from quizbank.imports.readers.moodle.asked import Asked, Made, TypeNotRead
from quizbank.imports.readers.moodle.cloze import cloze_of
from quizbank.imports.readers.moodle.types import TYPES
from quizbank.model.question import BLOOM_LEVELS

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WITH_TITLE = ("description", "cloze", "multianswer")


def question_of(element: Any, deck: str) -> Taken:
    """Return a question. Raises TypeNotRead."""
    texts = Texts(_files(element))
    tags = our_tags([words(each).strip() for each in element.iterfind("tags/tag")])
    asked = Asked(element, texts, ours=tags is not None)
    made = _made(element.get("type", ""), asked, _stem(asked))
    question = _with_head(element, asked, made)
    if tags:
        question, lost = with_feedback(tags.on(question), words(element, "generalfeedback/text"))
        asked.lost += lost
    else:
        question = replace(question, explanation=asked.text(element.find("generalfeedback")))
    question = replace(question, picture=texts.picture())
    return Taken(question, line_of(element), deck, tuple(dict.fromkeys([*made.lost, *asked.lost, *texts.lost])))


def _with_head(element: Any, asked: Asked, made: Made) -> Portable:
    """Return a question with what all types have, but for its feedback and its picture."""
    hints = [asked.text(each) for each in children(element, "hint")]
    own = words(element, "idnumber").strip()
    name = words(element, "name/text").strip()
    return Portable(
        id=own if _SLUG.fullmatch(own) else "",
        kind="",
        stem=made.stem,
        answer=made.answer,
        marks=_marks(words(element, "defaultgrade") or words(element, "defaultmark")),
        parts=made.parts,
        title=asked.texts.markdown(name, "plain") if element.get("type") in _WITH_TITLE else "",
        hint="\n\n".join(hint for hint in hints if hint),
        bloom=_bloom(element),
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


def _stem(asked: Asked) -> str:
    """Return the stem. In a question of ours a unit has a line of its own, which is none of it."""
    if asked.ours:
        return asked.texts.markdown(unit_below(words(asked.element, "questiontext/text"))[0])
    return asked.text(asked.element.find("questiontext"))


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
