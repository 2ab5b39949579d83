"""The words of a drawing as lines in the house's letters: 13 and 11.5 pixels, whatever the drawing's width was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from quizbank.notes.svg import Element
from quizbank.start.tracing.looks import Look, Styles
from quizbank.start.tracing.matrices import NUMBER, Matrix, Point, angle_of, moved, scale_of
from quizbank.start.tracing.paths import number

# Pixels: letters drawn larger than the first get the normal size, all others the small one.
NORMAL_FROM, NORMAL, SMALL = 12.25, 13.0, 11.5
# From line to line, and how wide an average letter is, both as a share of its size.
_LEADING, _LETTER_WIDTH = 1.2, 0.54
_ANCHORS = {"middle": "f-mid", "end": "f-end"}


@dataclass
class Words:
    """One line: where it begins (or has its middle or end), its words, and how they look."""

    at: Point
    look: Look
    line: int  # of the file
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join("".join(self.pieces).split())


@dataclass(frozen=True)
class Placed:
    """One line in the figure's own units. `drawn` is the size in pixels that its letters would have had."""

    at: Point
    angle: float
    drawn: float
    words: Words

    @property
    def size(self) -> float:
        """The size of the letters in pixels."""
        return NORMAL if self.drawn >= NORMAL_FROM else SMALL

    @property
    def edges(self) -> Point:
        """From where to where the line goes, from left to right, about."""
        width = len(self.words.text) * self.size * _LETTER_WIDTH
        start = self.at[0] - {"middle": width / 2, "end": width}.get(self.words.look.get("text-anchor"), 0)
        return start, start + width

    @property
    def svg(self) -> str:
        """The line as an element."""
        look = self.words.look
        classes = ["f-text"] + ["f-bold"] * look.is_bold + ["f-small"] * (self.size == SMALL)
        classes += [_ANCHORS[anchor] for anchor in [look.get("text-anchor")] if anchor in _ANCHORS]
        x, y = number(self.at[0]), number(self.at[1])
        turn = f' transform="rotate({number(self.angle)} {x} {y})"' if abs(self.angle) > 0.5 else ""
        base = look.get("dominant-baseline")
        base = f' dominant-baseline="{escape(base)}"' if base in ("middle", "central", "hanging") else ""
        return f'<text class="{" ".join(classes)}" x="{x}" y="{y}"{base}{turn}>{escape(self.words.text, quote=False)}</text>'


def placed_lines(text: Element, look: Look, matrix: Matrix, styles: Styles, refuse: Callable[[Element], None]) -> list[Placed]:
    """Return the lines of a `<text>`, far enough apart for the house's letters. `refuse` is called with what has no place."""
    lines = [words for words in _lines(text, look, styles, refuse) if words.text]
    placed = [
        Placed(moved(matrix, words.at), angle_of(matrix), words.look.font_size * scale_of(matrix), words) for words in lines
    ]
    return _spread(placed)


def _lines(text: Element, look: Look, styles: Styles, refuse: Callable[[Element], None]) -> Iterator[Words]:
    """Yield the lines of an element: each part with a place of its own begins one."""
    line = Words(_start(text, (0.0, 0.0), look), look, text.line)
    for child in text.children:
        if isinstance(child, str):
            line.pieces.append(child)
        elif child.name != "tspan":
            refuse(child)
        else:
            inner = styles.look(child, look)
            first, *more = _lines(child, inner, styles, refuse)
            if {"x", "y", "dy"} & child.attributes.keys() or more:
                yield line
                line = Words(_start(child, line.at, inner), inner, child.line, first.pieces)
                yield from (_follow(line, words) for words in more)
            else:
                line.look = line.look if line.text else inner
                line.pieces += first.pieces
    yield line


def _follow(line: Words, words: Words) -> Words:
    """Return a line of a part within a part. Where it says no place, it stands where its parent does."""
    return words if words.at != (0.0, 0.0) else Words(line.at, words.look, words.line, words.pieces)


def _start(element: Element, before: Point, look: Look) -> Point:
    x, y = (_length(element.attributes.get(name), start, look) for name, start in zip("xy", before, strict=True))
    return x + _length(element.attributes.get("dx"), 0, look), y + _length(element.attributes.get("dy"), 0, look)


def _length(value: str | None, default: float, look: Look) -> float:
    """Return the first of the lengths of an attribute in the units of the drawing."""
    found = NUMBER.match(value.strip()) if value else None
    if value is None or found is None:
        return default
    size = float(found[0])
    return size * look.font_size if value.strip()[found.end() :].startswith("em") else size


def _spread(lines: list[Placed]) -> list[Placed]:
    """Return upright lines of one text moved apart around their middle where the larger letters need it."""
    if len(lines) < 2 or any(abs(line.angle) > 0.5 for line in lines):
        return lines
    needed = max(line.size for line in lines) * _LEADING
    given = [line.at[1] for line in lines]
    if all(below - above >= needed - 1 for above, below in pairwise(given)):
        return lines
    if any(below <= above for above, below in pairwise(given)):
        return lines  # side by side: nothing says how far apart they belong
    first = sum(given) / len(given) - needed * (len(lines) - 1) / 2
    return [Placed((line.at[0], first + place * needed), line.angle, line.drawn, line.words) for place, line in enumerate(lines)]
