"""Figures: hand-made SVG files that stand inline in a page, so that they take its colours in light, dark and print.

One visual language holds them together: every file is 340 units wide, carries the same style block and uses only its classes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from quizbank.problems import Problem

FOLDER = "assets/figures"
STYLE = Path(__file__).parent / "frontend" / "figures.css"

_STYLE_BLOCK = re.compile(r"<style>(.*?)</style>\s*", re.DOTALL)
_PROLOGUE = re.compile(r"\A\s*(?:<\?xml.*?\?>\s*)?", re.DOTALL)
_CLASS = re.compile(r"\.(f-[a-z]+)\{")
_ELEMENTS = frozenset("svg title desc style defs marker g path rect circle ellipse line polyline polygon text tspan".split())
_COLOURS = {"fill", "stroke", "style", "color", "font-family", "opacity", "href", "xlink:href"}


@dataclass(frozen=True)
class Figure:
    """One figure: its name, its file for messages, and the text of the file."""

    name: str
    file: str
    text: str

    @property
    def inline(self) -> str:
        """The drawing for a page that has the figures' style sheet: without prologue and style block."""
        return _STYLE_BLOCK.sub("", _PROLOGUE.sub("", self.text)).strip()


def read_figures(docs: Path, root: Path) -> dict[str, Figure]:
    """Return the figures of the docs folder by name. File names in messages start from `root`."""
    figures = {}
    for path in sorted((docs / FOLDER).glob("*.svg")):
        file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        figures[path.stem] = Figure(path.stem, file, path.read_text(encoding="utf-8-sig", errors="replace"))
    return figures


def check_figures(figures: Mapping[str, Figure], used: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with each figure. `used` are the names that some page shows."""
    for figure in figures.values():
        try:
            elements = _elements(figure.text)
        except expat.ExpatError as error:
            yield Problem(figure.file, error.lineno, "", f"expected an SVG file, got a fault: {expat.ErrorString(error.code)}")
            continue
        yield from (Problem(figure.file, line, "", message) for line, message in _faults(figure, elements))
        if figure.name not in used:
            yield Problem(figure.file, 1, "", "expected a page that shows this figure, got none")


@dataclass(frozen=True)
class _Element:
    name: str
    attributes: dict[str, str]
    line: int


def _elements(text: str) -> list[_Element]:
    found: list[_Element] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append(_Element(name, attributes, parser.CurrentLineNumber))

    parser.StartElementHandler = start
    parser.Parse(text, True)
    return found


def _faults(figure: Figure, elements: list[_Element]) -> Iterator[tuple[int, str]]:
    yield from _root_faults(figure, elements[0])
    lines = {element.name: element.line for element in elements}
    for needed in ("title", "desc"):
        tag = f'<{needed} id="fig-{figure.name}-{needed}">'
        if needed not in lines:
            yield 1, f"expected a <{needed}>, got none"
        elif not re.search(rf"{tag}\s*[^<\s]", figure.text):
            yield lines[needed], f"expected {tag} with words, got something else"
    blocks = [element for element in elements if element.name == "style"]
    style = _STYLE_BLOCK.search(figure.text)
    if len(blocks) != 1 or style is None or style[1].split() != STYLE.read_text(encoding="utf-8").split():
        yield 1, f"expected the style block of {STYLE.name}, got another one or none"
    classes = set(_CLASS.findall(STYLE.read_text(encoding="utf-8")))
    for element in elements:
        yield from ((element.line, message) for message in _element_faults(figure, element, classes))


def _root_faults(figure: Figure, root: _Element) -> Iterator[tuple[int, str]]:
    box = root.attributes.get("viewBox", "").split()
    if box[:3] != ["0", "0", "340"]:
        yield root.line, f"expected a viewBox that begins '0 0 340', got '{' '.join(box)}'"
    labels = f"fig-{figure.name}-title fig-{figure.name}-desc"
    if root.attributes.get("role") != "img" or root.attributes.get("aria-labelledby") != labels:
        yield root.line, f'expected role="img" and aria-labelledby="{labels}" on the root, got something else'


def _element_faults(figure: Figure, element: _Element, classes: set[str]) -> Iterator[str]:
    if element.name not in _ELEMENTS:
        yield f"expected shapes and text, got <{element.name}>"
    own = element.attributes.get("id")
    if own is not None and not own.startswith(f"fig-{figure.name}-"):
        yield f"expected an id that begins 'fig-{figure.name}-', got '{own}'"
    for name in sorted(_COLOURS & set(element.attributes)):
        yield f"expected the colours of the classes, got the attribute {name}"
    for name in element.attributes.get("class", "").split():
        if name not in classes:
            yield f"expected one of the classes {', '.join(sorted(classes))}, got '{name}'"
