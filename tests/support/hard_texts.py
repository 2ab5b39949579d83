"""Texts that nobody thought of, made of signs that some format reads as its own, and questions that have one in every place."""

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import strategies

from quizbank.exchange.portable import Portable
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

_SIGNS = "~=#{}:\\%[]<>&\"'/*-_`^|$@+;!?.,()"
_PIECES = (*_SIGNS, "->", "####", "::", "//", "]]>", "&#35;", "&&058;", "%50%", "[html]", "{{c1::", "\n", "\n\n", "\\n", " ")
_LETTERS = ("a", "n", "Z", "7", "ज्ञ", "ש", "é", "🙂", "👩\u200d💻", " ")
# Pieces of markup among letters; at least one letter, since no author's text is made of signs alone.
ANYTHING = strategies.lists(strategies.sampled_from((*_PIECES, *_LETTERS)), max_size=12).map(lambda parts: f"q{''.join(parts)}z")
# What is typed is one line, with no mark of Markdown and no space at its ends; '->' is left out, which GIFT cannot say.
TYPED = ANYTHING.map(lambda text: " ".join(text.split()).replace("->", ">")).map(lambda text: text.replace("\\*", "*"))


def everywhere(text: str) -> Iterator[Portable]:
    """Yield a question of each shape, with the text in every place that holds a bank's text."""
    for number, answer in enumerate(_answers(text)):
        yield Portable(f"any-{number}", "kind", f"{text} asked", answer, marks=1, explanation=text, hint=text)


def _answers(text: str) -> tuple[Answer, ...]:
    options = tuple(Alternative(f"{text} {number}", number < 2, text) for number in range(5))
    starts = tuple(Alternative(f"{sign}{text}", sign == "%50%", text) for sign in ("%50%", "[html]", "=", "//"))
    return (
        Choice(options[1:]),
        Choice(starts),
        Choice(options, several=True),
        Truth(False, text, text),
        Pairs(tuple(Pair(f"{text} {n}", f"{n} {text}", text) for n in range(3)), (Spare(f"4 {text}", text),)),
        Sequence((Step(f"1 {text}", text), Step(f"2 {text}", text))),
        Typed(("word",), (Near("other", text),)),
        Number(Decimal("-0.25"), Decimal("0.05"), "", text, (Slip(Decimal("0.25"), text),)),
        Written(text, (Point(text), Point(text, 2))),
    )
