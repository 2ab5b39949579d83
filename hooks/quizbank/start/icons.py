"""The icons of a new course: the first letters of its title on the site's colour, as SVG files and as PNG files.

Launchers of phones want PNG files of fixed sizes, and some cut the shape themselves: for them the ground is a square and the
letters are smaller (W3C Web Application Manifest, purpose `maskable`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from math import hypot, sqrt

from quizbank.start.letters import Stroke, strokes
from quizbank.start.png import png_bytes

FOLDER = "docs/assets/icons"
LOGO = "overrides/.icons/site/logo.svg"
GROUND = "#12506b"
_SIDE, _CORNER = 512, 96  # of the drawing, in its own units
_UNITS = {1: 44, 2: 30}  # by how many letters there are: how large a unit of their grid is
_THICK = 1.05  # units of the grid
_IN_SQUARE = 0.78  # what a launcher may cut off lies outside of four fifths
_FINE = 4  # rows for each row of pixels, for smooth edges
_ROUNDED = {"icon-64.png": 64, "icon-192.png": 192, "icon-512.png": 512}
_SQUARE = {"icon-180.png": 180, "maskable-512.png": 512}
_SLACK = 1e-9

Span = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """Letters as lines of one width, in a drawing of 512 by 512 units."""

    lines: list[Stroke]
    thick: float

    @classmethod
    def of(cls, letters: str, scale: float) -> "Mark":
        """Return some letters in the middle of the drawing."""
        unit = _UNITS[len(letters)] * scale
        middle = _SIDE / 2
        lines = [[(middle + x * unit, middle + y * unit) for x, y in stroke] for stroke in strokes(letters)]
        return cls(lines, _THICK * unit)

    def spans(self, y: float) -> Iterator[Span]:
        """Yield from where to where each piece of a line goes at a height."""
        for line in self.lines:
            for start, end in pairwise(line):
                if found := _span(start, end, self.thick / 2, y):
                    yield found


def icons(letters: str) -> dict[str, bytes]:
    """Return the files of the icons by their names."""
    files = {"icon.svg": _svg(letters).encode()}
    for names, mark, corner in ((_ROUNDED, Mark.of(letters, 1), _CORNER), (_SQUARE, Mark.of(letters, _IN_SQUARE), 0)):
        files |= {name: _png(size, mark, corner) for name, size in names.items()}
    return files


def logo(letters: str) -> str:
    """Return the mark for the site's header, whose style gives it the colours of a light or a dark page."""
    mark = Mark.of(letters, 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}" aria-hidden="true">'
        f'<rect width="{_SIDE}" height="{_SIDE}" rx="{_CORNER}" fill="var(--mark,var(--md-primary-fg-color--light))"/>'
        f"{_path(mark, 'var(--mark-on,#fff)')}</svg>\n"
    )


def _svg(letters: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">\n<title>{escape(letters)}</title>\n'
        f'<rect width="{_SIDE}" height="{_SIDE}" rx="{_CORNER}" fill="{GROUND}"/>\n{_path(Mark.of(letters, 1), "#fff")}\n</svg>\n'
    )


def _path(mark: Mark, colour: str) -> str:
    """Return a path through all the lines of a mark."""
    data = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in line) for line in mark.lines)
    look = f'fill="none" stroke="{colour}" stroke-width="{mark.thick:g}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path {look} d="{data}"/>'


def _png(size: int, mark: Mark, corner: float) -> bytes:
    ground = bytes.fromhex(GROUND.removeprefix("#"))
    return png_bytes(size, size, (_row(size, row, mark, corner, ground) for row in range(size)))


def _row(size: int, row: int, mark: Mark, corner: float, ground: bytes) -> bytes:
    """Return one row of pixels: how much of each is covered by the ground, and how much of that by the letters."""
    opaque, white = [0.0] * size, [0.0] * size
    for fine in range(_FINE):
        y = (row + (fine + 0.5) / _FINE) * _SIDE / size
        _cover(opaque, [_ground_span(y, corner)], size)
        _cover(white, sorted(mark.spans(y)), size)
    return b"".join(_pixel(ground, round(255 * opaque[x]), white[x]) for x in range(size))


def _pixel(ground: bytes, opaque: int, white: float) -> bytes:
    return bytes([*(round(part + (255 - part) * white) for part in ground), opaque])


def _cover(shares: list[float], spans: list[Span], size: int) -> None:
    """Add to each pixel what sorted spans, in units of the drawing, cover of one fine row of it."""
    done = 0.0
    for start, end in spans:
        left, right = max(start * size / _SIDE, done), min(end * size / _SIDE, size)
        if right <= left:
            continue
        done = right
        first, last = int(left), min(int(right), size - 1)
        for x in range(first, last + 1):
            shares[x] += max(0.0, min(right, x + 1) - max(left, x)) / _FINE


def _ground_span(y: float, corner: float) -> Span:
    inside = max(0.0, corner - y, y - (_SIDE - corner))
    cut = corner - sqrt(max(0.0, corner**2 - inside**2))
    return cut, _SIDE - cut


def _span(start: tuple[float, float], end: tuple[float, float], radius: float, y: float) -> Span | None:
    """Return from where to where a line with round ends goes at a height, or None where it does not come there."""
    ends = [(x, sqrt(radius**2 - (y - at) ** 2)) for x, at in (start, end) if abs(y - at) < radius]
    found = [edge for x, half in ends for edge in (x - half, x + half)]
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down) or 1.0
    for side in (radius / length, -radius / length):  # the two long edges
        top = start[1] + across * side
        if abs(down) > _SLACK and 0 <= (y - top) / down <= 1:
            found.append(start[0] - down * side + across * (y - top) / down)
    return (min(found), max(found)) if found else None
