"""Elements of WordprocessingML, written briefly: `w("p", w("r"))` is a paragraph with a run."""

import re
from collections.abc import Iterable

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML = "http://www.w3.org/XML/1998/namespace"
# XML has no place for these; an author who pastes one in sees nothing of it anyway.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Node = etree._Element
Value = str | int


def named(name: str) -> str:
    """Return a name of the namespace as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def w(tag: str, *children: Node | None, **attributes: Value) -> Node:
    """Return an element; what is None among the children is left out."""
    element = etree.Element(named(tag), {named(key): str(value) for key, value in attributes.items()}, nsmap={"w": NAMESPACE})
    element.extend([child for child in children if child is not None])
    return element


def is_styled(node: Node, style: str) -> bool:
    """Say whether a node is a paragraph of this style."""
    found = node.find(f"{named('pPr')}/{named('pStyle')}")
    return found is not None and found.get(named("val")) == style


def keep_with_next(nodes: Iterable[Node]) -> None:
    """Have every paragraph in these nodes, those in tables among them, stand on the page on which the next one begins."""
    for node in nodes:
        for properties in node.iter(named("pPr")):
            if properties.find(named("keepNext")) is None:
                style = properties.find(named("pStyle"))
                properties.insert(0 if style is None else 1, w("keepNext"))


def text_node(text: str) -> Node:
    """Return the text of a run, whose spaces all count."""
    element = w("t")
    element.set(f"{{{_XML}}}space", "preserve")
    element.text = text
    return element


def readable(text: str) -> str:
    """Return a text without the characters that XML has no place for."""
    return _NO_XML.sub("", text)


def words_of(element: Node) -> str:
    """Return all words in an element as they stand."""
    return "".join(map(str, element.itertext()))


def field(instruction: str) -> Node:
    """Return a field such as PAGE, whose value the program fills in; until then it is 1."""
    return w("fldSimple", w("r", text_node("1")), instr=f" {instruction} ")
