"""A question as Moodle reads it, and what Moodle demands of it.

The rules are those of Moodle's own code, read by us: grades in question/engine/bank.php, names and ids in question/format.php
and its tables, and for each type what its `save_question_options` refuses. Nothing here knows our writers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from lxml.html import fragment_fromstring

# Moodle's list in its own digits; 0 and 1 besides, and each of them below zero.
_LISTED = (
    *(0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25),
    *(0.2, 0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05),
)
ALLOWED = {0.0, 1.0, -1.0, *_LISTED, *(-grade for grade in _LISTED)}
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")


@dataclass(frozen=True)
class Option:
    """An answer: its text (HTML for choices and steps), its grade as a part of 1, its feedback as HTML, its tolerance."""

    text: str
    grade: float
    why: str = ""
    tolerance: str = ""


@dataclass
class Read:
    """One question as a reader found it. Texts are HTML, but for names, tags, typed answers and right sides of pairs."""

    type: str
    name: str
    stem: str
    general: str = ""
    id: str = ""
    category: str = ""
    tags: Sequence[str] = ()
    options: list[Option] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    several: bool = False
    extra: dict[str, str] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


@cache
def words(html: str) -> str:
    """Return the words of HTML without the spaces between them; quotation marks and all else stay."""
    return "".join(str(fragment_fromstring(html, create_parent="div").text_content()).split())


def check(read: Read) -> None:
    """Assert what Moodle demands of every question."""
    assert 0 < len(read.name) <= 255
    assert not re.search(r"<\w", read.name)  # taken out by PARAM_TEXT
    assert len(read.id) <= 100
    assert words(read.stem)
    if read.type != "ordering":
        for option in read.options:
            assert min(abs(option.grade - allowed) for allowed in ALLOWED) < 0.00001, option
    _BY_TYPE[read.type](read)


def _multichoice(read: Read) -> None:
    grades = [option.grade for option in read.options]
    assert len(grades) >= 2
    assert all(words(option.text) for option in read.options)
    if read.several:
        assert round(sum(grade for grade in grades if grade > 0), 2) == 1
    else:
        assert max(grades) == 1


def _truefalse(read: Read) -> None:
    assert [option.text for option in read.options] == ["true", "false"]
    assert sorted(option.grade for option in read.options) == [0, 1]


def _typed(read: Read) -> None:
    assert read.options
    assert max(option.grade for option in read.options) == 1
    assert all(option.text.strip() for option in read.options)


def _numerical(read: Read) -> None:
    _typed(read)
    for option in read.options:
        assert _NUMBER.fullmatch(option.text)
        assert _NUMBER.fullmatch(option.tolerance)


def _matching(read: Read) -> None:
    assert len([left for left, _ in read.pairs if words(left)]) >= 2
    assert all(right for _, right in read.pairs)


def _ordering(read: Read) -> None:
    assert len(read.options) >= 2
    assert [option.grade for option in read.options] == [number / 100 for number in range(1, len(read.options) + 1)]


def _nothing(_: Read) -> None:
    """Moodle demands nothing more of an essay."""


_BY_TYPE = {
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _typed,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _nothing,
}
