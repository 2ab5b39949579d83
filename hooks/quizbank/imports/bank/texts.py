"""Texts of questions as fields of a bank take them: of any length and shape, or words in one line."""

import re

from quizbank.exchange.from_plain import escaped, line_start_escaped, without_unseen
from quizbank.exchange.texts import block_html, plain_line
from quizbank.model.limits import block_start

_BLOCK = re.compile(r"<(?:ul|ol|table|pre|blockquote|h\d|hr)\b")


def text(markdown: str) -> str:
    """Return a text for a field that takes paragraphs, lists and tables."""
    return without_unseen(markdown)


def line(markdown: str) -> str:
    """Return a text for a field that takes words in a line. Lists and tables become their words."""
    whole = without_unseen(markdown)
    if "\n" in whole and _BLOCK.search(block_html(whole)):
        return line_start_escaped(escaped(plain_line(whole)))
    joined = " ".join(whole.split())
    return line_start_escaped(joined) if block_start(joined) else joined
