"""Words in a line: HTML to runs with character styles, a language for each script, and links."""

import re
from collections.abc import Callable, Iterator

from quizbank.word.xml import Node, text_node, w

# The character style of an element, and what the same look is as a property, for an element inside another; in the order in which
# the schema wants the properties.
STYLED = {
    "b": ("Strong", ("b", "bCs"), ""),
    "i": ("Emphasis", ("i", "iCs"), ""),
    "del": ("Struckout", ("strike",), ""),
    "code": ("Code", ("noProof",), ""),
    "ins": ("Underlined", ("u",), "single"),
    "sub": ("Subscript", ("vertAlign",), "subscript"),
    "sup": ("Superscript", ("vertAlign",), "superscript"),
}
SAME = {"strong": "b", "em": "i", "kbd": "code", "u": "ins"}
# Elements that stand for room in which a learner writes, by class.
ROOM = {"paper-blank": "_" * 20, "paper-box": "_" * 5}
_GAP = re.compile(r"[ \t\r\n]+")
# Scripts that have a font and a language of their own in a run: those of India, and those written from right to left.
_SCRIPT = re.compile("(?P<indian>[\u0900-\u0dff\u200c\u200d]+)|(?P<right>[\u0590-\u08ff]+)")
_INDIAN_LANGUAGE = "hi-IN"

Link = Callable[[str], str]


def runs(element: Node, link: Link, marks: tuple[str, ...] = ()) -> list[Node]:
    """Return what an element holds as runs. `link` gives the id of the relation to an address."""
    return tidied(loose_runs(element, link, marks))


def loose_runs(element: Node, link: Link, marks: tuple[str, ...] = ()) -> list[Node]:
    """Return the same with the spaces at both ends, which count where more words follow."""
    return list(_inside(element, link, marks))


def run(text: str, marks: tuple[str, ...] = ()) -> list[Node]:
    """Return a text as runs: one for each script in it."""
    return [w("r", _properties(marks, script), text_node(piece)) for piece, script in _by_script(text)]


def tab() -> Node:
    """Return a run that goes on at the next tab stop."""
    return w("r", w("tab"))


def tidied(found: list[Node]) -> list[Node]:
    """Return runs without spaces at both ends, where a paragraph begins and ends."""
    texts = [node for each in found for node in each.iter("{*}t", "{*}tab", "{*}br", "{*}drawing")]
    for ends, strip in ((texts, str.lstrip), (texts[::-1], str.rstrip)):
        for node in ends:
            node.text = strip(node.text or "", " ") if node.text else node.text
            if node.text or not node.tag.endswith("}t"):
                break
    return [
        each for each in found if any(node.text or not node.tag.endswith("}t") for node in each.iter("{*}t", "{*}tab", "{*}br"))
    ]


def _inside(element: Node, link: Link, marks: tuple[str, ...]) -> Iterator[Node]:
    yield from run(_GAP.sub(" ", element.text or ""), marks)
    for child in element:
        if isinstance(child.tag, str):
            yield from _one(child, link, marks)
        yield from run(_GAP.sub(" ", child.tail or ""), marks)


def _one(element: Node, link: Link, marks: tuple[str, ...]) -> Iterator[Node]:
    tag, room = SAME.get(element.tag, element.tag), ROOM.get(element.get("class", ""))
    if room:
        yield from run(room, marks)
    elif tag == "br":
        yield w("r", w("br"))
    elif tag == "a" and element.get("href"):
        yield _link(list(_inside(element, link, ("a",))), link(element.get("href", "")))
    else:
        yield from _inside(element, link, (*marks, tag) if tag in STYLED and tag not in marks else marks)


def _link(inner: list[Node], relation: str) -> Node:
    found = w("hyperlink", *inner)
    found.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", relation)
    return found


def _properties(marks: tuple[str, ...], script: str) -> Node | None:
    """Return the properties of a run: the style of the outermost element, the looks of those in it, and its script."""
    made = [w("rStyle", val=_style(marks[0]))] if marks else []
    for mark in sorted(marks[1:], key=list(STYLED).index):
        _, names, value = STYLED[mark]
        made += [w(name, val=value) if value else w(name) for name in names]
    made += {"indian": [w("cs"), w("lang", bidi=_INDIAN_LANGUAGE)], "right": [w("rtl")]}.get(script, [])
    return w("rPr", *made) if made else None


def _style(mark: str) -> str:
    return "Hyperlink" if mark == "a" else STYLED[mark][0] if mark in STYLED else mark


def _by_script(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a text with the name of their script; '' is every script that is no matter."""
    start = 0
    for found in _SCRIPT.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], ""
        yield found[0], str(found.lastgroup)
        start = found.end()
    if start < len(text):
        yield text[start:], ""
