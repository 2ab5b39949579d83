"""Collections to export: the kinds' own examples, questions with hard characters, and for tests of the course, this course."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import example_course
from places import ROOT
from quizbank.exchange.portable import Deck, Portable
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Point,
    Sequence,
    Slip,
    Spare,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.exports.account import divided
from quizbank.exports.collect import collected
from quizbank.exports.format import Collection, Format
from quizbank.library import read_library

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SITE = "https://notes.example/"
# Texts that mean something to one format or another, written as a bank has them; each is words and nothing else to a reader.
HARD = (
    "a = b, c ~ d, {e} # f : g % 50 -> h",
    "5 &lt; 6 &amp; 7 > 6, \"quoted\" and 'single'",
    "ज्ञान प्रक्रिया आउटसोर्सिंग, ५० प्रतिशत",
    "שלום עולם (right to left)",
    "🙂 emoji, a ZWJ 👩‍💻 one",
    "back\\\\slash and \\*stars\\* and \\`ticks\\`",
    "H~2~O, m^2^, **bold** and *slanted*",
    'a;b,c"d',
    "{{c1::cloze}} and [[1]] and %100%answer",
    "]]> <!-- no comment --> <b>no tag</b>",
)
# A kind of question for each shape.
KINDS_OF = {
    Choice: "single-choice",
    Truth: "true-false",
    Pairs: "matching",
    Sequence: "ordering",
    Typed: "fill-in",
    Number: "numeric",
    Written: "short-answer",
}
FORMULAS = ("=1+1", "+91 98", "-5 percent", "@home")


@cache
def examples() -> Collection:
    """Return the questions of the course that is made of the kinds' examples: every kind, every field."""
    return collected(example_course.library(), SITE, WHEN)


@cache
def course() -> Collection:
    """Return this course's questions and cards, for tests of the course."""
    return collected(read_library(ROOT / "quizzes", ROOT / "docs", ROOT, ROOT / "mkdocs.yml"), SITE, WHEN)


def of(*questions: Portable) -> Collection:
    """Return a collection of one chapter with these questions."""
    return replace(examples(), decks=(Deck("plants", "Plants", 1, questions),), words=(), objectives=())


def held(collection: Collection, format_: Format) -> Collection:
    """Return the part of a collection that a format can hold, as the command gives it to be written."""
    return divided(collection, format_)[0]


def hard() -> Iterator[Portable]:
    """Yield a question of each shape for each hard text, which stands in every place."""
    for number, text in enumerate((*HARD, *FORMULAS), 1):
        for answer in _answers(text):
            blank = " ____ here" if isinstance(answer, Typed) else ""
            yield Portable(
                id=f"hard-{number}-{type(answer).__name__.lower()}",
                kind=KINDS_OF[type(answer)],
                stem=f"{text} is said{blank}",
                answer=answer,
                marks=2,
                explanation=f"Because of {text}",
                hint=text,
            )


def _answers(text: str) -> tuple[Answer, ...]:
    wrong = [Alternative(f"{text} {end}", right=False, why=f"no: {text}") for end in ("alpha", "beta", "gamma")]
    right = Alternative(f"{text} omega", right=True, why=f"yes: {text}")
    return (
        Choice((right, *wrong)),
        Choice((right, Alternative(f"{text} psi", right=True, why=text), *wrong), several=True),
        Truth(True, f"true: {text}", f"false: {text}"),
        Pairs(tuple(Pair(f"{text} {n}", f"{text} partner {n}", text) for n in range(4)), (Spare(f"{text} spare", text),)),
        Sequence(tuple(Step(f"{text} step {n}", text) for n in range(4))),
        Typed(("answer one", "answer two"), (Near("almost", text),)),
        Number(Decimal("1250.5"), Decimal("0.5"), "Rs", text, (Slip(Decimal(1300), text),)),
        Written(f"{text} as a model", (Point(f"{text} first", 1), Point(f"{text} second", 1))),
    )


def path_in(folder: Path, name: str, data: bytes) -> Path:
    """Write a file, for readers that want a path."""
    path = folder / name
    path.write_bytes(data)
    return path
