"""A drawing parsed and written again: only elements, attributes and values of an allow-list come back out.

XML and HTML read the same file differently (`<!--> <script>` is a comment to one and a script to the other), so what an author
wrote never reaches a page as it is: it is parsed as XML and written again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from quizbank.problems.problem import did_you_mean

NAMESPACE = "http://www.w3.org/2000/svg"

_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
_LIST = rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER})*\s*"
_SHAPES = {
    "numbers": re.compile(_LIST),
    "a length": re.compile(rf"{_NUMBER}(?:px|em|%)?"),
    "path data": re.compile(r"[\sMmLlHhVvCcSsQqTtAaZz0-9eE.,+-]*"),
    "translate, rotate, scale, skewX, skewY or matrix with numbers": re.compile(
        rf"\s*(?:(?:translate|rotate|scale|skewX|skewY|matrix)\({_LIST}\)[\s,]*)+"
    ),
    "'auto' or numbers": re.compile(rf"auto(?:-start-reverse)?|{_LIST}"),
    "one word": re.compile(r"[A-Za-z-]+"),
    "names": re.compile(r"[\w -]+"),
    "a marker of the same figure, such as url(#fig-name-head)": re.compile(r"url\(#fig-[\w-]+\)"),
    f"'{NAMESPACE}'": re.compile(re.escape(NAMESPACE)),
}
_SHAPE_OF = {
    name: shape
    for shape, names in {
        "numbers": "viewBox stroke-dasharray points dx dy rotate refX refY",
        "a length": "x y x1 y1 x2 y2 cx cy r rx ry width height markerWidth markerHeight textLength pathLength",
        "path data": "d",
        "translate, rotate, scale, skewX, skewY or matrix with numbers": "transform",
        "'auto' or numbers": "orient",
        "one word": "role lengthAdjust markerUnits stroke-linecap stroke-linejoin text-anchor dominant-baseline aria-hidden",
        "names": "id class aria-labelledby lang preserveAspectRatio",
        "a marker of the same figure, such as url(#fig-name-head)": "marker-start marker-mid marker-end",
        f"'{NAMESPACE}'": "xmlns",
    }.items()
    for name in names.split()
}
_EVERYWHERE = frozenset("id class transform aria-hidden lang".split())
_LINES = "stroke-dasharray stroke-linecap stroke-linejoin"
_MARKED = f"{_LINES} pathLength marker-start marker-mid marker-end"
_WORDS = "x y dx dy rotate textLength lengthAdjust text-anchor dominant-baseline"
_ATTRIBUTES = {
    name: _EVERYWHERE | frozenset(attributes.split())
    for name, attributes in {
        "svg": "xmlns viewBox role aria-labelledby width height preserveAspectRatio",
        "title": "",
        "desc": "",
        "style": "",
        "defs": "",
        "marker": "viewBox refX refY markerWidth markerHeight markerUnits orient preserveAspectRatio",
        "g": _LINES,
        "path": f"d {_MARKED}",
        "rect": f"x y width height rx ry {_LINES}",
        "circle": f"cx cy r {_LINES}",
        "ellipse": f"cx cy rx ry {_LINES}",
        "line": f"x1 y1 x2 y2 {_MARKED}",
        "polyline": f"points {_MARKED}",
        "polygon": f"points {_MARKED}",
        "text": _WORDS,
        "tspan": _WORDS,
    }.items()
}
_WITH_WORDS = frozenset(["title", "desc", "style", "text", "tspan"])
# Attributes that draw, but that only the classes may set.
_COLOURS = frozenset("fill stroke style color font-family font-size font-weight opacity fill-opacity stroke-width".split())
# A recursive walk over more would end in an error of Python's own.
_DEEPEST = 50
# HTML may take these for the end of a comment, or for something inside it, where XML reads on.
_NO_HTML_COMMENT = re.compile(r"[<>]")


class NotDrawn(Exception):
    """The file is no drawing at all. `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass
class Element:
    """One element as the file has it: its children are elements and texts, in order."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element | str"] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text that stands directly in the element."""
        return "".join(child for child in self.children if isinstance(child, str)).strip()

    def all(self) -> Iterator["Element"]:
        """Yield the element and everything in it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()


@dataclass(frozen=True)
class Drawing:
    """A parsed file: its root, and by line what stands in it beside elements and text."""

    root: Element
    faults: tuple[tuple[int, str], ...]


def parse(text: str) -> Drawing:
    """Return a drawing from the text of an SVG file. Raises NotDrawn where it is not well-formed or declares a document type.

    A document type can declare entities, which expand without end or fetch files; no drawing needs one.
    """
    return _Parser().drawing(text)


class _Parser:
    """Builds the tree from the parser's events."""

    def __init__(self) -> None:
        self.top = Element("", {}, 0)
        self.open = [self.top]
        self.faults: list[tuple[int, str]] = []
        self.expat = expat.ParserCreate("utf-8")  # whatever the file declares: its text is decoded already
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = lambda name: self.open.pop()
        self.expat.CharacterDataHandler = lambda text: self.open[-1].children.append(text)
        self.expat.CommentHandler = self._comment
        self.expat.ProcessingInstructionHandler = self._instruction
        self.expat.StartDoctypeDeclHandler = self._doctype

    def drawing(self, text: str) -> Drawing:
        try:
            self.expat.Parse(text.encode("utf-8", "replace"), True)
        except expat.ExpatError as error:
            raise NotDrawn(error.lineno, f"expected an SVG file, got a fault: {expat.ErrorString(error.code)}") from None
        (root,) = (child for child in self.top.children if isinstance(child, Element))
        return Drawing(root, tuple(self.faults))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) > _DEEPEST:
            raise NotDrawn(self.expat.CurrentLineNumber, f"expected at most {_DEEPEST} elements within one another, got more")
        element = Element(name, attributes, self.expat.CurrentLineNumber)
        self.open[-1].children.append(element)
        self.open.append(element)

    def _comment(self, text: str) -> None:
        if _NO_HTML_COMMENT.search(text):
            self._tell("expected a comment without '<' and '>', got one that a browser may read as something else")

    def _instruction(self, target: str, data: str) -> None:
        self._tell(f"expected shapes and text, got the instruction <?{target} …?>")

    def _doctype(self, *declared: object) -> None:
        raise NotDrawn(self.expat.CurrentLineNumber, "expected a file without a document type, got <!DOCTYPE>; take it out")

    def _tell(self, message: str) -> None:
        self.faults.append((self.expat.CurrentLineNumber, message))


def is_known(name: str) -> bool:
    """Say whether an element of this name may stand in a drawing."""
    return name in _ATTRIBUTES


def faults_of(element: Element) -> Iterator[str]:
    """Yield what the allow-list refuses in one element, leaving out what is inside it."""
    if not is_known(element.name):
        yield f"expected shapes and text, got <{element.name}>"
        return
    yield from ("expected one <svg> around everything, got another inside" for inner in element.children if _name(inner) == "svg")
    for name in sorted(element.attributes):
        if message := _attribute_fault(element, name):
            yield message
    if element.words and element.name not in _WITH_WORDS:
        yield f"expected words only inside <text>, got '{_short(element.words)}' in <{element.name}>"
    if element.name in ("title", "desc", "style"):
        yield from (
            f"expected words alone in <{element.name}>, got <{inner.name}>" for inner in element.all() if inner is not element
        )


def _name(child: Element | str) -> str:
    return "" if isinstance(child, str) else child.name


def _attribute_fault(element: Element, name: str) -> str:
    if name in _COLOURS:
        return f"expected the colours of the classes, got the attribute {name}"
    known = _ATTRIBUTES[element.name]
    if name not in known:
        return f"expected an attribute that places or names <{element.name}>, got {name}{did_you_mean(name, sorted(known))}"
    value = element.attributes[name]
    return "" if _is_sound(name, value) else f"expected {_SHAPE_OF[name]} in {name}, got '{_short(value)}'"


def _is_sound(name: str, value: str) -> bool:
    return name in _SHAPE_OF and _SHAPES[_SHAPE_OF[name]].fullmatch(value) is not None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def written(root: Element, style: str = "") -> str:
    """Return the drawing as text that XML and HTML read alike, without anything that the allow-list refuses.

    `style`, our own rules, takes the place of the drawing's style block.
    """
    return "".join(_pieces(root, style))


def _pieces(element: Element, style: str) -> Iterator[str]:
    attributes = {name: value for name, value in element.attributes.items() if not _refused(element, name, value)}
    if element.name == "svg":
        attributes = {"xmlns": NAMESPACE, **attributes}
    start = element.name + "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    inside = "".join(_inside(element, style))
    yield f"<{start}>{inside}</{element.name}>" if inside else f"<{start}/>"


def _inside(element: Element, style: str) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, quote=False) if element.name in _WITH_WORDS or not child.strip() else ""
        elif child.name == "style":
            yield f"<style>{style}</style>" if style else ""
        elif is_known(child.name) and child.name != "svg" and element.name not in ("title", "desc"):
            yield from _pieces(child, style)


def _refused(element: Element, name: str, value: str) -> bool:
    return name not in _ATTRIBUTES[element.name] or not _is_sound(name, value)
