"""The pieces that the fields of several note types are made of, as HTML.

`data-n` numbers what may be shuffled and marked, on the front and on the back alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from quizbank.exports.anki.texts import Html
from quizbank.strings.words import Words
from quizbank.texts import numbers
from quizbank.texts.numbers import Grouping

Fields = dict[str, str]


@dataclass(frozen=True)
class Setting:
    """What is the same for all notes of a file: its words, how texts become HTML, and how numbers are grouped."""

    words: Words
    html: Html
    grouping: Grouping

    def text(self, text: str) -> str:
        """Return the words of a choice, an item or a step."""
        return f'<div class="quiz-text">{self.html.line(text)}</div>'

    def why(self, why: str) -> str:
        """Return the reason for something, '' where there is none."""
        return f'<div class="quiz-why">{self.html.block(why)}</div>' if why else ""

    def near(self, value: str, shown: str, why: str) -> str:
        """Return the entry of an answer that is not accepted. `value` is what the script looks for, `shown` what is read."""
        return f'<li data-near="{value}">{shown}{self.why(why)}</li>'

    def folded(self, title: str, entries: Iterable[str]) -> str:
        """Return entries of a list under a title that opens them, '' where there are none."""
        held = "".join(entries)
        return f'<details><summary>{title}</summary><ul class="quiz-list">{held}</ul></details>' if held else ""

    def quantity(self, value: Decimal, unit: str) -> str:
        """Return a number with its unit, as papers print it: 'Rs 3,60,000'."""
        before, after = numbers.unit_parts(unit)
        return self.html.line(" ".join(part for part in (before, numbers.grouped(value, self.grouping), after) if part))


def tag(text: str = "") -> str:
    """Return the place in which the back says how something was marked."""
    return f'<p class="quiz-tag">{text}</p>'


def titled(title: str, body: str) -> str:
    """Return a part of the back under its title, '' where there is nothing in it."""
    return f"<p><strong>{title}</strong></p>{body}" if body else ""


def bullets(entries: Iterable[str], name: str = "quiz-list") -> str:
    """Return a list, '' where it would be empty. `name` is its class."""
    held = "".join(f"<li>{entry}</li>" for entry in entries)
    return f'<ul class="{name}">{held}</ul>' if held else ""
