"""One question as an assessmentItem.

A passage that belongs to several questions stands in each of their items: QTI 2.1 has no stimulus of its own (2.2 brought it),
and a rubric of a section stays behind where single items are taken over, and where an importer passes over rubrics.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Choice, Number, Pairs, Sequence, Truth, Typed, Written
from quizbank.exchange.texts import plain_line
from quizbank.exports.feedback import Texts, general_feedback
from quizbank.exports.qti21 import choices, rows, typed
from quizbank.exports.qti21.asked import Question
from quizbank.exports.qti21.rules import (
    EXPLANATION,
    FEEDBACK,
    GENERAL,
    HINT,
    MAP_RESPONSE,
    MAXSCORE,
    SCORE,
    outcome,
    set_to,
    value,
    variable,
)
from quizbank.exports.qti21.xhtml import xhtml

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
IMAGES = "images"
_TITLE = 80  # characters: what lists of items show


def root_attributes(identifier: str, title: str) -> dict[str, str]:
    """Return the attributes of an item or a test, with its namespace and schema."""
    schema = {"xmlns": NAMESPACE, "xmlns:xsi": _XSI, "xsi:schemaLocation": f"{NAMESPACE} {_SCHEMA}"}
    return {**schema, "identifier": identifier, "title": title}


def item_path(name: str) -> str:
    """Return the file of an item within the package."""
    return f"items/{name}.xml"


def title_of(question: Portable) -> str:
    """Return the beginning of what is asked, in one line."""
    text = plain_line(question.stem)
    return text if len(text) <= _TITLE else f"{text[: _TITLE - 1].rpartition(' ')[0] or text[: _TITLE - 1]}…"


def marks_of(question: Portable) -> int:
    """Return a question's marks; 1 where nobody has given any."""
    return question.marks or 1


def asked(question: Portable, case: Portable | None, texts: Texts) -> Question:
    """Return the part of an item that depends on the shape of its answer. Raises ValueError for a question without one."""
    marks, stem = marks_of(question), (*_stem(question, texts), *_picture(question, case))
    match question.answer:
        case Choice() as answer:
            return choices.choice(answer, marks, stem, texts)
        case Truth() as answer:
            return choices.truth(answer, marks, stem, texts)
        case Pairs() as answer:
            return rows.pairs(answer, marks, stem, texts)
        case Sequence() as answer:
            return rows.sequence(answer, marks, stem, texts)
        case Typed() as answer:
            return typed.typed(answer, marks, stem, texts)
        case Number() as answer:
            return typed.number(answer, marks, stem, texts)
        case Written() as answer:
            return typed.written(answer, marks, stem, texts)
    raise ValueError(f"{question.id}: expected a question with an answer, got a case")


def item(identifier: str, question: Portable, made: Question, case: Portable | None, texts: Texts, language: str) -> Element:
    """Return the item of a question, of which `made` depends on its answer."""
    general = general_feedback(question, texts)
    head = {**root_attributes(identifier, title_of(question)), "adaptive": "false", "timeDependent": "false"}
    body = element("itemBody", None, *_passage(case, texts), *made.body, *_hint_button(question, texts))
    declared = [made.declaration, *_hint_declaration(question), *_outcomes(question, made, general)]
    shown = _feedback(question, made, general, texts)
    return element(
        "assessmentItem", {**head, "xml:lang": language}, *declared, body, _processing(question, made, general), *shown
    )


def _stem(question: Portable, texts: Texts) -> tuple[Element, ...]:
    stem = typed.blank_stem(question.stem) if isinstance(question.answer, Typed) else question.stem
    return (xhtml(texts.block(stem), attributes={"class": "stem"}),)


def _picture(question: Portable, case: Portable | None) -> Iterator[Element]:
    """Yield the picture of a question, for which that of its case stands in."""
    picture = question.picture or (case.picture if case else None)
    if picture:
        yield element("p", None, element("img", _image(picture)))


def _image(picture: PortablePicture) -> dict[str, str]:
    size = {"width": str(picture.width), "height": str(picture.height)} if picture.width and picture.height else {}
    return {"src": f"../{IMAGES}/{picture.name}", "alt": picture.alt, **size}


def _passage(case: Portable | None, texts: Texts) -> Iterator[Element]:
    if case:
        title = f"<p><strong>{texts.line(case.title)}</strong></p>" if case.title else ""
        yield xhtml(title + texts.block(case.stem), attributes={"class": "stimulus"})


def _hint_button(question: Portable, texts: Texts) -> Iterator[Element]:
    if question.hint:
        button = element("endAttemptInteraction", {"responseIdentifier": HINT, "title": texts.words.say("question.hint")})
        yield element("p", None, button)


def _hint_declaration(question: Portable) -> Iterator[Element]:
    if question.hint:
        yield element("responseDeclaration", {"identifier": HINT, "cardinality": "single", "baseType": "boolean"})


def _outcomes(question: Portable, made: Question, general: str) -> Iterator[Element]:
    marks = str(marks_of(question))
    yield outcome(SCORE, "single", "float", "0", normalMinimum="0", normalMaximum=marks)
    yield outcome(MAXSCORE, "single", "float", marks)
    if made.notes:
        yield outcome(FEEDBACK, "multiple" if made.several else "single", "identifier")
    if general or question.hint:
        yield outcome(GENERAL, "single", "identifier")


def _processing(question: Portable, made: Question, general: str) -> Element:
    """Return the rules: a template of the standard where it says all that is needed."""
    if made.mapped and not (made.notes or general or question.hint):
        return element("responseProcessing", {"template": MAP_RESPONSE})
    explained = (set_to(GENERAL, value("identifier", EXPLANATION)),) if general else ()
    rules = (*made.rules, *explained)
    return element("responseProcessing", None, *(_unless_hint(rules) if question.hint else rules))


def _unless_hint(rules: tuple[Element, ...]) -> Iterator[Element]:
    """Yield the rules for an answer, behind one that only shows the hint to whoever asks for it: the next attempt counts."""
    hint = element("responseIf", None, variable(HINT), set_to(GENERAL, value("identifier", HINT)))
    answer = (element("responseElse", None, *rules),) if rules else ()
    yield element("responseCondition", None, hint, *answer)


def _feedback(question: Portable, made: Question, general: str, texts: Texts) -> Iterator[Element]:
    yield from (_modal(FEEDBACK, name, html) for name, html in made.notes)
    if general:
        yield _modal(GENERAL, EXPLANATION, general)
    if question.hint:
        yield _modal(GENERAL, HINT, texts.block(question.hint))


def _modal(outcome_name: str, name: str, html: str) -> Element:
    attributes = {"outcomeIdentifier": outcome_name, "identifier": name, "showHide": "show"}
    return xhtml(html, "modalFeedback", attributes)
