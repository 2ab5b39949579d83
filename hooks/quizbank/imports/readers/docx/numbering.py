"""Automatic numbering: what Word shows before a paragraph, worked out from the lists that the document defines.

After ECMA-376, part 1, 17.9: a paragraph names a list and a level; each level counts, and starts again below a higher one.
"""

import re
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True)
class Level:
    """One level of a list: how it counts ('decimal', 'lowerLetter'), what it shows ('%1.'), where it starts."""

    form: str
    shows: str
    start: int


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def mark_of(self, paragraph: Any) -> str:
        """Return what is shown before a paragraph, such as '3.' or 'b)'; '' for none. Counts on."""
        place = _place(paragraph)
        if place is None or place[0] not in self.abstract:
            return ""
        name, depth = place
        level = self.levels.get((name, depth))
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self.counts.setdefault(self._counter(name), [0] * _DEEPEST)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        return _PLACE.sub(lambda found: self._shown(name, int(found[1]) - 1, counts), level.shows).strip()

    def _counter(self, name: str) -> str:
        """Return what counts for a list: lists of one definition count together unless a list starts its levels again."""
        restarts = any(key[0] == name and key[1] >= _DEEPEST for key in self.levels)
        return name if restarts else f"abstract {self.abstract[name]}"

    def _shown(self, name: str, depth: int, counts: list[int]) -> str:
        level = self.levels.get((name, depth))
        return formed(counts[depth] or 1, level.form if level else "decimal")


def formed(number: int, form: str) -> str:
    """Return a number in the form of a list."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    return str(number)


def _roman(number: int) -> str:
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    found = ""
    for value, sign in signs:
        times, number = divmod(number, value)
        found += sign * times
    return found


def numbering_of(document: Any) -> Numbering:
    """Return the lists of a document."""
    found = Numbering()
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return found
    definitions = {each.get(f"{_W}abstractNumId"): each for each in root.iter(f"{_W}abstractNum")}
    for number in root.iter(f"{_W}num"):
        name, abstract = str(number.get(f"{_W}numId")), number.find(f"{_W}abstractNumId")
        key = abstract.get(f"{_W}val") if abstract is not None else None
        if key in definitions:
            found.abstract[name] = str(key)
            for level in definitions[key].iter(f"{_W}lvl"):
                found.levels[name, _whole(level.get(f"{_W}ilvl"))] = _level(level)
            if number.find(f"{_W}lvlOverride/{_W}startOverride") is not None:
                found.levels[name, _DEEPEST] = Level("none", "", 1)
    return found


def _level(element: Any) -> Level:
    def value(tag: str, otherwise: str) -> str:
        inner = element.find(f"{_W}{tag}")
        return str(inner.get(f"{_W}val", otherwise)) if inner is not None else otherwise

    return Level(value("numFmt", "decimal"), value("lvlText", ""), _whole(value("start", "1")))


def _whole(text: str | None) -> int:
    return min(int(text), 999) if text and text.isdigit() else 0


def _place(paragraph: Any) -> tuple[str, int] | None:
    """Return the list and the level of a paragraph, its own or those of its style."""
    own = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
    style = paragraph.style
    while own is None and style is not None:
        properties = style.element.pPr
        own = properties.numPr if properties is not None else None
        style = style.base_style
    if own is None or own.numId is None:
        return None
    depth = int(own.ilvl.val) if own.ilvl is not None else 0
    return str(own.numId.val), min(max(depth, 0), _DEEPEST - 1)
