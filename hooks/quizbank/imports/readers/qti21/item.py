"""One item of QTI 2.1: its body with blanks where words are typed, its interactions, its feedback."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from quizbank.exchange.portable import Portable
from quizbank.imports.answers.blanks import case_of, numbered
from quizbank.imports.files.html_text import Texts
from quizbank.imports.files.xml_text import inner_html, line_of
from quizbank.imports.reader import Taken
from quizbank.imports.readers.qti21.declared import Declared, ItemNotRead, decimal, declared
from quizbank.imports.readers.qti21.interactions import INTERACTIONS, Reading

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
_HINT = "endAttemptInteraction"  # a button, which takes no answer
# For private use, and none of those that are the engine's own: what comes in loses these.
_BLANK, _BLANKS = "\uf8f0", re.compile("\uf8f0")
_NO_RESPONSE = Declared("single", "", (), {})


def question_of(item: Any, pictures: Mapping[str, bytes], ours: bool = False) -> Taken:
    """Return the question of an item; `ours` says that we wrote it. Raises ItemNotRead."""
    texts = Texts(pictures)
    body = item.find("itemBody")
    if body is None:
        raise ItemNotRead("expected an item with a body, got none")
    found = [each for each in body.iter() if isinstance(each.tag, str) and each.tag.endswith("Interaction") and each.tag != _HINT]
    unknown = next((each.tag for each in found if each.tag not in INTERACTIONS), "")
    if unknown or not found:
        raise ItemNotRead(f"expected one of {', '.join(INTERACTIONS)}, got {unknown or 'no interaction'}")
    feedback = _feedback(item, texts)
    readings = [_reading(item, each, texts, feedback, ours) for each in found]
    answers = [INTERACTIONS[reading.element.tag](reading) for reading in readings]
    stem = _stem(body, found, texts)
    own = item.get("identifier") or ""
    lost = [loss for reading in readings for loss in reading.lost]
    question = Portable(
        id=own if _SLUG.fullmatch(own) else "",
        kind="",
        stem=stem.replace(_BLANK, "____"),
        answer=answers[0],
        marks=_marks(item),
        explanation=feedback.get("", ""),
        picture=texts.picture(),
    )
    if len(answers) > 1:
        question = _case(question, stem, answers, item.get("title") or "")
    return Taken(question, line_of(item), "", tuple(dict.fromkeys([*lost, *texts.lost])))


def _case(question: Portable, stem: str, answers: list[Any], title: str) -> Portable:
    passage = numbered(stem, _BLANKS, len(answers))
    case = case_of(passage, [Portable("", "", "", answer) for answer in answers], title, question.explanation, question.id)
    return replace(case, picture=question.picture)


def _reading(item: Any, element: Any, texts: Texts, feedback: Mapping[str, str], ours: bool) -> Reading:
    name = element.get("responseIdentifier") or "RESPONSE"
    return Reading(element, texts, declared(item).get(name, _NO_RESPONSE), feedback, _bounds(item, name), ours)


def _stem(body: Any, found: list[Any], texts: Texts) -> str:
    """Return the words of the body without those of its choices: a blank stands where something is filled in."""
    for each in found:
        prompt = each.find("prompt")
        inside = inner_html(prompt) if prompt is not None else ""
        tail = each.tail
        inline = each.tag in _INLINE
        each.clear()
        each.tag, each.text, each.tail = ("span" if inline else "div"), (_BLANK if inline else None), tail
        if inside:
            each.append(_fragment(inside))
    return texts.markdown(inner_html(body))


def _fragment(html: str) -> Any:
    from lxml.html import fragment_fromstring

    return fragment_fromstring(html, create_parent="div")


def _feedback(item: Any, texts: Texts) -> dict[str, str]:
    """Return modal feedback by the name that shows it; below '' what is shown whatever was answered."""
    found: dict[str, str] = {}
    for each in item.iter("modalFeedback"):
        name = each.get("identifier") or ""
        always = (
            name.lower() in ("general", "solution", "feedback", "explanation", "general_fb") or each.get("showHide") == "hide"
        )
        key = "" if always else name
        text = texts.markdown(inner_html(each))
        found[key] = f"{found[key]}\n\n{text}" if key in found else text
    return found


def _bounds(item: Any, name: str) -> tuple[Decimal, Decimal] | None:
    """Return the least and the most that are accepted for a number, where a tolerance is set in the rules of the item."""
    for each in item.iter("equal"):
        variable = next((one for one in each.iter("variable") if one.get("identifier") == name), None)
        right = next(iter(declared(item).get(name, _NO_RESPONSE).right), "")
        value = decimal(right)
        tolerance = [decimal(part) for part in (each.get("tolerance") or "").split()]
        if variable is not None and value is not None and tolerance and None not in tolerance:
            sizes = [abs(part) for part in tolerance if part is not None]
            share = abs(value) / 100 if each.get("toleranceMode") == "relative" else Decimal(1)
            return value - sizes[0] * share, value + sizes[-1] * share
    return None


def _marks(item: Any) -> int:
    """Return the most marks that an item declares, 0 where it does not."""
    for each in item.iter("outcomeDeclaration"):
        if each.get("identifier") in ("MAXSCORE", "SCORE"):
            most = decimal(each.get("normalMaximum") or "".join(each.itertext()))
            if most is not None and most > 0:
                return max(1, int(most + Decimal("0.5")))
    return 0
