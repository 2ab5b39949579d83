"""An item that we wrote for Canvas: its hint, reasons, solution, unit and passage, back where they came from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.html_tree import Element
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Near, Number, Slip, Typed
from quizbank.imports.files.html_text import Texts
from quizbank.imports.files.xml_text import line_of, words
from quizbank.imports.ours.marks import our_tags
from quizbank.imports.ours.phrases import said
from quizbank.imports.ours.pieces import only_element, pieces_of, words_in
from quizbank.imports.ours.solutions import with_solution, without_label
from quizbank.imports.reader import Taken
from quizbank.imports.readers.qti12.conditions import number, rules_of
from quizbank.imports.readers.qti12.item import Item
from quizbank.imports.readers.qti12.ours_answers import answer_of_ours

_TAGS = ("kind", "objective", "bloom")


def is_ours(element: Any) -> bool:
    """Say whether we wrote an item."""
    return _tags(Item(element, Texts())) is not None


def _tags(item: Item) -> Any:
    return our_tags([tag for name in _TAGS if (tag := item.said(name))])


def question_of_ours(element: Any, pictures: Mapping[str, bytes], deck: str, marks: int) -> Taken:
    """Return the question of an item that we wrote. Raises ItemNotRead."""
    item = Item(element, Texts(pictures), rules_of(element))
    answer = answer_of_ours(item)
    stem, unit = _stem(words(element, "presentation/material/mattext"), answer)
    general, hint = _hint(pieces_of(_said(element, "general_fb")))
    wrong, later = _hint(pieces_of(_said(element, "general_incorrect_fb")))
    answer = _with_near(answer, list(_near(wrong)), unit)
    own = Portable(element.get("ident") or "", "", item.texts.markdown(stem), answer, marks, hint=hint or later)
    question = replace(with_solution(_tags(item).on(own), "".join(general)), picture=item.texts.picture())
    return Taken(question, line_of(element), deck, tuple(dict.fromkeys([*item.lost, *item.texts.lost])))


def _said(element: Any, name: str) -> str:
    """Return a feedback as HTML, by its name; '' where there is none."""
    return next((words(each) for each in element.iter("itemfeedback") if each.get("ident") == name), "")


def _stem(html: str, answer: Answer) -> tuple[str, str]:
    """Return a stem as HTML, and the unit of a number, which stands below it in round brackets."""
    pieces = pieces_of(html.removeprefix("<div>").removesuffix("</div>"))
    last = only_element(pieces[-1], "p") if isinstance(answer, Number) and len(pieces) > 1 else None
    unit = words_in(last) if last else ""
    if unit.startswith("(") and unit.endswith(")"):
        return "".join(pieces[:-1]), unit[1:-1]
    return "".join(pieces), ""


def _hint(pieces: list[str]) -> tuple[list[str], str]:
    """Return pieces without the hint before them, and the hint."""
    heading = only_element(pieces[0], "p") if len(pieces) > 1 else None
    if heading and said("question.hint", words_in(heading)) is not None:
        return pieces[2:], text_of_html(pieces[1])
    return pieces, ""


def _near(pieces: list[str]) -> Iterator[tuple[str, str]]:
    """Yield close answers or slips, each with its reason as HTML: behind a line of them, slanted, stands the reason of all."""
    answers, reason = "", ""
    for piece in [*pieces, "<p><em></em></p>"]:
        line = only_element(piece, "p")
        first = line.inside[0] if line and len(line.inside) == 1 else None
        if isinstance(first, Element) and first.tag == "em":
            yield from ((answer, reason) for answer in answers.split(", ") if answer)
            answers, reason = words_in(first), ""
        else:
            reason += piece


def _with_near(answer: Answer, near: list[tuple[str, str]], unit: str) -> Answer:
    """Return an answer with what comes close to it, or with slips and unit."""
    match answer:
        case Typed():
            close = (Near(text, without_label(html, "question.close_option") or "") for text, html in near)
            return replace(answer, near=tuple(close))
        case Number():
            return replace(answer, unit=unit, slips=tuple(_slips(near)))
    return answer


def _slips(near: list[tuple[str, str]]) -> Iterator[Slip]:
    for text, html in near:
        value = number(text)
        if value is not None:
            yield Slip(value, without_label(html, "question.mistake_option") or "")
