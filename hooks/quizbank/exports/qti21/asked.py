"""What each shape of answer gives to its item: a declaration, an interaction, rules and notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from quizbank.exports.qti21.xhtml import xhtml


@dataclass(frozen=True)
class Question:
    """The part of an item that depends on the shape of its answer.

    `body` stands in the item after the passage of a case: stem, picture and interaction. `rules` set SCORE and FEEDBACK; `mapped`
    says that SCORE comes from the mapping alone. `notes` are what FEEDBACK can bring to light, by identifier, as HTML; `several`
    says that it can be more than one. `interaction` is the kind of interaction, for the manifest.
    """

    declaration: Element
    body: tuple[Element, ...]
    rules: tuple[Element, ...]
    interaction: str
    notes: tuple[tuple[str, str], ...] = ()
    several: bool = False
    mapped: bool = False


def noted(notes: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the notes that say something."""
    return tuple((name, html) for name, html in notes if html)


def labelled(tag: str, html: str, attributes: dict[str, str]) -> Element:
    """Return an element of an interaction, such as a choice, with its words."""
    return xhtml(html, tag, attributes)
