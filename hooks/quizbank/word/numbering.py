"""Real numbering: questions through the whole file, their parts from (a) on, and lists that begin anew for each question."""

import re
from typing import NamedTuple

from quizbank.word.xml import Node, w

# The numbered styles and their level, by the list that they belong to: a paragraph of the style is numbered by itself.
QUESTIONS, ANSWERS = ("Question", "Subquestion"), ("Answer", "Subanswer")
_FIRST_FREE = 3
_STEP = 425  # twentieths of a point: the indent of a list
_LABEL = re.compile(r"(?P<before>.*?)(?P<first>A|a|1|i|I)(?P<after>[^\w]*)", re.DOTALL)
_FORMATS = {"A": "upperLetter", "a": "lowerLetter", "1": "decimal", "i": "lowerRoman", "I": "upperRoman"}
_NESTED, DEEPEST = ("bullet", "decimal"), 3  # lists of Markdown, which may stand in one another; levels below the first
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


class ListFormat(NamedTuple):
    """How the entries of a list are numbered: a format of WordprocessingML, and the text around the number, '%1)'."""

    kind: str
    text: str


BULLETS = ListFormat("bullet", "•")


class Numbering:
    """The lists of one file, each with a number of its own, so that it begins anew."""

    def __init__(self) -> None:
        self._formats: dict[ListFormat, int] = {}
        self._lists: list[tuple[int, int, int]] = []

    def new_list(self, format_: ListFormat, start: int = 1, depth: int = 0) -> int:
        """Return the number of a new list of this format; `depth` is how many others it stands in."""
        self._formats.setdefault(format_, len(self._formats) + _FIRST_FREE)
        self._lists.append((self._formats[format_], start, depth))
        return len(self._lists) + _FIRST_FREE - 1

    def nodes(self, scale: float = 1) -> list[Node]:
        """Return the definitions of all lists, formats before lists as the schema wants them; `scale` is that of indents."""
        step = round(_STEP * scale)
        formats = [_of_styles(1, QUESTIONS, step), _of_styles(2, ANSWERS, step)]
        formats += [_format(each, number, step) for each, number in self._formats.items()]
        styled = [w("num", w("abstractNumId", val=number), numId=number) for number in (1, 2)]
        lists = [_list(number, *each) for number, each in enumerate(self._lists, _FIRST_FREE)]
        return [*formats, *styled, *lists]


def format_of(labels: list[str]) -> ListFormat | None:
    """Return the format that numbers entries as `labels` name them ('A', 'B' or '(i)', '(ii)'), or None where none does."""
    found = _LABEL.fullmatch(labels[0]) if labels else None
    if found is None:
        return None
    names = {
        "A": "ABCDEFGHIJKL",
        "a": "abcdefghijkl",
        "1": tuple(map(str, range(1, 30))),
        "i": _ROMAN,
        "I": tuple(map(str.upper, _ROMAN)),
    }
    wanted = [f"{found['before']}{name}{found['after']}" for name in names[found["first"]]]
    if labels != wanted[: len(labels)]:
        return None
    return ListFormat(_FORMATS[found["first"]], f"{found['before']}%1{found['after'] or ')'}")


def _of_styles(number: int, styles: tuple[str, str], step: int) -> Node:
    levels = (("decimal", "%1."), ("lowerLetter", "(%2)"))
    made = [_level(index, kind, text, styles[index], step * (index + 1), step) for index, (kind, text) in enumerate(levels)]
    return w("abstractNum", w("multiLevelType", val="multilevel"), *made, abstractNumId=number)


def _format(format_: ListFormat, number: int, step: int) -> Node:
    """Return a list of one level, or one of Markdown with all its levels.

    Its entries stand further in where words belong to the number, as in 'Statement I:'.
    """
    indent, hanging = (2 * step, step) if len(format_.text) < 6 else (5 * step, 4 * step)
    deep = DEEPEST if format_.kind in _NESTED else 0
    texts = [format_.text.replace("%1", f"%{depth + 1}") for depth in range(deep + 1)]
    levels = [_level(depth, format_.kind, text, "", indent + depth * step, hanging) for depth, text in enumerate(texts)]
    return w("abstractNum", w("multiLevelType", val="multilevel" if deep else "singleLevel"), *levels, abstractNumId=number)


def _level(index: int, kind: str, text: str, style: str, indent: int, hanging: int) -> Node:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("pStyle", val=style) if style else None,
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=indent, hanging=hanging)),
        ilvl=index,
    )


def _list(number: int, format_: int, start: int, depth: int) -> Node:
    return w("num", w("abstractNumId", val=format_), w("lvlOverride", w("startOverride", val=start), ilvl=depth), numId=number)
