"""XML that others wrote, read by lxml as far as it goes: nothing is fetched, no entity replaced, and faults are passed over."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from quizbank.imports.reader import NotReadable

# Entities of HTML that people write into XML, which does not know them.
_HTML_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)([A-Za-z][A-Za-z0-9]{1,30});")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)


def root_of(data: bytes, wanted: str) -> Any:
    """Return the root of a document, with names that have no namespace. Raises NotReadable where there is none.

    `wanted` says what the file should be.
    """
    from lxml import etree

    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_without_strange(data), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise NotReadable(f"expected {wanted}, got what is no XML ({str(fault)[:100]})") from None
    if root is None:
        raise NotReadable(f"expected {wanted}, got what is no XML")
    for element in root.iter():
        if isinstance(element.tag, str) and "}" in element.tag:
            _without_namespace(element)
    return root


def _without_namespace(element: Any) -> None:
    """Take the namespace from a name. A name that is damaged keeps it, and nobody asks for that."""
    with suppress(ValueError):
        element.tag = element.tag.partition("}")[2]


def _without_strange(data: bytes) -> bytes:
    """Return the bytes without a DOCTYPE, and with HTML's entities as numbers."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = re.sub(rb"encoding=[\"'][^\"']*[\"']", b"", data.decode("utf-16", errors="replace").encode("utf-8"), count=1)
    return _HTML_ENTITY.sub(_number, _DOCTYPE.sub(b"", data, count=1).lstrip(b"\x00 \t\r\n"))


def _number(found: re.Match[bytes]) -> bytes:
    from html.entities import html5

    signs = html5.get(f"{found[1].decode()};", "")
    return "".join(f"&#{ord(sign)};" for sign in signs).encode() if signs else b"&amp;" + found[1] + b";"


def line_of(element: Any) -> int:
    """Return the line on which an element begins, from 1."""
    return int(element.sourceline or 1)


def words(element: Any, path: str = "") -> str:
    """Return the text below an element, or below the first one at a path in it; '' where there is none."""
    found = element.find(path) if path and element is not None else element
    return "" if found is None else "".join(found.itertext())


def children(element: Any, *tags: str) -> Iterator[Any]:
    """Yield the elements directly inside one that have one of the tags."""
    for each in element:
        if each.tag in tags:
            yield each


def inner_html(element: Any) -> str:
    """Return what stands inside an element as HTML."""
    from html import escape

    from lxml import etree

    parts = [escape(element.text or "", quote=False)]
    parts += [etree.tostring(each, encoding="unicode", method="html") for each in element]
    return "".join(parts)
