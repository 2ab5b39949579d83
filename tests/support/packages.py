"""Packages of QTI as their readers see them: files, XML without namespaces, and the words that a learner reads."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element, fromstring

from quizbank.exchange.portable import Portable
from quizbank.exchange.texts import block_html
from quizbank.exports.format import Collection

_TAG = re.compile(r"</?[a-z][^<>]*>")
_NAMESPACE = re.compile(r"^\{[^}]*\}")


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the files of a package by their paths. Fails where two have one path, or their times differ."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        assert len({entry.filename for entry in entries}) == len(entries)
        assert len({entry.date_time for entry in entries}) == 1
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in entries}


def xml(data: bytes) -> Element:
    """Return a file's root, its elements named without their namespaces."""
    root = fromstring(data)  # noqa: S314 - what we have just written
    for each in root.iter():
        each.tag = _NAMESPACE.sub("", each.tag)
    return root


def namespaces(data: bytes) -> set[str]:
    """Return the namespaces of a file's elements."""
    tags = [each.tag for each in fromstring(data).iter()]  # noqa: S314 - what we have just written
    return {found[0][1:-1] for tag in tags if (found := _NAMESPACE.match(tag))}


def shown(element: Element | None) -> str:
    """Return the words of an element, each gap one space."""
    assert element is not None
    return squeezed("".join(element.itertext()))


def words(text: str) -> str:
    """Return the words that a text of a bank shows, each gap one space."""
    return html_words(block_html(text))


def html_words(html: str) -> str:
    """Return the words of HTML, each gap one space."""
    return squeezed(unescape(_TAG.sub("", html)))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def answered(collection: Collection) -> Iterator[tuple[Portable, Portable | None]]:
    """Yield each question that has an answer, with its case."""
    for deck in collection.decks:
        for question in deck.questions:
            if question.answer is not None:
                yield question, None
            yield from ((part, question) for part in question.parts)
