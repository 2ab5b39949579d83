"""What is said after the answer, and to who marks it.

Moodle has feedback for each option and each typed answer. For the pairs of a matching, the steps of an ordering and the working
of a sum it has none, so these stand in the general feedback, which Moodle's documentation calls the place for a worked answer
(https://docs.moodle.org/en/Question_types#General_feedback).
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Number, Pairs, Point, Sequence, Written
from quizbank.exports.moodle.texts import Texts

_CELL = re.compile(r"(<td\b[^>]*>).*?(?=</td>)", re.DOTALL)


def general_feedback(question: Portable, texts: Texts) -> str:
    """Return, as HTML: the reasons that have no other place, the explanation, and the link to the passage of the notes."""
    return "".join([*_reasons(question, texts), texts.block(question.explanation), _link(question, texts)])


def for_markers(answer: Written, texts: Texts) -> str:
    """Return the model answer and what earns marks, as HTML; '' where nobody has written either."""
    return _model(answer, texts) + _points(answer.points, texts)


def template(answer: Written, texts: Texts) -> str:
    """Return what an answer begins with, as HTML: where the model is a table, the same table with empty cells; else ''."""
    model = texts.block(answer.model)
    return _CELL.sub(r"\1&nbsp;", model) if model.startswith("<table") else ""


def _reasons(question: Portable, texts: Texts) -> Iterator[str]:
    match question.answer:
        case Number(working=working):
            yield texts.block(working)
        case Written() as written:
            yield for_markers(written, texts)
        case Pairs() as pairs:
            yield _list("ul", _of_pairs(pairs, texts))
        case Sequence(steps=steps) if any(step.why for step in steps):
            yield _list("ol", (_said(texts.line(step.text), step.why, texts) for step in steps))


def _of_pairs(answer: Pairs, texts: Texts) -> Iterator[str]:
    for pair in answer.pairs:
        if pair.why:
            yield _said(f"{texts.line(pair.left)} → {texts.line(pair.right)}", pair.why, texts)
    for spare in answer.spare:
        if spare.why:
            yield _said(texts.line(spare.text), spare.why, texts)


def _said(what: str, why: str, texts: Texts) -> str:
    return f"<strong>{what}</strong>{': ' if why else ''}{texts.line(why)}"


def _model(answer: Written, texts: Texts) -> str:
    heading = f"<p><strong>{escape(texts.words.say('question.model_answer'))}</strong></p>"
    return heading + texts.block(answer.model) if answer.model else ""


def _points(points: Iterable[Point], texts: Texts) -> str:
    return _list("ul", (f"{texts.line(point.text)} ({texts.words.say('question.marks', n=point.marks)})" for point in points))


def _list(name: str, entries: Iterable[str]) -> str:
    lines = "".join(f"<li>{entry}</li>" for entry in entries)
    return f"<{name}>{lines}</{name}>" if lines else ""


def _link(question: Portable, texts: Texts) -> str:
    if not question.link or not question.passage:
        return ""
    words = escape(texts.words.say("question.review", title=question.passage))
    return f'<p><a href="{escape(question.link)}">{words}</a></p>'
