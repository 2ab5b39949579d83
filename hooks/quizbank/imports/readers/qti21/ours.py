"""An item of our own export: its passage, its unit, its reasons and its solution, back where they came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Near, Number, Slip, Typed
from quizbank.exports.qti21.typed import span
from quizbank.imports.files.xml_text import inner_html, words
from quizbank.imports.ours.solutions import with_solution, without_label
from quizbank.imports.reader import Taken
from quizbank.imports.readers.qti21.about import About
from quizbank.imports.readers.qti21.declared import decimal
from quizbank.imports.readers.qti21.item import question_of

_MOST_PLACES = 18  # behind the point of a double


@dataclass(frozen=True)
class Part:
    """A question that was read, and the passage of its case as HTML, '' for none."""

    taken: Taken
    passage: str


def part_of(item: Any, pictures: Mapping[str, bytes], about: About) -> Part:
    """Return the question of an item that we wrote. Raises ItemNotRead."""
    body = item.find("itemBody")
    passage = _taken_out(body, "div[@class='stimulus']")
    for each in ("rubricBlock", "p/endAttemptInteraction/.."):
        _taken_out(body, each)
    unit, beside = _unit(body)
    said = {each.get("identifier") or "": inner_html(each) for each in item.iter("modalFeedback")}
    near = list(_near(item, said))
    spans = [each.get("tolerance") for each in item.iter("equal")]
    for name in ("EXPLANATION", "HINT"):
        _taken_out(item, f"modalFeedback[@identifier='{name}']")
    taken = question_of(item, pictures, ours=True)
    answer = _answer(taken.question.answer, unit, near, next((each for each in spans if each), ""))
    stem = taken.question.stem.removesuffix("____").rstrip() if beside else taken.question.stem
    question = about.on(replace(taken.question, stem=stem, answer=answer, hint=text_of_html(said.get("HINT", ""))))
    return Part(replace(taken, question=_solved(question, said.get("EXPLANATION", ""))), passage)


def _solved(question: Portable, html: str) -> Portable:
    """Return a question with its solution; the passage of the notes stays what the manifest says, where that says one."""
    solved = with_solution(question, html)
    return replace(solved, passage=question.passage, link=question.link, section=question.section) if question.link else solved


def _taken_out(root: Any, path: str) -> str:
    """Take an element out of another one. Returns what stood inside, as HTML; '' where there is none."""
    found = root.find(path) if root is not None else None
    if found is None:
        return ""
    html = inner_html(found)
    found.getparent().remove(found)
    return html


def _unit(body: Any) -> tuple[str, bool]:
    """Return the unit around a field for an answer, and whether this field has a paragraph of its own behind the stem."""
    entry = body.find("p/textEntryInteraction") if body is not None else None
    if entry is None:
        return "", False
    paragraph = entry.getparent()
    unit = " ".join(f"{paragraph.text or ''} {entry.tail or ''}".split())
    paragraph.text = entry.tail = None
    return unit, True


def _near(item: Any, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the answers that come close, or the slips, each with its reason as HTML."""
    for rule in item.iter("responseIf"):
        shown = words(rule, "setOutcomeValue/baseValue").strip()
        if shown.startswith("NEAR_"):
            tests = (*rule.iterfind("or/stringMatch/baseValue"), *rule.iterfind("or/equal/baseValue"))
            yield from ((words(each), said.get(shown, "")) for each in tests)


def _answer(answer: Answer | None, unit: str, near: list[tuple[str, str]], tolerance: str) -> Answer | None:
    match answer:
        case Typed():
            return replace(answer, near=tuple(Near(text, _why(html, "question.close_option")) for text, html in near))
        case Number():
            slips = tuple(
                Slip(value, _why(html, "question.mistake_option")) for text, html in near if (value := decimal(text)) is not None
            )
            return replace(answer, tolerance=_tolerance(answer.value, tolerance), unit=unit, slips=slips)
    return answer


def _why(html: str, key: str) -> str:
    why = without_label(html, key)
    return text_of_html(html) if why is None else why


def _tolerance(right: Decimal, text: str) -> Decimal:
    """Return the tolerance as its author wrote it: the shortest one that we write as this text, which says two doubles."""
    widest = decimal(text.partition(" ")[0]) or Decimal(0)
    shorter = (round(widest, places) for places in range(_MOST_PLACES))
    return next((each for each in shorter if text and span(right, each) == text), widest)
