"""XML for files of other systems: elements written as one expression, names and characters that XML allows."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import count
from xml.etree.ElementTree import Element, tostring

Content = Element | str

# What XML 1.0 has no way to write, not even as a reference (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A name that every system takes: systems differ on stops, colons and letters beyond ASCII, and some want it short.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,127}")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def legal(text: str) -> str:
    """Return a text without the characters that no XML file can hold."""
    return _ILLEGAL.sub("", text)


def element(tag: str, attributes: Mapping[str, str] | None = None, *content: Content) -> Element:
    """Return an element with its attributes and, in their order, its texts and the elements inside it."""
    made = Element(tag, {name: legal(value) for name, value in (attributes or {}).items()})
    return filled(made, content)


def filled(target: Element, content: Iterable[Content]) -> Element:
    """Add texts and elements at the end of an element. Returns this element."""
    for part in content:
        if isinstance(part, str):
            _add_text(target, legal(part))
        else:
            target.append(part)
    return target


def _add_text(target: Element, text: str) -> None:
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def document(root: Element) -> bytes:
    """Return an element as a file."""
    return (_DECLARATION + tostring(root, encoding="unicode") + "\n").encode()


def unique_names(identifiers: Iterable[str]) -> list[str]:
    """Return a name for each id; ids that come again get a number behind it, as they do where a file has none at all."""
    taken: dict[str, None] = {}
    for name in map(name_of, identifiers):
        number = next(number for number in count(1) if _numbered(name, number) not in taken)
        taken[_numbered(name, number)] = None
    return list(taken)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def name_of(identifier: str) -> str:
    """Return an id as a name in an XML file: as it is where it is one, else its legal characters and a hash of the whole."""
    if _NAME.fullmatch(identifier):
        return identifier
    kept = re.sub(r"[^A-Za-z0-9_-]+", "-", identifier)[:40].strip("-")
    return f"q-{kept}-{sha256(identifier.encode()).hexdigest()[:12]}"
