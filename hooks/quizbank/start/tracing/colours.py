"""Which of the figures' classes stands for a colour of a drawing program. The classes are read from the figures' style sheet."""

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

Colour = tuple[float, float, float]  # red, green and blue from 0 to 1

_RULE = re.compile(r"\.(f-[\w-]+)\{([^}]*)\}")
_WITH_FALLBACK = re.compile(r"var\([^,()]*,([^()]*)\)")
# Drawing programs of today write a colour for light pages and one for dark pages.
_LIGHT_DARK = re.compile(r"light-dark\(((?:[^(),]|\([^()]*\))*),.*\)")
_HEX = re.compile(r"#([0-9a-fA-F]{3,8})")
_RGB = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?).*\)")
_NAMED = {
    "black": "#000",
    "white": "#fff",
    "gray": "#808080",
    "grey": "#808080",
    "silver": "#c0c0c0",
    "lightgray": "#d3d3d3",
    "lightgrey": "#d3d3d3",
    "whitesmoke": "#f5f5f5",
    "darkgray": "#a9a9a9",
    "darkgrey": "#a9a9a9",
    "red": "#f00",
    "maroon": "#800000",
    "brown": "#a52a2a",
    "orange": "#ffa500",
    "gold": "#ffd700",
    "yellow": "#ff0",
    "olive": "#808000",
    "lime": "#0f0",
    "green": "#008000",
    "lightgreen": "#90ee90",
    "teal": "#008080",
    "cyan": "#0ff",
    "aqua": "#0ff",
    "lightblue": "#add8e6",
    "skyblue": "#87ceeb",
    "blue": "#00f",
    "navy": "#000080",
    "purple": "#800080",
    "violet": "#ee82ee",
    "magenta": "#f0f",
    "pink": "#ffc0cb",
}
# How far the strongest and the weakest part of a colour are apart: less in greys, more in the edges of topics.
_GREY, _TOPIC = 0.06, 0.2
_NEARLY_WHITE, _DARK = 0.97, 0.55


def colour_of(value: str) -> Colour | None:
    """Return the colour of a CSS value on a light page, or None where it names none that is known here."""
    value = _LIGHT_DARK.sub(r"\1", _WITH_FALLBACK.sub(r"\1", value.strip().lower())).strip()
    value = _NAMED.get(value, value)
    if digits := _HEX.fullmatch(value):
        return _of_digits(digits[1])
    if parts := _RGB.fullmatch(value):
        red, green, blue = (_share(part) for part in parts.groups())
        return red, green, blue
    return None


def _of_digits(digits: str) -> Colour:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _share(part: str) -> float:
    return float(part.rstrip("%")) / (100 if part.endswith("%") else 255)


@dataclass(frozen=True)
class Palette:
    """The figures' style sheet as a choice of classes. `topics` are those with a hue, by name with the colour of their edge."""

    style: str

    @cached_property
    def topics(self) -> Mapping[str, Colour]:
        """The classes of coloured shapes."""
        edges = {name: colour_of(values["stroke"]) for name, values in _rules(self.style).items() if "stroke" in values}
        return {name: colour for name, colour in edges.items() if colour and not _is_grey(colour, _TOPIC)}

    def of_area(self, colour: Colour, small_or_line_coloured: bool) -> str:
        """Return the class of a filled shape. A small dark one, or one in the colour of its line, is an arrow's head."""
        dark = max(colour) + min(colour) < 2 * _DARK
        if small_or_line_coloured and (dark or not _is_grey(colour)):
            return "f-head"
        if not _is_grey(colour):
            return self._nearest(colour)
        return "f-box" if min(colour) > _NEARLY_WHITE else "f-soft"

    def _nearest(self, colour: Colour) -> str:
        return min(self.topics, key=lambda name: _between_hues(self.topics[name], colour), default="f-soft")


def _rules(style: str) -> dict[str, dict[str, str]]:
    return {name: declarations(block) for name, block in _RULE.findall(style)}


def declarations(text: str) -> dict[str, str]:
    """Return the declarations of a CSS block or a `style` attribute."""
    pairs = (piece.partition(":") for piece in re.sub(r"!\s*important", "", text).split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value.strip()}


def _is_grey(colour: Colour, most: float = _GREY) -> bool:
    return max(colour) - min(colour) < most


def _between_hues(one: Colour, other: Colour) -> float:
    """Return how far two hues are apart on the colour circle, from 0 to 0.5."""
    apart = abs(colorsys.rgb_to_hls(*one)[0] - colorsys.rgb_to_hls(*other)[0])
    return min(apart, 1 - apart)
