"""The answers of notes of ours, by the names of their note types."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import get_args

from quizbank.exchange.from_html import from_tree, text_of_html
from quizbank.exchange.html_tree import Element, html_tree
from quizbank.exchange.shapes import (
    Alternative,
    Answer,
    Choice,
    Near,
    Number,
    Pair,
    Pairs,
    Sequence,
    Slip,
    Spare,
    Step,
    Truth,
    Typed,
    Written,
)
from quizbank.exchange.texts import plain_line
from quizbank.imports.ours.model_answers import point_of
from quizbank.imports.ours.pieces import pieces_of
from quizbank.imports.readers.anki_tsv.cards import CardNotRead
from quizbank.imports.readers.anki_tsv.fields import below, entries, text_in, why_in, without_why
from quizbank.texts.numbers import Grouping, grouped

Fields = Mapping[str, str]
_ARROW = "→ "


def answer_of_ours(kind: str, fields: Fields) -> Answer:
    """Return the answer of a note. Raises CardNotRead, and KeyError for a note type that is none of a question."""
    answer = ANSWERS[kind](fields)
    if answer is None:
        raise CardNotRead(f"expected the fields of the note type '{kind}', got others")
    return answer


def _choice(fields: Fields) -> Choice | None:
    found = entries(fields["Reasons"], "data-right")
    options = tuple(Alternative(text_in(each), each.attributes["data-right"] == "yes", why_in(each)) for each in found)
    several = any("data-several" in each.attributes for each in found)
    shuffled = any("data-shuffle" in each.attributes for each in below(html_tree(fields["Reasons"]), "ul"))
    return Choice(options, several, shuffled) if any(option.right for option in options) else None


def _truth(fields: Fields) -> Truth | None:
    choice = _choice(fields)
    if choice is None or len(choice.options) != 2:
        return None
    yes, no = choice.options
    return Truth(yes.right, yes.why, no.why)


def _pairs(fields: Fields) -> Pairs | None:
    pairs = tuple(Pair(text_in(each), _right(each), why_in(each)) for each in entries(fields["Matches"], "data-right"))
    unused = (each for whole in below(html_tree(fields["Matches"]), "ul", "quiz-list") for each in below(whole, "li"))
    spare = tuple(Spare(without_why(each), why_in(each)) for each in unused)
    return Pairs(pairs, spare, tuple(_groups(fields["Items"], pairs))) if pairs else None


def _right(entry: Element) -> str:
    key = next(below(entry, "div", "quiz-key"), Element(""))
    first = key.inside[0] if key.inside else ""
    bare = first.removeprefix(_ARROW) if isinstance(first, str) else first
    return from_tree(Element("", {}, [bare, *key.inside[1:]])).text


def _groups(items: str, pairs: tuple[Pair, ...]) -> Iterator[str]:
    """Yield the groups of a sorting, whose list to choose from keeps its order; those that are used with their marks."""
    lists = list(below(html_tree(items), "select"))
    if lists and "data-shuffle" not in lists[0].attributes:
        marked = {plain_line(pair.right): pair.right for pair in pairs}
        choices = (each.attributes.get("value", "") for each in below(lists[0], "option"))
        yield from (marked.get(choice, text_of_html(choice)) for choice in choices if choice)


def _sequence(fields: Fields) -> Sequence | None:
    steps = tuple(Step(text_in(each, after=1), why_in(each)) for each in entries(fields["Order"], "data-right"))
    return Sequence(steps) if steps else None


def _typed(fields: Fields) -> Typed | None:
    found = [each for name in ("Answer", "Accepted") for each in below(html_tree(fields[name]), "span")]
    answers = tuple(each.attributes["data-accepted"] for each in found if "data-accepted" in each.attributes)
    near = tuple(Near(each.attributes["data-near"], why_in(each)) for each in entries(fields["Close"], "data-near"))
    return Typed(answers, near) if answers else None


def _number(fields: Fields) -> Number | None:
    key = next(below(html_tree(fields["Answer"]), "p", "quiz-key"), Element(""))
    value, tolerance = (_decimal(key.attributes.get(name, "")) for name in ("data-accepted", "data-tolerance"))
    if value is None:
        return None
    found = ((_decimal(each.attributes["data-near"]), why_in(each)) for each in entries(fields["Mistakes"], "data-near"))
    slips = tuple(Slip(number, why) for number, why in found if number is not None)
    unit = _unit(from_tree(key).text, value)
    return Number(value, tolerance or Decimal(0), unit, text_of_html(fields["Working"]), slips)


def _decimal(text: str) -> Decimal | None:
    digits = text.removeprefix("-").replace(".", "", 1)
    return Decimal(text) if digits.isascii() and digits.isdecimal() and len(digits) < 30 else None


def _unit(shown: str, value: Decimal) -> str:
    """Return the unit around a number, however its digits are grouped."""
    numbers = (grouped(value, grouping) for grouping in get_args(Grouping))
    number = next((number for number in numbers if number in shown), shown)
    return " ".join(shown.replace(number, " ", 1).split())


def _written(fields: Fields) -> Written:
    """Return a written answer; both of its fields have a heading."""
    model = "\n\n".join(map(text_of_html, pieces_of(fields["Model answer"])[1:]))
    points = (point_of(from_tree(each).text) for each in below(html_tree(fields["Points"]), "label"))
    return Written(model, tuple(point for point in points if point))


ANSWERS: dict[str, Callable[[Fields], Answer | None]] = {
    "choice": _choice,
    "true or false": _truth,
    "matching": _pairs,
    "ordering": _sequence,
    "typed answer": _typed,
    "number": _number,
    "written answer": _written,
}
