r"""Texts as fields of Anki: HTML in which nothing means something to Anki that its author did not mean.

Anki reads a field as HTML, and in it `[sound:…]`, `[anki:…]`, `[[type:…]]` and `[latex]` as its own marks
(https://docs.ankiweb.net/templates/fields.html, https://docs.ankiweb.net/math.html), on the text of the HTML. A bracket that is
written as an entity is none of these. `\(` and `\[` begin a formula of MathJax, which looks at the text of the page: an empty
element parts the two signs. U+001F separates fields in the database.
"""

import re
from collections.abc import Callable
from html import escape

from quizbank.exchange.texts import block_html, line_html, plain_line
from quizbank.exports.collect import page_address

# A tag, which stays as it is, or a backslash before what would begin a formula.
_FORMULA = re.compile(r"(<[^>]*>)|\\(?=\(|&#91;)")


class Html:
    """The texts of one collection as HTML; links to the notes lead to `site`, and are words alone where that is ''."""

    def __init__(self, site: str) -> None:
        self._address: Callable[[str], str] = page_address(site)

    def line(self, text: str) -> str:
        """Return a text of a bank as HTML, without a paragraph around it where it is no more than a line."""
        return safe(line_html(text, self._page))

    def block(self, text: str) -> str:
        """Return a text of a bank as HTML in paragraphs, lists and tables; '' for ''."""
        return safe(block_html(text, self._page)) if text else ""

    def _page(self, path: str) -> str | None:
        return self._address(path) or None


def safe(html: str) -> str:
    """Return HTML in which no text means something to Anki."""
    return _FORMULA.sub(lambda found: found[1] or "\\<span></span>", html.replace("[", "&#91;").replace("\x1f", " "))


def words(text: str) -> str:
    """Return plain words as HTML, also for an attribute."""
    return escape(text.replace("\x1f", " ")).replace("[", "&#91;")


def plain(text: str) -> str:
    """Return a text of a bank as words in one line, for an attribute or a choice in a list."""
    return words(plain_line(text))
