"""HTML that anybody wrote as a tree of tags and words. Nothing in it is refused: what is not closed ends with what holds it.

Importers take what there is of it; who must lose nothing asks for the whole tree.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNREAD = frozenset(("script", "style", "head", "title", "template"))
_LEFT_OUT = frozenset(("colgroup", "col"))  # say only how wide columns are; HTML lets authors leave out the end of the first
# Each of these ends one of its like that is still open, as long as none of the second stands between them.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol"))),
    "tr": (frozenset(("tr", "td", "th")), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "p": (frozenset(("p",)), frozenset(("td", "th", "li", "div", "blockquote"))),
}
_DEEPEST = 60  # elements within one another; deeper ones stand beside
_QUOTED = 40  # characters of what never ends, for a message


class UnfinishedHtmlError(ValueError):
    """Words of a piece of HTML are not in its tree; the message names what swallowed them."""


@dataclass
class Element:
    """An element with its attributes and what it holds: elements and words."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)


class _Builder(HTMLParser):
    """Builds the tree while it reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]
        self.unread = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.unread or tag in _LEFT_OUT:
            return
        if tag in _UNREAD:
            self.unread = tag
            return
        self._end_alike(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _EMPTY and len(self.open) < _DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.unread:
            self.unread = "" if tag == self.unread else self.unread
        elif any(element.tag == tag for element in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.open[-1].inside.append(data)

    def _end_alike(self, tag: str) -> None:
        ended, fences = _ENDS.get(tag, (frozenset(), frozenset()))
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag in fences:
                return
            if self.open[depth].tag in ended:
                del self.open[depth:]


def html_tree(html: str) -> Element:
    """Return the tree of a piece of HTML, below an element without a tag."""
    return _read(html)[0]


def whole_html_tree(html: str) -> Element:
    """Return the tree of a piece of HTML as `html_tree` does, if all its words are in it.

    Raises UnfinishedHtmlError where an element that is not read, a comment or a tag never ends: it takes what follows with it.
    """
    root, unfinished = _read(html)
    if unfinished:
        raise UnfinishedHtmlError(unfinished)
    return root


def _read(html: str) -> tuple[Element, str]:
    """Return the tree, and what never ends in the HTML, '' if everything does."""
    builder = _Builder()
    root = builder.open[0]
    try:
        builder.feed(html)
        waiting = builder.rawdata  # a tag or comment whose end the parser still looks for
        builder.close()
    except AssertionError:  # how the parser says that a declaration is none
        root.inside.append(html[builder.getpos()[1] :] if "\n" not in html else "")
        return root, "a declaration that is none"
    if builder.unread:
        return root, f"<{builder.unread}>"
    return root, repr(waiting[:_QUOTED]) if waiting.startswith("<") else ""
