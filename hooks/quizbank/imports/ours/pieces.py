"""HTML of our own as the pieces that an export put together: within a piece blocks stand on lines of their own, pieces do not."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizbank.exchange.html_tree import Element, html_tree
from quizbank.exchange.texts import line_html

_TAG = re.compile(r"<(/?)([a-zA-Z]\w*)[^<>]*?(/?)>")
_VOID = frozenset(("br", "hr", "img"))


def pieces_of(html: str) -> list[str]:
    """Return the pieces of some HTML: it is divided where an element ends and the next one begins at once."""
    ends = [0, *_joints(html), len(html)]
    return [html[start:end] for start, end in pairwise(ends) if html[start:end].strip()]


def _joints(html: str) -> Iterator[int]:
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[3] or tag[2].lower() in _VOID:
            continue
        depth += -1 if tag[1] else 1
        if depth <= 0 and tag[1] and html[tag.end() : tag.end() + 1] == "<":
            yield tag.end()


def only_element(html: str, tag: str) -> Element | None:
    """Return the element that a piece is, if it is a single one with this tag."""
    inside = [each for each in html_tree(html).inside if not isinstance(each, str) or each.strip()]
    one = inside[0] if len(inside) == 1 else None
    return one if isinstance(one, Element) and one.tag == tag else None


def words_in(element: Element) -> str:
    """Return the words in an element, in one line."""
    return " ".join(_text(element).split())


def words_of(text: str) -> str:
    """Return the words of a text in Markdown as its HTML has them, in one line."""
    return words_in(html_tree(line_html(text)))


def _text(element: Element) -> str:
    return "".join(each if isinstance(each, str) else " " if each.tag == "br" else _text(each) for each in element.inside)
