"""What is said after every answer, in Moodle XML and in GIFT: reasons, a model answer or the working, explanation, passage."""

import re
from collections.abc import Sequence as Several
from dataclasses import dataclass, replace

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.html_tree import Element
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Number, Pairs, Sequence, Written
from quizbank.imports.ours.model_answers import written_from
from quizbank.imports.ours.phrases import said
from quizbank.imports.ours.pieces import only_element, pieces_of, words_in
from quizbank.imports.ours.reasons import into_groups, pairs_with, sequence_with

_UNIT = re.compile(r"(.*) \((.+)\):", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    """The passage of the notes to read again: its title and its address."""

    title: str = ""
    link: str = ""

    def on(self, question: Portable) -> Portable:
        """Return a question that leads to the passage."""
        return replace(question, passage=self.title, link=self.link, section=self.link.partition("#")[2])


def with_feedback(question: Portable, html: str) -> tuple[Portable, tuple[str, ...]]:
    """Return a question of ours with what its general feedback says, and what is lost."""
    pieces, passage = passage_behind(pieces_of(html))
    answer, rest = _answer_from(question.answer, pieces)
    answer, lost = into_groups(answer, question.kind)
    return passage.on(replace(question, answer=answer, explanation=markdown_of(rest))), lost


def passage_behind(pieces: Several[str]) -> tuple[list[str], Passage]:
    """Return pieces without the link to the passage behind them, and the passage."""
    paragraph = only_element(pieces[-1], "p") if pieces else None
    link = paragraph.inside[0] if paragraph and len(paragraph.inside) == 1 else None
    if not isinstance(link, Element) or link.tag != "a":
        return list(pieces), Passage()
    title = said("question.review", words_in(link))
    return (list(pieces[:-1]), Passage(title["title"], link.attributes.get("href", ""))) if title else (list(pieces), Passage())


def markdown_of(pieces: Several[str]) -> str:
    """Return pieces as Markdown."""
    return "\n\n".join(map(text_of_html, pieces))


def unit_below(html: str) -> tuple[str, str]:
    """Return a stem without the line that says the unit of the answer, and the unit; '' where there is no such line."""
    pieces = pieces_of(html)
    for place, piece in enumerate(pieces):
        paragraph = only_element(piece, "p") if place else None
        found = _UNIT.fullmatch(words_in(paragraph)) if paragraph else None
        if found and said("question.your_answer", found[1]) is not None:
            return "".join([*pieces[:place], *pieces[place + 1 :]]), found[2]
    return html, ""


def _answer_from(answer: Answer | None, pieces: list[str]) -> tuple[Answer | None, list[str]]:
    """Return an answer with what the first pieces say of it, and the other pieces."""
    match answer:
        case Written():
            return written_from(pieces)
        case Pairs() if pieces and (pairs := pairs_with(answer, pieces[0])):
            return pairs, pieces[1:]
        case Sequence() if pieces and (steps := sequence_with(answer, pieces[0])):
            return steps, pieces[1:]
        case Number() if len(pieces) > 1:
            return replace(answer, working=text_of_html(pieces[0])), pieces[1:]
    return answer, pieces
