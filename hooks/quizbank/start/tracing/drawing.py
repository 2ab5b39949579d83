"""A drawing program's SVG in the house form: flat, 340 units wide, coloured by classes alone. Reports what does not fit.

Nothing of the file is copied as it is: each shape is written again from its numbers, each line of words from its text.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from quizbank.notes import svg
from quizbank.notes.svg import Element, NotDrawn
from quizbank.problems.problem import Problem
from quizbank.start.skeleton import WIDTH, framed
from quizbank.start.tracing.colours import Palette
from quizbank.start.tracing.looks import Look, Styles
from quizbank.start.tracing.matrices import NUMBER, Matrix, Point, matrix_of, scale_of, times
from quizbank.start.tracing.outlines import SHAPES, Outline, outline
from quizbank.start.tracing.paths import number
from quizbank.start.tracing.words import SMALL, Placed, placed_lines

# A document type without declarations of its own, as draw.io writes it, is harmless and no part of a figure.
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[\]>]*>")
_GROUPS = frozenset("g a svg switch".split())
# What draws nothing by itself, or nothing that a figure keeps.
_SILENT = frozenset(
    """title desc style metadata defs marker symbol clipPath mask filter pattern linearGradient radialGradient view""".split()
)
_ADVICE = {
    "image": "a picture; draw it with shapes, or show it in the notes as a PNG or JPEG file with ![what it shows](assets/…)",
    "use": "a copy by reference; in Inkscape: Edit, Clone, Unlink Clone",
    "foreignObject": "words as HTML; in draw.io: turn off 'Formatted Text' and 'Word Wrap' of the shape",
    "flowRoot": "words that flow; in Inkscape: Text, Convert to Text",
    "textPath": "words along a path; write them on a straight line",
    "script": "a script",
}
_EFFECTS = {"filter": "an effect", "mask": "a mask", "clip-path": "a shape that cuts others off"}
# Lines of the house are up to 2 wide: at the edge of the drawing they still show whole.
_MARGIN = 2
_MARKERS = ("marker-start", "marker-end")
_LINE_STYLES = ("stroke-linecap", "stroke-linejoin")


def in_house_form(text: str, name: str, file: str, title: str, palette: Palette) -> tuple[str, list[Problem]]:
    """Return the figure `name` made from the text of a drawing, and what of it has to be looked at, by the lines of `file`.

    `title` takes the place of the drawing's own. Raises NotDrawn where the file is no drawing, says no size or has no title.
    """
    root = svg.parse(_DOCTYPE.sub(lambda found: "\n" * found[0].count("\n"), text)).root
    if _bare(root) != "svg":
        raise NotDrawn(root.line, f"expected <svg> around everything, got <{root.name}>")
    left, top, width, height = _box(root)
    title = title or _label(root, "title")
    if not title:
        raise NotDrawn(root.line, "expected a title for readers who cannot see the drawing, got none; add it with --title")
    scale = (WIDTH - 2 * _MARGIN) / width
    tracing = _Tracing(name, palette, Styles(root), scale * height)
    tracing.element(root, Look({}), (scale, 0, 0, scale, _MARGIN - left * scale, _MARGIN - top * scale))
    problems = [Problem(file, line, "", message, severity="warning") for line, message in tracing.notes(root)]
    return framed(
        name, title, _description(root, tracing), math.ceil(scale * height + 2 * _MARGIN), tracing.svg, palette.style
    ), problems


def _bare(element: Element) -> str:
    """Return the element's name as it is without the prefix that some programs put before every one."""
    return element.name.removeprefix("svg:")


def _box(root: Element) -> tuple[float, float, float, float]:
    """Return the corner and the size of what the drawing shows. Raises NotDrawn where nothing says it."""
    numbers = [float(found) for found in NUMBER.findall(root.attributes.get("viewBox", ""))]
    if len(numbers) != 4:
        sizes = [root.attributes.get(side, "") for side in ("width", "height")]
        numbers = [0, 0, *(float(found[0]) for size in sizes if "%" not in size and (found := NUMBER.match(size)))]
    if len(numbers) != 4 or numbers[2] <= 0 or numbers[3] <= 0:
        raise NotDrawn(root.line, "expected a viewBox or a width and a height on <svg>, got none that says a size")
    left, top, width, height = numbers
    return left, top, width, height


