"""HTML as XHTML: a tree of `exchange/html_tree.py`, in which every element is closed and every value quoted, written out."""

from collections.abc import Iterator
from html import escape
from xml.parsers import expat

from quizbank.exchange.html_tree import Element

_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())


def elements(root: Element) -> Iterator[Element]:
    """Yield all elements below `root`, each before those inside it."""
    for inside in root.inside:
        if isinstance(inside, Element):
            yield inside
            yield from elements(inside)


def classes(element: Element) -> list[str]:
    """Return the classes of an element."""
    return element.attributes.get("class", "").split()


def written(node: Element | str) -> str:
    """Return an element, or words, as XHTML. An element without a tag is what it holds."""
    if isinstance(node, str):
        return escape(node, quote=False)
    inside = "".join(map(written, node.inside))
    if not node.tag:
        return inside
    start = node.tag + "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    return f"<{start}/>" if node.tag in _EMPTY else f"<{start}>{inside}</{node.tag}>"


def fault_in(xml: str) -> str:
    """Return why a text is no well-formed XML, with the line and the words of the parser; '' if it is."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(xml.encode(), True)
    except expat.ExpatError as error:
        return str(error)
    return ""
