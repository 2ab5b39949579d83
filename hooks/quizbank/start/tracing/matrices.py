"""Moving points: the transforms of an SVG file as matrices (SVG 2, section 8.5)."""

import math
import re
from collections.abc import Callable

# a, b, c, d, e, f: a point (x, y) moves to (ax + cy + e, bx + dy + f).
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEP = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix that moves a point by `inner`, then by `outer`."""
    a, b, c, d, e, f = outer
    x_axis, y_axis, origin = inner[0:2], inner[2:4], inner[4:6]
    (p, q), (r, s), (t, u) = ((a * x + c * y, b * x + d * y) for x, y in (x_axis, y_axis, origin))
    return (p, q, r, s, t + e, u + f)


def moved(matrix: Matrix, point: Point) -> Point:
    """Return where a point lies after the move."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def scale_of(matrix: Matrix) -> float:
    """Return by how much lengths grow, on average over all directions."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def angle_of(matrix: Matrix) -> float:
    """Return by how many degrees a line of words is turned, clockwise."""
    return math.degrees(math.atan2(matrix[1], matrix[0]))


def is_upright(matrix: Matrix) -> bool:
    """Say whether the move keeps rectangles upright and circles round: it shifts and scales, and mirrors at most."""
    a, b, c, d, _, _ = matrix
    slack = 1e-6 * max(abs(a), abs(d), 1e-9)
    return abs(b) < slack and abs(c) < slack and abs(abs(a) - abs(d)) < 1e-3 * abs(a)


def matrix_of(transform: str) -> Matrix:
    """Return the matrix of an attribute `transform`. What cannot be read in it moves nothing."""
    matrix = IDENTITY
    for name, arguments in _STEP.findall(transform):
        numbers = [float(number) for number in NUMBER.findall(arguments)]
        if numbers:
            matrix = times(matrix, _STEPS[name](numbers))
    return matrix


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers if len(numbers) == 6 else IDENTITY
    return (a, b, c, d, e, f)


def _translate(numbers: list[float]) -> Matrix:
    return (1, 0, 0, 1, numbers[0], numbers[1] if len(numbers) > 1 else 0)


def _scale(numbers: list[float]) -> Matrix:
    return (numbers[0], 0, 0, numbers[1] if len(numbers) > 1 else numbers[0], 0, 0)


def _rotate(numbers: list[float]) -> Matrix:
    angle = math.radians(numbers[0])
    x, y = numbers[1:3] if len(numbers) == 3 else (0.0, 0.0)
    turned: Matrix = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0, 0)
    return times(times((1, 0, 0, 1, x, y), turned), (1, 0, 0, 1, -x, -y))


def _skew_x(numbers: list[float]) -> Matrix:
    return (1, 0, math.tan(math.radians(numbers[0])), 1, 0, 0)


def _skew_y(numbers: list[float]) -> Matrix:
    return (1, math.tan(math.radians(numbers[0])), 0, 1, 0, 0)


_STEPS: dict[str, Callable[[list[float]], Matrix]] = {
    "matrix": _matrix,
    "translate": _translate,
    "scale": _scale,
    "rotate": _rotate,
    "skewX": _skew_x,
    "skewY": _skew_y,
}
