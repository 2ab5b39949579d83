"""How an element of a drawing looks: what its attributes, its style and its classes say, and what it inherits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizbank.notes.svg import Element
from quizbank.start.tracing.colours import Colour, colour_of, declarations

_INHERITED = frozenset(
    """fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin font-size font-weight font text-anchor
    dominant-baseline color visibility marker-start marker-mid marker-end fill-opacity stroke-opacity""".split()
)
_OWN = frozenset("display opacity filter mask clip-path".split())
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"(?:^|[\s,])\w*\.([\w-]+)\s*(?=,|$)")
_SIZE = re.compile(r"(?<![\w.])(\d*\.?\d+)(px|pt|mm|)(?![\w%])")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "mm": 96 / 25.4}
_NORMAL_SIZE = 16.0
_BOLD = re.compile(r"\b(?:bold|bolder|[6-9]00)\b")


@dataclass(frozen=True)
class Look:
    """The properties of one element, by their CSS names."""

    values: Mapping[str, str]

    def get(self, name: str) -> str:
        """Return a property, '' where nothing sets it."""
        return self.values.get(name, "")

    @property
    def is_hidden(self) -> bool:
        """Whether nothing of the element is seen."""
        return self.get("display") == "none" or self.get("visibility") == "hidden" or _is_zero(self.get("opacity"))

    @property
    def fill(self) -> str:
        """The colour inside, 'none' where there is none. Without any it is black."""
        return "none" if _is_zero(self.get("fill-opacity")) else self._paint("fill", "black")

    @property
    def stroke(self) -> str:
        """The colour of the line, 'none' where there is none."""
        gone = _is_zero(self.get("stroke-opacity")) or _is_zero(self.get("stroke-width"))
        return "none" if gone else self._paint("stroke", "none")

    def _paint(self, name: str, default: str) -> str:
        value = self.get(name) or default
        if value.lower() == "currentcolor":
            value = self.get("color") or "black"
        return "none" if value in ("none", "transparent") else value

    @property
    def fill_colour(self) -> Colour | None:
        """The colour inside, None where it is no plain colour."""
        return colour_of(self.fill)

    @property
    def is_translucent(self) -> bool:
        """Whether something shows through the element."""
        return any(0 < _number(self.get(name), 1) < 1 for name in ("opacity", "fill-opacity", "stroke-opacity"))

    @property
    def is_bold(self) -> bool:
        """Whether the words are bold."""
        return _BOLD.search(f"{self.get('font-weight')} {self.get('font')}") is not None

    @property
    def font_size(self) -> float:
        """The size of the letters in the units of the drawing."""
        size = _SIZE.search(self.get("font-size") or self.get("font"))
        return float(size[1]) * _PIXELS[size[2]] if size else _NORMAL_SIZE


class Styles:
    """The rules for classes in the style blocks of a drawing."""

    def __init__(self, root: Element) -> None:
        blocks = (element.words for element in root.all() if element.name == "style")
        self._rules: dict[str, dict[str, str]] = {}
        for selectors, block in _RULE.findall(" ".join(blocks)):
            for name in _CLASS.findall(selectors):
                self._rules[name] = self._rules.get(name, {}) | declarations(block)

    def look(self, element: Element, parent: Look) -> Look:
        """Return how an element inside one that looks like `parent` looks."""
        values = {name: value for name, value in parent.values.items() if name in _INHERITED}
        for source in (element.attributes, *self._of_classes(element), declarations(element.attributes.get("style", ""))):
            values |= {name: value.strip() for name, value in source.items() if name in _INHERITED or name in _OWN}
        return Look(values)

    def _of_classes(self, element: Element) -> list[Mapping[str, str]]:
        return [self._rules[name] for name in element.attributes.get("class", "").split() if name in self._rules]


def _is_zero(value: str) -> bool:
    return _number(value, 1) == 0


def _number(value: str, default: float) -> float:
    try:
        return float(value.removesuffix("px").removesuffix("%"))
    except ValueError:
        return default
