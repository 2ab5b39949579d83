"""Completes the tags of a PDF file where those that WeasyPrint 70 writes fall short of PDF/UA-1 (ISO 14289-1).

`finish` is called by WeasyPrint when everything is in the file but nothing is written. Each step is named after the clause of the
standard, or the checkpoint of the Matterhorn Protocol 1.1, that an independent checker found broken.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

# Tags that say something although nothing is inside: a cell of a table may be empty, a drawing has its words in an attribute.
_MAY_BE_EMPTY = {"/TD", "/TH", "/TR", "/Figure", "/Document"}
_IN_LISTS = {"/LI", "/L", "/Caption"}
_NO_LINK = {"/NonStruct", "/Span"}
_WITHOUT_TEXT = re.compile(rb"(<[0-9a-f]{4}>) <>")
_WORD_JOINER = rb"\1 <2060>"


def finish(document: Any, pdf: Any) -> None:
    """Complete the tags of `pdf`, a `pydyf.PDF` that WeasyPrint has made of its laid-out `document`."""
    tree = _Tree(pdf)
    _say_where_links_lead(document)
    _give_every_glyph_a_text(tree)
    _take_running_heads_out(tree)
    _drop_what_is_empty(tree)
    for element in tree.elements("/L"):
        tree.set_kids(element, _items(tree, element))
    for element in tree.elements("/LI"):
        _in_label_and_body(tree, element)
    for element in tree.elements("/TR"):
        _give_headers_a_scope(tree, element)
    for element in tree.elements(*_NO_LINK):
        if any(kid is not None and kid.get("Type") == "/OBJR" for _, kid in tree.kids(element)):
            element["S"] = "/Link"  # 7.18.5: emphasis in a link has an area of its own to click


class _Tree:
    """The objects of a file by their references, and the elements of its structure."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.by_reference = {each.reference: each for each in pdf.objects}
        self.dictionaries: list[Any] = [each for each in pdf.objects if isinstance(each, dict)]

    def elements(self, *tags: str) -> list[Any]:
        """Return the elements with one of these tags, or all."""
        found = (each for each in self.dictionaries if each.get("Type") == "/StructElem")
        return [each for each in found if not tags or each["S"] in tags]

    def kids(self, element: Any) -> list[tuple[Any, Any]]:
        """Return what stands in an element, each with its object; that of a number, which is marked content, is None."""
        return [(kid, self.by_reference.get(kid)) for kid in element["K"]]

    def set_kids(self, element: Any, references: Iterator[Any] | list[Any]) -> None:
        """Put other things into an element, which becomes their parent."""
        element["K"][:] = references
        for _, kid in self.kids(element):
            if kid is not None and "P" in kid:
                kid["P"] = element.reference

    def new(self, tag: str, parent: Any) -> Any:
        """Return a new element inside another, without anything in it."""
        page = {"Pg": parent["Pg"]} if "Pg" in parent else {}
        values = {"Type": "/StructElem", "S": tag, "K": type(parent["K"])(), "P": parent.reference, **page}
        element = type(parent)(values)
        self.pdf.add_object(element)
        self.by_reference[element.reference] = element
        self.dictionaries.append(element)
        return element


def _say_where_links_lead(document: Any) -> None:
    """28-012: what a link is announced by. WeasyPrint writes the name of its target, such as `page-chapter`."""
    for page in document.pages:
        texts: dict[str, str] = {}
        for _, target, _, box in page.links:
            # A space in a link has an area of its own, which comes behind that of the link.
            text = texts[target] = _text_of(box) or texts.get(target, "")
            contents = box.link_annotation and box.link_annotation.get("Contents")
            if text and contents is not None:
                box.link_annotation["Contents"] = type(contents)(text)


def _text_of(box: Any) -> str:
    return " ".join("".join(box.element.itertext()).split()) if box.element is not None else ""


