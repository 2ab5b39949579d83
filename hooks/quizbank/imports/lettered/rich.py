"""A line of a document: its letters, and for each whether it is bold, slanted, lowered, raised or marked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.from_plain import from_plain

Style = frozenset[str]
PLAIN: Style = frozenset()
BOLD, SLANTED, LOWERED, RAISED, MARKED = "b", "i", "sub", "sup", "mark"
_TAGS = (SLANTED, LOWERED, RAISED)


@dataclass(frozen=True)
class Rich:
    """Letters with their styles. A slice of one is one."""

    text: str
    styles: tuple[Style, ...]

    @staticmethod
    def of(text: str, style: Style = PLAIN) -> "Rich":
        """Return a text in one style."""
        return Rich(text, (style,) * len(text))

    def __getitem__(self, place: slice) -> "Rich":
        return Rich(self.text[place], self.styles[place])

    def __add__(self, other: "Rich") -> "Rich":
        return Rich(self.text + other.text, self.styles + other.styles)

    def stripped(self) -> "Rich":
        """Return it without spaces around."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def is_all(self, style: str) -> bool:
        """Say whether every letter has a style, apart from signs and spaces."""
        seen = [style in own for sign, own in zip(self.text, self.styles, strict=True) if sign.isalnum()]
        return bool(seen) and all(seen)

    def markdown(self) -> str:
        """Return it as Markdown. Bold counts where it is not all of it: then it is the look of a heading or a key."""
        if not any(self.styles):
            return from_plain(self.text)
        bold = BOLD in set().union(*self.styles) and not self.is_all(BOLD)
        pieces = groupby(zip(self.text, self.styles, strict=True), key=lambda each: each[1])
        return text_of_html("".join(_html("".join(sign for sign, _ in run), style, bold) for style, run in pieces))


def _html(text: str, style: Style, bold: bool) -> str:
    tags = [tag for tag in _TAGS if tag in style] + (["b"] if bold and BOLD in style else [])
    opened, closed = "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
    return f"{opened}{escape(text, quote=False)}{closed}"


def joined(lines: Iterable[Rich], sign: str = " ") -> Rich:
    """Return several in one line."""
    whole = Rich("", ())
    for each in lines:
        whole = whole + Rich.of(sign) + each if whole.text else each
    return whole


@dataclass(frozen=True)
class Line:
    """A line with its number. `mark` is the number or letter that a program shows before it, such as '3.' or 'b)'.

    `apart` says that it does not go on with the line before it. `block` is Markdown that is taken as it is, such as a table;
    `picture` names a picture, which `load` gives.
    """

    number: int
    rich: Rich
    mark: str = ""
    apart: bool = False
    block: str = ""
    picture: str = ""
    load: Callable[[], bytes] | None = None

    @property
    def text(self) -> str:
        """The letters."""
        return self.rich.text
