"""The question of an item of QTI 1.2: what its answers make of it, with marks and general feedback."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from quizbank.exchange.portable import Portable
from quizbank.imports.files.html_text import Texts
from quizbank.imports.files.xml_text import line_of
from quizbank.imports.reader import Taken
from quizbank.imports.readers.qti12.answers import answer_of
from quizbank.imports.readers.qti12.conditions import number, rules_of
from quizbank.imports.readers.qti12.item import Item, ItemNotRead
from quizbank.imports.readers.qti12.ours import is_ours, question_of_ours

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GENERAL = ("general_fb", "general", "solution")


def question_of(element: Any, pictures: Mapping[str, bytes], deck: str) -> Taken:
    """Return the question of an item. Raises ItemNotRead."""
    item = Item(element, Texts(pictures), rules_of(element))
    if is_ours(element):
        return question_of_ours(element, pictures, deck, _marks(item))
    presentation = element.find("presentation")
    if presentation is None:
        raise ItemNotRead("expected an item with a presentation, got none")
    made = answer_of(item, presentation)
    own = (element.get("ident") or "").strip()
    general = [item.feedback(name) for name in _GENERAL]
    question = Portable(
        id=own if _SLUG.fullmatch(own) and any(sign.isalpha() for sign in own) and "-" in own else "",
        kind="",
        stem=made.stem,
        answer=made.answer,
        marks=_marks(item),
        parts=made.parts,
        title=(element.get("title") or "").strip() if made.parts else "",
        explanation="\n\n".join(dict.fromkeys(text for text in general if text)),
        picture=item.texts.picture(),
    )
    return Taken(question, line_of(element), deck, tuple(dict.fromkeys([*made.lost, *item.lost, *item.texts.lost])))


def _marks(item: Item) -> int:
    """Return the points of an item as whole marks, 0 where it does not say."""
    value = number(item.said("points_possible") or item.said("cc_weighting") or "0")
    return 0 if value is None or value <= 0 else max(1, int(value + Decimal("0.5")))
