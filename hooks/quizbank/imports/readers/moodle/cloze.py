r"""Embedded answers, after https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type: `{1:SHORTANSWER:=a~%50%b#c}`.

The braces are looked for in the Markdown of the text, where some of their signs are escaped.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from quizbank.exchange.from_plain import from_plain, plain_words
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer
from quizbank.imports.answers.blanks import case_of, numbered
from quizbank.imports.answers.options import tidy
from quizbank.imports.answers.weights import Weighted, choice_of, number_of, typed_of
from quizbank.imports.readers.moodle.asked import Asked, TypeNotRead

_GAP = re.compile(
    r"\{(\d*):(SHORTANSWER|SHORTANSWER_C|SA|SAC|MW|MWC|NUMERICAL|NM|(?:MULTICHOICE|MC|MULTIRESPONSE|MR)(?:_?[VHS]+)?):((?:[^{}\\]|\\\\\\?.|\\.)*)\}"
)
_ESCAPES = re.compile(r"\\([^\w\s])")
_WEIGHT = re.compile(r"(=|%(-?\d+(?:\.\d+)?)%)?")
_BETWEEN = re.compile(r"(?<!\\)~")
_FEEDBACK = re.compile(r"(?<!\\)#")


@dataclass(frozen=True)
class _Found:
    """A gap: its marks, its type and its answers, which are plain text with Moodle's escapes."""

    marks: int
    type: str
    body: str


def cloze_of(asked: Asked, stem: str) -> tuple[str, tuple[Portable, ...], tuple[str, ...]]:
    """Return the passage with its blanks, a question for each gap, and what is lost. With one gap the blank is one to fill in.

    Raises TypeNotRead where there is no gap, or one that cannot be read.
    """
    found = [_Found(int(match[1] or 1), match[2].upper(), _moodle_text(match[3])) for match in _GAP.finditer(stem)]
    if not found:
        raise TypeNotRead("expected gaps such as {1:SHORTANSWER:=answer}, got none")
    made = [_answer(each) for each in found]
    lost = tuple(loss for _, losses in made for loss in losses)
    if len(found) == 1:
        return _GAP.sub("____", stem), (Portable("", "", "", made[0][0], found[0].marks),), lost
    passage = numbered(stem, _GAP, len(found))
    parts = [Portable("", "", "", answer, each.marks) for (answer, _), each in zip(made, found, strict=True)]
    return passage, case_of(passage, parts).parts, lost


def _moodle_text(markdown: str) -> str:
    r"""Return what an author wrote between the braces: Markdown's escapes taken away, Moodle's own (`\}`, `\~`) kept."""
    return _ESCAPES.sub(lambda found: found[1], markdown)


def _answer(found: _Found) -> tuple[Answer, tuple[str, ...]]:
    given = [_given(text) for text in _BETWEEN.split(found.body) if text.strip()]
    if not any(share > 0 for share, _, _ in given):
        raise TypeNotRead(f"expected a right answer ('=') in each gap, got '{found.body[:60]}'")
    if found.type in ("NUMERICAL", "NM"):
        return _number(given, found)
    if found.type.startswith(("MULTI", "MC", "MR")):
        options = [(share, from_plain(text), why) for share, text, why in given]
        several = found.type.startswith(("MULTIRESPONSE", "MR"))
        answer, lost = choice_of(options, several, shuffled="S" in found.type.removeprefix("MULTIRESPONSE"))
        answer, more = tidy(answer)
        return answer, (*lost, *more)
    return typed_of([(share, plain_words(text), why) for share, text, why in given])


def _given(text: str) -> Weighted:
    sign = _WEIGHT.match(text.lstrip())
    rest = text.lstrip()[sign.end() :] if sign else text
    share = Decimal(100) if sign and sign[1] == "=" else Decimal(sign[2]) if sign and sign[2] else Decimal(0)
    answer, *feedback = _FEEDBACK.split(rest, maxsplit=1)
    return share, _bare(answer), from_plain(_bare("".join(feedback)))


def _bare(text: str) -> str:
    return re.sub(r"\\([}#~/\"\\])", r"\1", text).strip()


def _number(given: list[Weighted], found: _Found) -> tuple[Answer, tuple[str, ...]]:
    try:
        values = [(share, *_decimals(text), why) for share, text, why in given if text != "*"]
    except ValueError:
        raise TypeNotRead(f"expected a number in the gap, got '{found.body[:60]}'") from None
    number, lost = number_of(values)
    if number is None:
        raise TypeNotRead(f"expected a right number in the gap, got '{found.body[:60]}'")
    return number, lost


def _decimals(text: str) -> tuple[Decimal, Decimal]:
    """Return a number and its tolerance from '3.14:0.1'. Raises ValueError."""
    value, _, tolerance = text.replace(",", ".").partition(":")
    if not re.fullmatch(r"\s*[-+]?\d{1,12}(?:\.\d{1,6})?\s*", value) or not re.fullmatch(
        r"\s*\d{0,12}(?:\.\d{1,6})?\s*", tolerance
    ):
        raise ValueError(text)
    return Decimal(value.strip()), Decimal(tolerance.strip() or "0")
