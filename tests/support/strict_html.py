"""A strict reader of HTML, and what the engine's pages may hold: nothing that no template makes, and nothing that runs.

The parser is the one of WeasyPrint, which follows the HTML standard step by step and notes every error that the standard names.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, tostring

from tinyhtml5.parser import HTMLParser

# What Markdown makes of a bank's texts, with the attributes that it may give.
MARKDOWN: dict[str, set[str]] = {
    **{
        name: set()
        for name in ("p", "em", "strong", "code", "pre", "ul", "li", "blockquote", "hr", "br", "sub", "sup", "del", "ins")
    },
    **{f"h{level}": set() for level in range(1, 7)},
    **{name: set() for name in ("table", "thead", "tbody", "tr")},
    **{"a": {"href", "title"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}},
}
_SAFE = {"http", "https", "mailto"}
_ADDRESSES = ("href", "src", "action", "formaction", "srcset", "poster", "xlink:href", "data")
_SCHEME = re.compile(r"[\x00-\x20]*([a-zA-Z][\x00-\x20a-zA-Z0-9+.-]*):")
_SIGNS = re.compile("[\x00-\x20]")


# What stands around a fragment.
_FRAME: dict[str, set[str]] = {"html": {"lang"}, **{name: set() for name in ("head", "title", "body", "main")}}


@dataclass
class Words:
    """Which elements there may be, and which attributes each may have."""

    known: dict[str, set[str]] = field(
        default_factory=lambda: {name: set(names) for name, names in {**MARKDOWN, **_FRAME}.items()}
    )

    def learn(self, tree: Element) -> None:
        """Take in what stands in a page of harmless texts."""
        for element in tree.iter():
            self.known.setdefault(str(element.tag), set()).update(map(str, element.keys()))


def document(inside: str) -> str:
    """Return a fragment as a whole document."""
    return f'<!doctype html><html lang="en"><head><title>t</title></head><body><main>{inside!s}</main></body></html>'


def parsed(html: str) -> Element:
    """Return the tree of a document. Fails if the standard calls anything in it an error."""
    parser = HTMLParser(namespace_html_elements=False)
    tree: Element = parser.parse(str(html))
    assert not parser.errors, [(place, name, data, _around(html, place)) for place, name, data in parser.errors[:3]]
    return tree


def _around(html: str, place: tuple[int, int]) -> str:
    line, column = place
    return html.split("\n")[line - 1][max(0, column - 60) : column + 30]


def check(tree: Element, words: Words) -> None:
    """Fail if a page holds an element or an attribute that no template makes, one that runs, a bad address, or an id twice."""
    for element in tree.iter():
        assert element.tag in words.known, tostring(element, "unicode")[:300]
        for name, value in element.items():
            assert name in words.known[str(element.tag)], (element.tag, name, value)
            assert not name.lower().startswith("on"), (element.tag, name, value)
            assert name not in _ADDRESSES or is_safe(value), (element.tag, name, value)
    twice = [name for name, count in Counter(each.get("id") for each in tree.iter() if each.get("id")).items() if count > 1]
    assert not twice, twice


def is_safe(address: str) -> bool:
    """Say whether a browser would follow an address to a page, to a mail or to nowhere."""
    scheme = _SCHEME.match(address)
    return scheme is None or _SIGNS.sub("", scheme[1]).lower() in _SAFE


def parts(tree: Element, name: str) -> list[str]:
    """Return all elements of a name that stand in no other of that name, each as text."""
    return [tostring(each, "unicode") for each in _outermost(tree, name)]


def _outermost(tree: Element, name: str) -> Iterable[Element]:
    for child in tree:
        if child.tag == name:
            yield child
        else:
            yield from _outermost(child, name)
