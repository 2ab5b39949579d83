"""The shapes of a drawing at their place in a figure: round and upright ones stay what they are, all others become paths."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quizbank.notes.svg import Element
from quizbank.start.tracing.matrices import NUMBER, Matrix, Point, is_upright, moved, scale_of
from quizbank.start.tracing.paths import as_data, moved_path, number


@dataclass(frozen=True)
class Outline:
    """A shape as a figure writes it: the element's name, its attributes, and the corners of the box around it."""

    name: str
    attributes: Mapping[str, str]
    low: Point
    high: Point

    @property
    def span(self) -> float:
        """The longer side of the box around the shape."""
        return max(self.high[0] - self.low[0], self.high[1] - self.low[1])

    def holds(self, point: Point) -> bool:
        """Say whether a point lies in the box around the shape."""
        return all(low <= at <= high for low, at, high in zip(self.low, point, self.high, strict=True))

    def covers(self, width: float, height: float) -> bool:
        """Say whether a rectangle lies under the whole figure."""
        return self.name == "rect" and self.high[0] - self.low[0] >= 0.98 * width and self.high[1] - self.low[1] >= 0.98 * height


def outline(element: Element, matrix: Matrix) -> Outline | None:
    """Return a shape of any name in `SHAPES`, moved; None where it has no size and draws nothing."""
    data = SHAPES[element.name](element)
    segments = moved_path(data, matrix)
    points = [point for _, some in segments for point in some]
    if len(points) < 2:
        return None
    low = min(x for x, _ in points), min(y for _, y in points)
    high = max(x for x, _ in points), max(y for _, y in points)
    if is_upright(matrix) and element.name in _KEPT:
        return Outline(element.name, _KEPT[element.name](element, matrix, low, high), low, high)
    return Outline("path", {"d": as_data(segments)}, low, high)


def _numbers(element: Element, names: str) -> list[float]:
    """Return the lengths of attributes, 0 for each that is not there."""
    found = (NUMBER.match(element.attributes.get(name, "").strip()) for name in names.split())
    return [float(each[0]) if each else 0.0 for each in found]


def _path(element: Element) -> str:
    return element.attributes.get("d", "")


def _rect(element: Element) -> str:
    x, y, width, height = _numbers(element, "x y width height")
    rx, ry = _radii(element)
    if width <= 0 or height <= 0:
        return ""
    if not rx:
        return f"M{x} {y}h{width}v{height}h{-width}z"
    across, down = width - 2 * rx, height - 2 * ry
    arc = f"a{rx} {ry} 0 0 1 "
    sides = f"h{across}{arc}{rx} {ry}v{down}{arc}{-rx} {ry}h{-across}{arc}{-rx} {-ry}v{-down}{arc}{rx} {-ry}z"
    return f"M{x + rx} {y}{sides}"


def _radii(element: Element) -> Point:
    """Return how round the corners are: one radius stands for both, and neither is more than half a side."""
    width, height, rx, ry = _numbers(element, "width height rx ry")
    rx, ry = rx or ry, ry or rx
    return min(rx, width / 2), min(ry, height / 2)


def _circle(element: Element) -> str:
    x, y, r = _numbers(element, "cx cy r")
    return _oval(x, y, r, r)


def _ellipse(element: Element) -> str:
    return _oval(*_numbers(element, "cx cy rx ry"))


def _oval(x: float, y: float, rx: float, ry: float) -> str:
    if rx <= 0 or ry <= 0:
        return ""
    return f"M{x - rx} {y}A{rx} {ry} 0 0 1 {x + rx} {y}A{rx} {ry} 0 0 1 {x - rx} {y}z"


def _line(element: Element) -> str:
    x1, y1, x2, y2 = _numbers(element, "x1 y1 x2 y2")
    return f"M{x1} {y1}L{x2} {y2}"


def _polyline(element: Element) -> str:
    numbers = NUMBER.findall(element.attributes.get("points", ""))
    return f"M{' '.join(numbers)}" if len(numbers) > 3 else ""


def _polygon(element: Element) -> str:
    points = _polyline(element)
    return f"{points}z" if points else ""


# Each shape as path data, as SVG 2 defines it (chapter 10).
SHAPES: Mapping[str, Callable[[Element], str]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}


def _kept_rect(element: Element, matrix: Matrix, low: Point, high: Point) -> dict[str, str]:
    size = {"x": low[0], "y": low[1], "width": high[0] - low[0], "height": high[1] - low[1]}
    rx, ry = (radius * scale_of(matrix) for radius in _radii(element))
    return _written({**size, **({"rx": rx} if rx else {}), **({"ry": ry} if abs(rx - ry) > 0.05 else {})})


def _kept_circle(element: Element, matrix: Matrix, low: Point, high: Point) -> dict[str, str]:
    return _written({"cx": (low[0] + high[0]) / 2, "cy": (low[1] + high[1]) / 2, "r": (high[0] - low[0]) / 2})


def _kept_ellipse(element: Element, matrix: Matrix, low: Point, high: Point) -> dict[str, str]:
    centre = _kept_circle(element, matrix, low, high)
    _, _, rx, ry = _numbers(element, "cx cy rx ry")
    grown = scale_of(matrix)
    return {"cx": centre["cx"], "cy": centre["cy"], **_written({"rx": rx * grown, "ry": ry * grown})}


def _kept_line(element: Element, matrix: Matrix, low: Point, high: Point) -> dict[str, str]:
    x1, y1, x2, y2 = _numbers(element, "x1 y1 x2 y2")
    start, end = moved(matrix, (x1, y1)), moved(matrix, (x2, y2))
    return _written({"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]})


def _written(values: Mapping[str, float]) -> dict[str, str]:
    return {name: number(value) for name, value in values.items()}


_KEPT: Mapping[str, Callable[[Element, Matrix, Point, Point], dict[str, str]]] = {
    "rect": _kept_rect,
    "circle": _kept_circle,
    "ellipse": _kept_ellipse,
    "line": _kept_line,
}
