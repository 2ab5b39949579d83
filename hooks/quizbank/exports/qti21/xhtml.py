"""HTML as the elements that QTI 2.1 takes from XHTML (section 6.2 of its information model).

QTI has no `del` and `ins`, no alignment of cells and no first number of a list. HTML is read by Python's own tolerant parser, so
named characters such as `&nbsp;`, which XML does not know, arrive as characters.
"""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element, filled

_RENAMED = {"del": "span", "ins": "em"}
_KEPT = {"a": ("href",), "img": ("src", "alt", "width", "height")}
_EMPTY = ("br", "hr", "img")


class _Reader(HTMLParser):
    """Builds elements below one root."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = {name: value or "" for name, value in attrs if name in _KEPT.get(tag, ())}
        named = "span" if tag == "a" and "href" not in kept else _RENAMED.get(tag, tag)
        made = element(named, kept)
        self._open[-1].append(made)
        if tag not in _EMPTY:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        filled(self._open[-1], [data])


def xhtml(html: str, tag: str = "div", attributes: dict[str, str] | None = None) -> Element:
    """Return an element that holds what well-formed HTML says."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.root.tag = tag
    reader.root.attrib.update(attributes or {})
    return reader.root


def with_blank(root: Element, mark: str, blank: Element) -> bool:
    """Put an element where the mark (one character) stands in the text below `root`. Returns whether it stood there."""
    for holder in root.iter():
        if mark in (holder.text or ""):
            before, _, after = (holder.text or "").partition(mark)
            holder.text, blank.tail = before, after
            holder.insert(0, blank)
            return True
        for place, child in enumerate(holder):
            if mark in (child.tail or ""):
                before, _, after = (child.tail or "").partition(mark)
                child.tail, blank.tail = before, after
                holder.insert(place + 1, blank)
                return True
    return False
