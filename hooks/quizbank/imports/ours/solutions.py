"""What is said after every answer, in QTI: the whole solution, row by row, and behind it working, explanation and passage."""

from collections.abc import Sequence as Several
from dataclasses import replace

from quizbank.exchange.from_html import from_tree, text_of_html
from quizbank.exchange.html_tree import Element, html_tree
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Number, Pair, Pairs, Sequence, Spare, Step, Typed, Written
from quizbank.exchange.texts import plain_line
from quizbank.imports.ours.after import markdown_of, passage_behind
from quizbank.imports.ours.model_answers import written_from
from quizbank.imports.ours.phrases import said
from quizbank.imports.ours.pieces import only_element, pieces_of, words_in

_ARROW = " → "


def with_solution(question: Portable, html: str) -> Portable:
    """Return a question of ours with what is said after every answer."""
    pieces, passage = passage_behind(pieces_of(html))
    answer, rest = _answer_from(question.answer, pieces)
    return passage.on(replace(question, answer=answer, explanation=markdown_of(rest)))


def without_label(html: str, key: str) -> str | None:
    """Return HTML as Markdown without the label before its first words; None where it has not the label of this key."""
    tree = html_tree(html)
    first = tree.inside[0] if tree.inside else ""
    if not isinstance(first, Element) or not _is_labelled(first, key):
        return None
    rest = Element(first.tag, {}, first.inside[1:])
    return from_tree(Element("", {}, [rest, *tree.inside[1:]])).text


def _is_labelled(element: Element, key: str) -> bool:
    """Say whether an element begins with words of ours in bold."""
    label = element.inside[0] if element.inside else ""
    return isinstance(label, Element) and label.tag == "strong" and said(key, words_in(label)) is not None


def _answer_from(answer: Answer | None, pieces: list[str]) -> tuple[Answer | None, list[str]]:
    """Return an answer with what the first pieces say of it, and the other pieces."""
    match answer:
        case Written():
            return written_from(pieces)
        case Pairs() if rows := _rows(pieces, "ul"):
            return _pairs(answer, rows), pieces[1:]
        case Sequence() if rows := _rows(pieces, "ol"):
            return _steps(answer, rows), pieces[1:]
        case Typed() if pieces and _is_right(pieces[0]):
            return answer, pieces[1:]
        case Number() if pieces and _is_right(pieces[0]):
            working, rest = (pieces[1], pieces[2:]) if len(pieces) > 2 else ("", pieces[1:])
            return replace(answer, working=text_of_html(working)), rest
    return answer, pieces


def _is_right(piece: str) -> bool:
    paragraph = only_element(piece, "p")
    return paragraph is not None and _is_labelled(paragraph, "question.right_option")


def _rows(pieces: Several[str], tag: str) -> list[tuple[Element, str]]:
    """Return of each entry of the list that is the first piece: what it says before a line break, and behind it as Markdown."""
    whole = only_element(pieces[0], tag) if pieces else None
    return [_divided(each) for each in whole.inside if isinstance(each, Element)] if whole else []


def _divided(entry: Element) -> tuple[Element, str]:
    places = [place for place, each in enumerate(entry.inside) if isinstance(each, Element) and each.tag == "br"]
    end = places[0] if places else len(entry.inside)
    return Element("", {}, entry.inside[:end]), from_tree(Element("", {}, entry.inside[end + 1 :])).text


def _pairs(answer: Pairs, rows: Several[tuple[Element, str]]) -> Pairs:
    """Return pairs as the rows have them: these have the marks of their words, and the spare ones in their order."""
    spares = tuple(
        Spare(from_tree(Element("", {}, what.inside[1:])).text, why) for what, why in rows if _is_labelled(what, "kind.not_used")
    )
    told = [row for row in rows if not _is_labelled(row[0], "kind.not_used")]
    pairs = tuple(_pair(pair, *row) for pair, row in zip(answer.pairs, told, strict=False))
    marked = {plain_line(pair.right): pair.right for pair in pairs}
    groups = tuple(marked.get(plain_line(group), group) for group in answer.groups)
    return Pairs((*pairs, *answer.pairs[len(pairs) :]), () if answer.groups else spares or answer.spare, groups)


def _pair(pair: Pair, what: Element, why: str) -> Pair:
    first, behind = what.inside[1] if len(what.inside) > 1 else "", what.inside[2:]
    if not isinstance(first, str) or not first.startswith(_ARROW):
        return replace(pair, why=why)
    right = from_tree(Element("", {}, [first.removeprefix(_ARROW), *behind])).text
    return Pair(pair.left, right if plain_line(right) == plain_line(pair.right) else pair.right, why)


def _steps(answer: Sequence, rows: Several[tuple[Element, str]]) -> Sequence:
    pairs = zip(answer.steps, rows, strict=False)
    return Sequence(tuple(Step(step.text, why) for step, (_, why) in pairs) if len(rows) == len(answer.steps) else answer.steps)
