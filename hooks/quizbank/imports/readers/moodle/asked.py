"""A question of Moodle XML while it is read: its element, its texts, and what is made of them."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Answer
from quizbank.imports.answers.weights import WHOLE
from quizbank.imports.files.html_text import Texts
from quizbank.imports.files.xml_text import children, words


class TypeNotRead(Exception):
    """A question cannot be taken; the message says what was expected and what is there."""


@dataclass(frozen=True)
class Made:
    """What a type makes of a question: stem, answer (None for a case), parts of a case, what was lost."""

    stem: str
    answer: Answer | None
    parts: tuple[Portable, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass
class Asked:
    """The element of a question with its texts; `lost` gathers what is lost on the way, `ours` says whether we wrote it."""

    element: Any
    texts: Texts
    lost: list[str] = field(default_factory=list)
    ours: bool = False

    def text(self, element: Any) -> str:
        """Return the text of an element, such as <questiontext>, as Markdown; '' where there is none."""
        if element is None:
            return ""
        inner = element.find("text")
        return self.texts.markdown(words(inner if inner is not None else element), self.form(element))

    def form(self, element: Any) -> str:
        """Return the format of an element's text: its own, else that of the question, else HTML."""
        own = element.get("format")
        around = self.element.find("questiontext")
        inherited = around.get("format") if around is not None else None
        return str(own or ("html" if inherited == "moodle_auto_format" else inherited) or "html")

    def says(self, name: str, otherwise: str = "") -> str:
        """Return the words of an element directly inside the question, in small letters."""
        found = self.element.find(name)
        return words(found).strip().lower() if found is not None else otherwise

    def is_true(self, name: str, otherwise: bool) -> bool:
        """Say whether an element says 1 or true."""
        said = self.says(name)
        return said in ("1", "true") if said else otherwise

    def answers(self) -> list[tuple[Decimal, Any, str]]:
        """Return of each answer the share of the marks in percent, its element, and its feedback."""
        return [(_share(each), each, self.text(each.find("feedback"))) for each in children(self.element, "answer")]


def _share(element: Any) -> Decimal:
    """Return the share of an answer in percent. What is within a hundredth of whole marks is whole."""
    try:
        share = Decimal((element.get("fraction") or "0").strip().rstrip("%"))
    except InvalidOperation:
        return Decimal(0)
    if not share.is_finite():
        return Decimal(0)
    return WHOLE if abs(share - WHOLE) < Decimal("0.01") else share
