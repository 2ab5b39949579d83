"""What Moodle demands of a question that it imports, and whether what was read says what the question's shape says.

The rules are those of Moodle's own code, read by us: grades in question/engine/bank.php, names and ids in question/format.php
and its tables, and for each type what its `save_question_options` refuses. Nothing here knows our writers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from lxml.html import fragment_fromstring

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Choice, Number, Pairs, Truth, Typed, Written
from quizbank.exchange.shapes import Sequence as Ordered
from quizbank.exchange.texts import block_html, plain_line

# Moodle's list in its own digits; 0 and 1 besides, and each of them below zero.
_LISTED = (
    *(0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25),
    *(0.2, 0.1666667, 0.1428571, 0.125, 0.1111111, 0.1, 0.05),
)
ALLOWED = {0.0, 1.0, -1.0, *_LISTED, *(-grade for grade in _LISTED)}
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_GAP = re.compile(r"_{2,}")


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


def same(html: str, markdown: str) -> bool:
    """Say whether HTML has the words of a bank's text. How long a blank is means nothing."""
    one, other = (_GAP.sub("____", words(text)) for text in (html, block_html(markdown)))
    return one == other


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


def agrees(read: Read, question: Portable) -> None:
    """Assert that what was read has the answer of the question, the reasons, and what is said around it."""
    check(read)
    stem = _unit_below(read.stem) if isinstance(question.answer, Number) and question.answer.unit else read.stem
    assert same(stem.partition("<p><img")[0], question.stem)
    assert words(read.general).endswith(words(block_html(question.explanation)) + _review(question))
    assert read.id == question.id
    assert list(read.tags) == [tag for tag in (question.kind, question.objective.slug, question.bloom) if tag]
    _answer(read, question)


def _unit_below(stem: str) -> str:
    before, _, unit = stem.rpartition("<p>Your answer (")
    assert unit.endswith("):</p>")
    return before


def _review(question: Portable) -> str:
    return "".join(f"Review: {question.passage}".split()) if question.link and question.passage else ""


def _answer(read: Read, question: Portable) -> None:
    match question.answer:
        case Choice() as choice:
            _choice(read, choice)
        case Truth() as truth:
            assert read.type == "truefalse"
            assert read.options[0].grade == float(truth.right)
            assert same(read.options[0].why, truth.why_true)
            assert same(read.options[1].why, truth.why_false)
        case Pairs() as pairs:
            _pairs(read, pairs)
        case Ordered(steps=steps):
            assert read.type == "ordering"
            assert [words(option.text) for option in read.options] == [words(block_html(step.text)) for step in steps]
            assert all(words(block_html(step.why)) in words(read.general) for step in steps)
        case Typed() as typed:
            _words(read, typed)
        case Number() as number:
            _amount(read, number)
        case Written() as written:
            assert read.type == "essay"
            assert words(block_html(written.model)) in words(read.general)
            assert all(words(block_html(point.text)) in words(read.general) for point in written.points)


def _choice(read: Read, choice: Choice) -> None:
    assert (read.type, read.several) == ("multichoice", choice.several)
    assert len(read.options) == len(choice.options)
    for option, wanted in zip(read.options, choice.options, strict=True):
        assert same(option.text, wanted.text)
        assert same(option.why, wanted.why)
        assert (option.grade > 0) == wanted.right
    rights = [option.grade for option in read.options if option.grade > 0]
    assert max(rights) - min(rights) == 0
    assert sum(option.grade for option in read.options) <= (0.00001 if choice.several else 1)


def _pairs(read: Read, pairs: Pairs) -> None:
    assert read.type == "matching"
    found = [(words(left), _menu(right)) for left, right in read.pairs]
    wanted = [(words(block_html(pair.left)), _squeezed(plain_line(pair.right))) for pair in pairs.pairs]
    assert found[: len(wanted)] == wanted
    used = {pair.right for pair in pairs.pairs}
    assert found[len(wanted) :] == [("", _squeezed(plain_line(right))) for right in pairs.rights if right not in used]
    reasons = [*(pair.why for pair in pairs.pairs), *(spare.why for spare in pairs.spare)]
    assert all(words(block_html(why)) in words(read.general) for why in reasons)


def _menu(right: str) -> str:
    """Return what a menu shows of a text: Moodle takes tags out of it, and leaves entities to the browser."""
    return words(re.sub(r"&(?!#?\w{1,8};)", "&amp;", right))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _words(read: Read, typed: Typed) -> None:
    assert read.type == "shortanswer"
    accepted = [_unstarred(option.text) for option in read.options if option.grade == 1]
    assert accepted[0] == typed.answers[0]
    assert {text.casefold() for text in accepted} >= {text.casefold() for text in typed.answers}
    assert all(_loose(text) in {_loose(answer) for answer in typed.answers} for text in accepted)
    near = [option for option in read.options if option.grade == 0]
    assert [_unstarred(option.text) for option in near] == [each.text for each in typed.near]
    assert all(same(option.why, each.why) for option, each in zip(near, typed.near, strict=True))


def _unstarred(pattern: str) -> str:
    """Return what a learner types for a pattern to fit, which must have no star that stands for anything."""
    assert not re.search(r"(?<!\\)\*", pattern)
    return pattern.replace("\\*", "*")


def _loose(text: str) -> str:
    return re.sub("[ -]", "", text.casefold())


def _amount(read: Read, number: Number) -> None:
    assert read.type == "numerical"
    right, *slips = read.options
    assert (float(right.text), float(right.tolerance), right.grade) == (float(number.value), float(number.tolerance), 1)
    assert [(float(slip.text), float(slip.tolerance), slip.grade) for slip in slips] == [
        (float(slip.value), 0, 0) for slip in number.slips
    ]
    assert all(same(slip.why, wanted.why) for slip, wanted in zip(slips, number.slips, strict=True))
    assert words(block_html(number.working)) in words(read.general)
