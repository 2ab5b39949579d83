"""Makes a document of the book one of the file: links lead to documents, pictures to files, and answers can be reached.

Also marks what readers know by name, such as footnotes, and gives tables room of their own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from quizbank.epub.pictures import Pictures
from quizbank.epub.xhtml import classes, elements
from quizbank.exchange.html_tree import Element

_NOTE_LINK = {"footnote-ref": ("noteref", "doc-noteref"), "footnote-backref": ("backlink", "doc-backlink")}
_TO_KEY = "to-key"
# On paper, and by the style sheet, a space stands behind these; who hears the words or copies them needs it among the words.
_LABELS = frozenset(("paper-letter", "paper-name", "paper-number"))


@dataclass(frozen=True)
class Places:
    """Where each id of the book is: the name of its document."""

    documents: Mapping[str, str]

    def address(self, target: str, on: str) -> str | None:
        """Return the address of an id on a document, or None where the book has no such place."""
        document = self.documents.get(target)
        return None if document is None else f"#{target}" if document == on else f"{document}#{target}"


class Finish:
    """What every document of one book needs. `asked` are the ids of its questions, `answer` is what the link to one says."""

    def __init__(self, places: Places, pictures: Pictures, asked: Collection[str], answer: str) -> None:
        self._places, self._pictures, self._asked, self._answer = places, pictures, asked, answer

    def document(self, name: str, root: Element) -> list[str]:
        """Change a document's tree. Returns what is wrong in it, a message each."""
        faults: list[str] = []
        for element in list(elements(root)):
            if element.attributes.get("id") in self._asked:
                element.inside.append(_way(f"key-{element.attributes['id']}", self._answer))
        _space_labels(root)
        for element in list(elements(root)):
            _space_labels(element)
            _mark(element)
            faults += self._lead(element, name)
        return faults

    def _lead(self, element: Element, name: str) -> Iterable[str]:
        """Lead an element where it leads in the file."""
        attributes = element.attributes
        if element.tag == "a" and attributes.get("href", "").startswith("#"):
            address = self._places.address(attributes["href"][1:], name)
            if address is None:
                yield f"expected a place in the book for the link to '{attributes['href']}', got none"
            else:
                attributes["href"] = address
        elif element.tag == "img":
            try:
                attributes["src"] = self._pictures.name_of(attributes.get("src", ""))
            except KeyError:
                yield f"expected a PNG, JPEG or SVG picture of the course, got '{attributes.get('src', '')[:80]}'"


def anchored(root: Element, answers: Collection[str]) -> None:
    """Give each link to an answer of the notes an id, for the way back. `answers` are the ids of those answers.

    What an author gave the same class, and leads elsewhere, stays as it is.
    """
    for element in elements(root):
        if _TO_KEY in classes(element):
            addresses = (inside.attributes.get("href", "") for inside in elements(element) if inside.tag == "a")
            answer = next((address[1:] for address in addresses if address[:1] == "#" and address[1:] in answers), None)
            if answer is not None:
                element.attributes["id"] = f"to-{answer}"


def _way(target: str, words: str) -> Element:
    return Element("p", {"class": "way"}, [Element("a", {"href": f"#{target}"}, [words])])


def _space_labels(element: Element) -> None:
    """Put a space behind each letter or number inside an element that has none behind it."""
    spaced: list[Element | str] = []
    for inside, after in zip_longest(element.inside, element.inside[1:], fillvalue=""):
        spaced.append(inside)
        if isinstance(inside, Element) and _LABELS & {*classes(inside)} and not (isinstance(after, str) and after[:1].isspace()):
            spaced.append(" ")
    element.inside = spaced


def _mark(element: Element) -> None:
    """Say what an element is in the words of EPUB, and nothing that XHTML does not know."""
    for name in classes(element):
        if name in _NOTE_LINK:
            element.attributes["epub:type"], element.attributes["role"] = _NOTE_LINK[name]
        if name == "footnote":
            _mark_notes(element)
    if side := element.attributes.pop("align", ""):
        element.attributes["class"] = f"{element.attributes.get('class', '')} {side}".strip()
    element.inside = [
        Element("div", {"class": "table"}, [inside]) if isinstance(inside, Element) and inside.tag == "table" else inside
        for inside in element.inside
    ]


def _mark_notes(element: Element) -> None:
    element.attributes["epub:type"] = "footnotes"
    for note in elements(element):
        if note.tag == "li" and "id" in note.attributes:
            note.attributes["epub:type"] = "footnote"
