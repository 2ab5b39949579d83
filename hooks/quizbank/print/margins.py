"""Finds what passes the margins of a laid-out document: printers cut it off, and WeasyPrint says nothing of it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

# Of rounding, in CSS pixels, of which 96 are an inch.
TOLERANCE, MILLIMETRE = 1.0, 96 / 25.4
# Of a page's height: a last page with no more than this is worth saving.
NEARLY_EMPTY = 0.3
_SEEN = ("TextBox", "InlineReplacedBox", "BlockReplacedBox")
# The classes of what begins with the number of a question: see the templates paper.html.j2 and key.html.j2.
_QUESTIONS = {"paper-question", "paper-case", "paper-key"}


class _Room(NamedTuple):
    """Where text may stand, in CSS pixels from the page's corner; what bounds it on the right; the name of what stands there."""

    left: float
    right: float
    bottom: float
    bound: str
    name: str


def beyond_margins(document: Any) -> Iterator[str]:
    """Yield a sentence for each question, or other part with an id, of which something passes a margin, with its page.

    `document` is WeasyPrint's, laid out. Only text and images count: what is empty cannot be cut.
    """
    for number, page in enumerate(document.pages, 1):
        box = page._page_box
        left, top = box.content_box_x(), box.content_box_y()
        room = _Room(left, left + box.width, top + box.height, "the right margin", "")
        named: dict[str, str] = {}
        for child in box.children:
            if type(child).__name__ != "MarginBox":  # a running head stands in the margin
                for name, fault in _faults(child, room):
                    named.setdefault(name, fault)
        yield from (f"page {number}: {f'{name}: ' if name else ''}{fault}" for name, fault in named.items())


def nearly_empty(page: Any) -> bool:
    """Say whether the text of a laid-out page ends in the upper part of it."""
    box = page._page_box
    ends = [end for child in box.children if type(child).__name__ != "MarginBox" for end in _ends(child)]
    used: float = max(ends, default=0.0) - box.content_box_y()
    return used < NEARLY_EMPTY * float(box.height)


def _ends(box: Any) -> Iterator[float]:
    """Yield where the texts and images in a box end, from the top of the page."""
    if type(box).__name__ in _SEEN:
        yield box.position_y + box.height
    for child in getattr(box, "children", ()):
        yield from _ends(child)


def _faults(box: Any, room: _Room) -> Iterator[tuple[str, str]]:
    """Yield what passes the margins inside a box, each with the name of the question or part that it belongs to."""
    if type(box).__name__ in _SEEN:
        if fault := _fault(box, room):
            yield room.name, fault
        return
    room = _room_in(box, room)
    for child in getattr(box, "children", ()):
        yield from _faults(child, room)


def _room_in(box: Any, room: _Room) -> _Room:
    if box.element is not None:
        room = room._replace(name=_name(box.element, room.name))
    if type(box).__name__ == "TableCellBox":
        right = box.border_box_x() + box.border_width()
        if right < room.right:
            room = room._replace(right=right, bound="the right edge of its table cell")
    return room


def _name(element: Any, outer: str) -> str:
    """Return what an element is called in messages: by its id, or by the number that a question begins with."""
    if not _QUESTIONS.isdisjoint(element.get("class", "").split()):
        number = next(words for words in element.itertext() if words.strip()).split()[0].rstrip(".")
        if outer.endswith(f" {number}"):  # a line or another part of the same question's box
            return outer
        return f"{outer} {number}" if "question" in outer else f"{outer}, question {number}".removeprefix(", ")
    return f"'{element.get('id')}'" if element.get("id") else outer


def _fault(box: Any, room: _Room) -> str:
    over = {
        room.bound: box.position_x + box.width - room.right,
        "the left margin": room.left - box.position_x,
        # Letters are taller than their line, so the last line of a page may pass by a little: its middle may not.
        "the lower margin": box.position_y + box.height / 2 - room.bottom,
    }
    bound, most = max(over.items(), key=lambda item: item[1])
    if most <= TOLERANCE:
        return ""
    text = " ".join(getattr(box, "text", "").split())
    what = f"'{text[:40]}{'…' if len(text) > 40 else ''}'" if text else "a picture"
    return f"expected everything inside the margins, got {what}, which passes {bound} by {max(1, round(most / MILLIMETRE))} mm"