def _label(root: Element, name: str) -> str:
    found = (" ".join(child.words.split()) for child in root.children if isinstance(child, Element) and _bare(child) == name)
    return next(found, "")


def _description(root: Element, tracing: "_Tracing") -> str:
    return _label(root, "desc") or f"A drawing with the words: {'; '.join(line.words.text for line in tracing.lines) or 'none'}."


class _Tracing:
    """One drawing on its way: the shapes and lines so far, and what has to be said of them."""

    def __init__(self, name: str, palette: Palette, styles: Styles, height: float) -> None:
        self.name, self.palette, self.styles, self.height = name, palette, styles, height
        self.written: list[str] = []
        self.lines: list[Placed] = []
        self.boxes: list[Outline] = []
        self.said: dict[str, int] = {}  # by the message the first line where it holds
        self.colours: dict[str, dict[str, int]] = defaultdict(dict)  # by class the colours it stands for, with their lines
        self.has_heads = False

    @property
    def svg(self) -> str:
        """All elements of the figure, one a line."""
        head = f'<marker id="fig-{self.name}-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6"'
        head += ' orient="auto-start-reverse"><path class="f-head" d="M0 0L8 4L0 8Z"/></marker>'
        return "".join(f"{line}\n" for line in [*[f"<defs>{head}</defs>"] * self.has_heads, *self.written])

    def say(self, element: Element, message: str) -> None:
        """Note what has to be looked at, once for the whole drawing."""
        self.said.setdefault(message, element.line)

    def refuse(self, element: Element) -> None:
        """Say that an element is left out."""
        name = _bare(element)
        advice = _ADVICE.get(name, f"<{name}>")
        words = " ".join("".join(inner.words for inner in element.all()).split())
        told = f" ('{words[:40]}')" if words and name != "script" else ""
        self.said[f"expected shapes and text, got {advice}{told}; it is left out" + f"\0{element.line}"] = element.line

    def element(self, element: Element, parent: Look, outer: Matrix) -> None:
        """Take one element of the drawing with all that is in it."""
        name = _bare(element)
        if name in _SILENT or ":" in name:
            return
        look = self.styles.look(element, parent)
        if look.is_hidden:
            return
        self._effects(element, look)
        matrix = times(outer, matrix_of(element.attributes.get("transform", "")))
        if name in _GROUPS:
            self._group(element, look, matrix)
        elif name == "text":
            self._text(element, look, matrix)
        elif name in SHAPES:
            self._shape(Element(name, element.attributes, element.line), look, matrix)
        else:
            self.refuse(element)

    def _effects(self, element: Element, look: Look) -> None:
        for effect, what in _EFFECTS.items():
            if look.get(effect) not in ("", "none"):
                self.say(element, f"expected plain shapes, got {what} ({effect}); it is left out, so look at what it changes")
        if look.is_translucent:
            self.say(element, "expected solid colours, got one that something shows through; it is solid now")

    def _group(self, group: Element, look: Look, matrix: Matrix) -> None:
        inside = [child for child in group.children if isinstance(child, Element)]
        if _bare(group) == "switch":  # the same in several forms, HTML among them: the first that can be drawn
            inside = [child for child in inside if _bare(child) not in _ADVICE][:1] or inside[:1]
        if _bare(group) == "svg" and {"x", "y"} & group.attributes.keys():
            place = [group.attributes.get(side, "0") for side in ("x", "y")]
            matrix = times(matrix, matrix_of(f"translate({' '.join(place)})"))
        for child in inside:
            self.element(child, look, matrix)

    def _text(self, text: Element, look: Look, matrix: Matrix) -> None:
        lines = placed_lines(text, look, matrix, self.styles, self.refuse)
        self.lines += lines
        self.written += [line.svg for line in lines]

    def _shape(self, shape: Element, look: Look, matrix: Matrix) -> None:
        drawn = outline(shape, matrix)
        name = self._class(shape, look, drawn) if drawn else ""
        if drawn and name:
            attributes = {"class": name, **drawn.attributes, **dict(self._line_attributes(shape, look, matrix, name))}
            pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
            self.written.append(f"<{drawn.name}{pairs}/>")
            self.boxes += [drawn] * (name not in ("f-line", "f-head"))

    def _class(self, shape: Element, look: Look, drawn: Outline) -> str:
        """Return the class of a shape; '' for one that is not seen, and for the paper under the drawing."""
        if look.fill == "none" or shape.name == "line":
            return "" if look.stroke == "none" else "f-line"
        if not self.written and drawn.covers(WIDTH - 2 * _MARGIN, self.height) and look.stroke == "none":
            return ""
        colour = look.fill_colour
        if colour is None:
            self.say(shape, f"expected a plain colour such as #dae8fc, got '{look.fill}'; the shape has the class f-soft")
            return "f-soft"
        small = drawn.span <= 24 and (look.stroke in ("none", look.fill) or shape.name in ("path", "polygon"))
        name = self.palette.of_area(colour, small)
        self.colours[name].setdefault(look.fill, shape.line)
        return name

    def _line_attributes(self, shape: Element, look: Look, matrix: Matrix, name: str) -> Iterator[tuple[str, str]]:
        """Yield dashes, ends and arrow's heads of a line."""
        dashes = [float(found) * scale_of(matrix) for found in NUMBER.findall(look.get("stroke-dasharray"))]
        if dashes and name != "f-head":
            yield "stroke-dasharray", " ".join(number(max(dash, 1)) for dash in dashes)
        yield from ((style, look.get(style)) for style in _LINE_STYLES if re.fullmatch("[a-z-]+", look.get(style)))
        if shape.name not in ("line", "path", "polyline"):
            return
        for marker in _MARKERS:
            if look.get(marker).startswith("url("):
                self.has_heads = True
                yield marker, f"url(#fig-{self.name}-head)"

    def notes(self, root: Element) -> list[tuple[int, str]]:
        """Return what has to be looked at, by the line of the drawing."""
        notes = [(line, message.partition("\0")[0]) for message, line in self.said.items()]
        return sorted([*notes, *self._of_colours(), *self._of_words(root)])

    def _of_colours(self) -> Iterator[tuple[int, str]]:
        for name in self.palette.topics:
            values: Mapping[str, int] = self.colours.get(name, {})
            if len(values) > 1:
                told = f"expected one colour for what becomes the class {name}, got {', '.join(values)}"
                yield max(values.values()), f"{told}; say in words what the colours said"

    def _of_words(self, root: Element) -> Iterator[tuple[int, str]]:
        if not self.lines:
            told = "expected words as text, got none; if the drawing has any, export them as text and not as outlines"
            yield root.line, told
        if not _label(root, "desc"):
            yield (
                root.line,
                "expected a description, got none; write into the figure's <desc> what it shows, for readers who cannot see it",
            )
        small = [line for line in self.lines if line.drawn < SMALL - 1]
        if small:
            least = min(small, key=lambda line: line.drawn)
            told = f"expected letters of {SMALL} pixels or more in a figure {WIDTH} wide, got {least.drawn:.1f}"
            yield least.words.line, f"{told} ('{least.words.text[:40]}'); they are larger now, so look whether they fit"
        for line in self.lines:
            start, end = line.edges
            left, right = self._room(line)
            if abs(line.angle) < 1 and (start < left - 1 or end > right + 1):
                yield line.words.line, f"expected words inside their box, got '{line.words.text[:40]}', which may pass its edge"

    def _room(self, line: Placed) -> Point:
        """Return from where to where the smallest box reaches in which a line begins, or has its middle or end."""
        around = [box for box in self.boxes if box.holds(line.at)]
        smallest = min(around, key=lambda box: box.span, default=None)
        return (smallest.low[0], smallest.high[0]) if smallest else (0, WIDTH)
