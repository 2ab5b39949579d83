"""A question of our own export in GIFT: its stem says its unit, and its general feedback what GIFT has no place for."""

from dataclasses import replace

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer, Number, Typed
from quizbank.imports.ours.after import unit_below, with_feedback
from quizbank.imports.ours.spellings import without_spellings
from quizbank.imports.readers.gift.scan import shown

_GAP = "\uf8f0"


def question_of_ours(question: Portable, stem: str, general: str) -> tuple[Portable, tuple[str, ...]]:
    r"""Return a question, of which the answer was read, with its stem and what its general feedback says, and what is lost.

    Both texts are HTML in which escaped signs are hidden; `\uf8f0` stands for the place of the answers in the stem.
    """
    html, unit = unit_below(shown(stem).strip())
    words = text_of_html(html).replace(_GAP, "____")
    return with_feedback(replace(question, stem=words, answer=_own(question.answer, unit)), shown(general))


def _own(answer: Answer | None, unit: str) -> Answer | None:
    match answer:
        case Number():
            return replace(answer, unit=unit)
        case Typed():
            return replace(answer, answers=without_spellings(answer))
    return answer
