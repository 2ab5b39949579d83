"""One question as an item of QTI 1.2, and the passage of a case as a text without a question."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markupsafe import escape

from quizbank.exchange.markup import element
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Number, Written
from quizbank.exchange.texts import plain_line
from quizbank.exports.feedback import Texts, general_feedback, near_feedback
from quizbank.exports.qti12.asked import Question, asked
from quizbank.exports.qti12.parts import GENERAL, INCORRECT, always, feedback, fields, html, name_by_hash

# Canvas finds files of a package by their path behind this mark.
_FILES = "%24IMS-CC-FILEBASE%24"
IMAGES = "images"
_TITLE = 60  # characters: what Canvas's list of questions shows


def item(name: str, question: Portable, texts: Texts, case: str = "") -> Element:
    """Return the item of a question. `name` is its identifier within the package, `case` that of the passage before it."""
    made = asked(question, texts)
    written, hint = isinstance(question.answer, Written), _hint(question, texts)
    general = (hint if written else "") + general_feedback(question, texts)
    wrong = "" if written else hint + _close(question, texts)
    head = {"ident": name, "title": _title(question.stem)}
    presentation = element("presentation", None, html(_stem(question, texts)), *made.fields)
    told = _feedback(made, general, wrong)
    return element("item", head, _metadata(name, question, made, case), presentation, _processing(made, general, wrong), *told)


def passage(name: str, case: Portable, texts: Texts) -> Element:
    """Return the passage of a case, which Canvas shows as a text between the questions."""
    title = f"<p><strong>{texts.line(case.title)}</strong></p>" if case.title else ""
    shown = html(title + texts.block(case.stem) + _picture(case.picture))
    entries = [("question_type", "text_only_question"), ("points_possible", "0"), ("original_answer_ids", "")]
    about = element("itemmetadata", None, fields([*entries, _reference(name)]))
    head = {"ident": name, "title": _title(case.title or case.stem)}
    return element("item", head, about, element("presentation", None, shown))


def _title(text: str) -> str:
    line = plain_line(text)
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1].rstrip()}…"


def _reference(name: str) -> tuple[str, str]:
    return "assessment_question_identifierref", name_by_hash("question", name)


def _metadata(name: str, question: Portable, made: Question, case: str) -> Element:
    """Return what Canvas asks for, and behind it tags, which it passes over and other readers of QTI may use."""
    tags = [("kind", question.kind), ("objective", question.objective.slug), ("bloom", question.bloom), ("case", case)]
    entries = [
        ("question_type", made.kind),
        ("points_possible", str(question.marks or 1)),
        ("original_answer_ids", ",".join(made.ids)),
        _reference(name),
        *(tag for tag in tags if tag[1]),
    ]
    return element("itemmetadata", None, fields(entries))


def _stem(question: Portable, texts: Texts) -> str:
    unit = f"<p>({texts.line(question.answer.unit)})</p>" if isinstance(question.answer, Number) and question.answer.unit else ""
    return f"<div>{texts.block(question.stem)}{_picture(question.picture)}{unit}</div>"


def _picture(picture: PortablePicture | None) -> str:
    if not picture:
        return ""
    size = f' width="{picture.width}" height="{picture.height}"' if picture.width and picture.height else ""
    return f'<p><img src="{_FILES}/{IMAGES}/{escape(picture.name)}" alt="{escape(picture.alt)}"{size} /></p>'


def _hint(question: Portable, texts: Texts) -> str:
    """Return the hint, which Canvas has no other place for than behind a wrong answer: before the next attempt."""
    label = f"<p><strong>{texts.say('question.hint')}</strong></p>"
    return label + texts.block(question.hint) if question.hint else ""


def _close(question: Portable, texts: Texts) -> str:
    """Return the answers that come close, each with its reason."""
    near = near_feedback(question.answer, texts)
    return "".join(f"<p><em>{escape(', '.join(answers))}</em></p>{reason}" for answers, reason in near)


def _processing(made: Question, general: str, wrong: str) -> Element:
    bounds = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    first = (always(GENERAL),) if general else ()
    last = (always(INCORRECT),) if wrong else ()
    return element("resprocessing", None, element("outcomes", None, element("decvar", bounds)), *first, *made.conditions, *last)


def _feedback(made: Question, general: str, wrong: str) -> Iterator[Element]:
    for name, text in ((GENERAL, general), (INCORRECT, wrong), *made.reasons):
        if text:
            yield feedback(name, text)
