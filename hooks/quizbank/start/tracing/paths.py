"""Path data that any move can be applied to: absolute, of straight lines and Bézier curves alone (SVG 2, section 9.3)."""

import math
import re
from collections.abc import Iterator

from quizbank.start.tracing.matrices import NUMBER, Matrix, Point, moved, times

# A letter of M, L, C, Q and Z, and its points.
Segment = tuple[str, list[Point]]

_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
# The flags of an arc are single digits that may stand without a space: 'a5 5 0 01 10 10'.
_ARC = re.compile(r"\s*,?\s*".join([f"({NUMBER.pattern})"] * 3 + ["([01])"] * 2 + [f"({NUMBER.pattern})"] * 2))


def moved_path(data: str, matrix: Matrix) -> list[Segment]:
    """Return path data as segments, moved. What cannot be read at its end is left out, as browsers do."""
    return [(letter, [moved(matrix, point) for point in points]) for letter, points in _segments(data)]


def _segments(data: str) -> Iterator[Segment]:
    pen = _Pen()
    for letter, text in _COMMAND.findall(data):
        if letter in "Zz":
            yield pen.close()
            continue
        for place, numbers in enumerate(_groups(letter.upper(), text)):
            # Further pairs behind a move are lines.
            step = {"M": "L", "m": "l"}.get(letter, letter) if place else letter
            yield from pen.draw(step, numbers)


def _groups(letter: str, text: str) -> Iterator[list[float]]:
    if letter == "A":
        yield from ([float(number) for number in found] for found in _ARC.findall(text))
        return
    numbers, size = [float(number) for number in NUMBER.findall(text)], _COUNT[letter]
    yield from (numbers[start : start + size] for start in range(0, len(numbers) - size + 1, size))


class _Pen:
    """Where the drawing of one path has come to."""

    def __init__(self) -> None:
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.last: tuple[str, Point] = ("", self.at)  # the control point that a smooth curve mirrors

    def close(self) -> Segment:
        self.at = self.start
        self.last = ("", self.at)
        return "Z", []

    def draw(self, letter: str, numbers: list[float]) -> Iterator[Segment]:
        kind = letter.upper()
        if kind == "A":
            yield from self._arc(numbers, letter == "a")
            return
        points = self._points(kind, numbers, letter.islower())
        smooth = {"S": "C", "T": "Q"}.get(kind)
        if smooth:
            points.insert(0, self._mirrored(smooth))
        kind = smooth or {"H": "L", "V": "L"}.get(kind, kind)
        self.last = (kind, points[-2]) if kind in "CQ" else ("", points[-1])
        self.at = points[-1]
        if kind == "M":
            self.start = self.at
        yield kind, points

    def _points(self, kind: str, numbers: list[float], relative: bool) -> list[Point]:
        x, y = self.at if relative else (0.0, 0.0)
        if kind == "H":
            return [(numbers[0] + x, self.at[1])]
        if kind == "V":
            return [(self.at[0], numbers[0] + y)]
        return [(numbers[place] + x, numbers[place + 1] + y) for place in range(0, len(numbers), 2)]

    def _mirrored(self, kind: str) -> Point:
        if self.last[0] != kind:
            return self.at
        return 2 * self.at[0] - self.last[1][0], 2 * self.at[1] - self.last[1][1]

    def _arc(self, numbers: list[float], relative: bool) -> Iterator[Segment]:
        rx, ry, turn, large, sweep, x, y = numbers
        end = (x + self.at[0], y + self.at[1]) if relative else (x, y)
        start, self.at = self.at, end
        self.last = ("", end)
        if rx == 0 or ry == 0:
            yield "L", [end]
        elif start != end:
            yield from arc_curves(start, end, (abs(rx), abs(ry)), math.radians(turn), (large != 0, sweep != 0))


def arc_curves(start: Point, end: Point, radii: Point, turn: float, flags: tuple[bool, bool]) -> Iterator[Segment]:
    """Yield an elliptical arc as curves of at most a quarter turn each (SVG 2, appendix B.2). `turn` is in radians."""
    cos, sin = math.cos(turn), math.sin(turn)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    grown = max(1.0, math.sqrt((x / radii[0]) ** 2 + (y / radii[1]) ** 2))
    rx, ry = radii[0] * grown, radii[1] * grown
    away = (rx * y) ** 2 + (ry * x) ** 2
    reach = math.sqrt(max(0.0, (rx * ry) ** 2 - away) / away) * (-1 if flags[0] == flags[1] else 1)
    centre_x, centre_y = reach * rx * y / ry, -reach * ry * x / rx
    first = math.atan2((y - centre_y) / ry, (x - centre_x) / rx)
    sweep = (math.atan2((-y - centre_y) / ry, (-x - centre_x) / rx) - first) % (2 * math.pi)
    sweep -= 0 if flags[1] else 2 * math.pi
    middle = (
        cos * centre_x - sin * centre_y + (start[0] + end[0]) / 2,
        sin * centre_x + cos * centre_y + (start[1] + end[1]) / 2,
    )
    ellipse: Matrix = times((cos, sin, -sin, cos, *middle), (rx, 0, 0, ry, 0, 0))
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    for piece in range(pieces):
        yield "C", [moved(ellipse, point) for point in _unit_arc(first + piece * sweep / pieces, sweep / pieces)]


def _unit_arc(start: float, sweep: float) -> list[Point]:
    """Return the two control points and the end of a piece of the unit circle."""
    reach, end = 4 / 3 * math.tan(sweep / 4), start + sweep
    return [
        (math.cos(start) - reach * math.sin(start), math.sin(start) + reach * math.cos(start)),
        (math.cos(end) + reach * math.sin(end), math.sin(end) - reach * math.cos(end)),
        (math.cos(end), math.sin(end)),
    ]


def as_data(segments: list[Segment]) -> str:
    """Return path data as text."""
    return "".join(letter + " ".join(f"{number(x)} {number(y)}" for x, y in points) for letter, points in segments)


def number(value: float) -> str:
    """Return a coordinate with at most one decimal: a tenth of a unit is less than a dot of a screen."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