def _give_every_glyph_a_text(tree: _Tree) -> None:
    """7.21.7: each glyph has a text. WeasyPrint gives that of a syllable to one of its glyphs, and none to a vowel before it."""
    for font in (each for each in tree.dictionaries if "ToUnicode" in each):
        lines = tree.by_reference[font["ToUnicode"]].stream
        lines[:] = [_WITHOUT_TEXT.sub(_WORD_JOINER, line) if isinstance(line, bytes) else line for line in lines]


def _take_running_heads_out(tree: _Tree) -> None:
    """7.8: running heads and page numbers are artifacts. WeasyPrint marks them as content that stands nowhere in the tree."""
    root = next(each for each in tree.dictionaries if each.get("Type") == "/StructTreeRoot")
    reached = set(_reached(tree, root))
    lost = {(each["Pg"], kid) for each in tree.elements() if each.reference not in reached for kid in each["K"]}
    for page in (each for each in tree.dictionaries if each.get("Type") == "/Page"):
        numbers = {number for reference, number in lost if reference == page.reference and isinstance(number, int)}
        if numbers:
            _make_artifacts(tree.by_reference[page["Contents"]].stream, numbers)
            _forget(tree, root, page["StructParents"], numbers)
    tree.dictionaries = [each for each in tree.dictionaries if each.get("Type") != "/StructElem" or each.reference in reached]


def _reached(tree: _Tree, element: Any) -> Iterator[Any]:
    waiting = [element]
    while waiting:
        for reference, kid in tree.kids(waiting.pop()):
            if kid is not None:
                yield reference
                waiting += [kid] if "K" in kid else []


def _make_artifacts(operations: list[Any], numbers: set[int]) -> None:
    """Change what begins marked content: the tag, a dictionary with the number of the content, and the operator."""
    for place, operand in enumerate(operations):
        if isinstance(operand, dict) and operand.get("MCID") in numbers:
            operations[place - 1] = "/Artifact"
            operations[place] = type(operand)({"Type": "/Pagination"})


def _forget(tree: _Tree, root: Any, page: int, numbers: set[int]) -> None:
    """Say for each number on a page that no element holds it."""
    pairs = tree.by_reference[root["ParentTree"]]["Nums"]
    of_page = pairs[pairs.index(page) + 1]
    for number in numbers:
        of_page[number] = b"null"


def _drop_what_is_empty(tree: _Tree) -> None:
    """09-001: an element without content says nothing, and some readers stop there all the same."""
    for element in reversed(tree.elements()):  # a parent comes before what is in it
        kept = [kid for kid, inside in tree.kids(element) if inside is None or not _is_empty(inside)]
        element["K"][:] = kept


def _is_empty(element: Any) -> bool:
    return element.get("Type") == "/StructElem" and not element["K"] and element["S"] not in _MAY_BE_EMPTY


def _items(tree: _Tree, element: Any) -> Iterator[Any]:
    """7.6: a list holds items. Yield those of a list, also out of the `div` that HTML allows around terms and descriptions."""
    for reference, kid in tree.kids(element):
        if kid is None or kid.get("S") in _IN_LISTS:
            yield reference
        else:
            yield from _items(tree, kid)


def _in_label_and_body(tree: _Tree, item: Any) -> None:
    """7.6: an item of a list holds a label and a body. An item that begins or goes on with a paragraph came without a body."""
    kids: list[Any] = []
    for is_part, together in groupby(tree.kids(item), lambda pair: bool(pair[1]) and pair[1].get("S") in {"/Lbl", "/LBody"}):
        references = [reference for reference, _ in together]
        kids += references if is_part else [_body(tree, item, references).reference]
    tree.set_kids(item, kids)


def _body(tree: _Tree, item: Any, references: list[Any]) -> Any:
    body = tree.new("/LBody", item)
    tree.set_kids(body, references)
    return body


def _give_headers_a_scope(tree: _Tree, row: Any) -> None:
    """15-003: a header says what it heads: the column in a row of headers, else the row."""
    cells = [kid for _, kid in tree.kids(row) if kid is not None]
    scope = "/Row" if any(cell["S"] == "/TD" for cell in cells) else "/Column"
    for cell in cells:
        if cell["S"] == "/TH":
            cell["A"]["Scope"] = scope
