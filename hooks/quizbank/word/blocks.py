"""Blocks of HTML to paragraphs, lists and tables. What has a class of ours is left to the writer of that class."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml.etree import Element

from quizbank.word.numbering import BULLETS, DEEPEST, ListFormat, Numbering, format_of
from quizbank.word.runs import loose_runs, runs, tidied
from quizbank.word.xml import Node, text_node, w, words_of

# What stands in a line; every other element is a block.
_INLINE = frozenset("a abbr b br code del em i img ins kbd mark small span strong sub sup u wbr".split())
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class Blocks:
    """Writes one file's blocks. `parts` takes pictures and addresses; `writers` know the classes of our own HTML.

    With `separate`, answers are written elsewhere; with `large`, letters are so large that fewer words share a line.
    """

    def __init__(self, parts: Any, writers: Mapping[str, "Writer"], separate: bool, large: bool = False) -> None:
        self.parts, self.writers, self.large = parts, writers, large
        self.numbering = Numbering()
        self.separate = separate
        self._depth = 0

    def of(self, element: Node, style: str = "QuestionText") -> Iterator[Node]:
        """Yield what an element holds; `style` is that of words which have no block of their own."""
        loose: list[Node] = []
        for piece in _pieces(element):
            if _is_inline(piece):
                loose.append(piece)
            else:
                yield from self._loose(loose, style)
                loose = []
                yield from self.one(piece, style)
        yield from self._loose(loose, style)

    def one(self, element: Node, style: str = "QuestionText") -> Iterator[Node]:
        """Yield what one element of HTML becomes."""
        for name in element.get("class", "").split():
            if name in self.writers:
                yield from self.writers[name](self, element)
                return
        yield from self._plain(element, style)

    def _plain(self, element: Node, style: str) -> Iterator[Node]:
        match element.tag:
            case "p":
                yield from self._loose([element], style)
            case "ul" | "ol":
                yield from self.listed(element, style)
            case "table":
                yield from self.writers["table"](self, element)
            case "pre":
                yield self.code(element)
            case "blockquote":
                yield from self.of(element, "Quotation")
            case tag if tag in _HEADINGS:
                yield paragraph(style, self.runs(element, ("b",)))
            case "hr":
                return
            case _:
                yield from self.of(element, style)

    def _loose(self, pieces: list[Node], style: str) -> Iterator[Node]:
        found = tidied([each for piece in pieces for each in loose_runs(piece, self.parts.link)])
        if found:
            yield paragraph(style, found)

    def runs(self, element: Node, marks: tuple[str, ...] = ()) -> list[Node]:
        """Return the words of an element."""
        return runs(element, self.parts.link, marks)

    def listed(self, element: Node, style: str) -> Iterator[Node]:
        """Yield the entries of a list in Markdown, lists within them behind each."""
        start = int(element.get("start", "1"))
        depth = min(self._depth, DEEPEST)
        number = self.numbering.new_list(ListFormat("decimal", "%1.") if element.tag == "ol" else BULLETS, start, depth)
        self._depth += 1
        for entry in element.findall("li"):
            yield from self.entry(entry, style, number, depth)
        self._depth -= 1

    def entry(self, entry: Node, style: str, number: int, depth: int = 0) -> Iterator[Node]:
        """Yield an entry of a list: its first paragraph has the number."""
        first, *others = [*self.of(entry, style)] or [paragraph(style, [])]
        yield numbered(first, number, depth)
        yield from others

    def lettered(self, entries: list[Node], styles: tuple[str, str]) -> Iterator[Node]:
        """Yield entries that begin with a label of their own ('A', '(i)'), numbered by it; `styles[1]` is the last's."""
        labels = [_taken(entry) for entry in entries]
        shared = format_of(labels)
        number = self.numbering.new_list(shared) if shared else 0
        for index, (entry, label) in enumerate(zip(entries, labels, strict=True), 1):
            own = number or self.numbering.new_list(ListFormat("none", f"{label})" if label[-1:].isalnum() else label))
            yield from self.entry(entry, styles[index == len(entries)], own)

    @staticmethod
    def code(element: Node) -> Node:
        """Return a passage of code in one paragraph, its lines as they are."""
        lines = words_of(element).strip("\n").split("\n")
        pieces = [piece for line in lines for piece in (w("br"), text_node(line))][1:]
        return paragraph("CodeBlock", [w("r", *pieces)])


Writer = Callable[[Blocks, Node], Iterator[Node]]


def paragraph(style: str, found: list[Node]) -> Node:
    """Return a paragraph of a style."""
    return w("p", w("pPr", w("pStyle", val=style)), *found)


def numbered(node: Node, number: int, depth: int = 0) -> Node:
    """Return a paragraph as an entry of the list with this number, `depth` lists within others; a table stays what it is."""
    properties = node.find("{*}pPr")
    if properties is not None:
        properties.insert(1, w("numPr", w("ilvl", val=depth), w("numId", val=number)))
    return node


def gap() -> Node:
    """Return the small paragraph behind a table, without which two tables would be one."""
    return paragraph("Gap", [])


def of_class(element: Node, name: str) -> Node | None:
    """Return the first element inside that has a class, or None."""
    return next((each for each in element.iter() if name in (each.get("class") or "").split()), None)


def without(element: Node) -> str:
    """Take an element out of its parent, not the words behind it. Returns its words."""
    parent, before = element.getparent(), element.getprevious()
    tail = element.tail or ""
    if parent is not None:
        if before is None:
            parent.text = f"{parent.text or ''}{tail}"
        else:
            before.tail = f"{before.tail or ''}{tail}"
        element.tail = None
        parent.remove(element)
    return " ".join(words_of(element).split())


def _taken(entry: Node) -> str:
    label = next(each for each in entry.iter("span", "b"))
    return without(label)


def _is_inline(piece: Node) -> bool:
    return piece.tag in _INLINE and "paper-why" not in piece.get("class", "")


def _pieces(element: Node) -> Iterator[Node]:
    """Yield the children of an element, loose words among them as elements of their own."""
    yield from _words(element.text)
    for child in list(element):
        tail, child.tail = child.tail, None
        if isinstance(child.tag, str):
            yield _wrapped(child)
        yield from _words(tail)


def _words(text: str | None) -> Iterator[Node]:
    if text:
        loose = Element("span")
        loose.text = text
        yield loose


def _wrapped(child: Node) -> Node:
    """Return a child; one in a line comes in an element of its own, so that its own tag still counts."""
    if not _is_inline(child):
        return child
    around = Element("span")
    around.append(child)
    return around
