"""An author's plain text in places that read more than words in it: Markdown pages that the engine makes, and the navigation.

Every page that is made from what somebody typed takes it through here.
"""

import json
import re

from markupsafe import Markup, escape

# All signs of ASCII: with one of the many extensions of Markdown each of them may mean something.
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


def as_markdown(text: str) -> str:
    """Return the text, in one line, as Markdown that shows it as it was typed: in a heading, a link's words, a table's cell."""
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", one_line(text))


def as_title(text: str) -> Markup:
    """Return the text, in one line, as HTML for the navigation and the title bar. As Markup, so that nobody escapes it again."""
    return escape(one_line(text))


def front_matter(title: str, *more: str, attributes: str = "") -> str:
    """Return the beginning of a page in Markdown: its settings and its heading, with attributes. `more` are lines of YAML."""
    # Without this setting the title bar would read '&lt;' in the title as '<'.
    settings = "".join(f"{line}\n" for line in (f"title: {json.dumps(str(as_title(title)), ensure_ascii=False)}", *more))
    return f"---\n{settings}---\n# {as_markdown(title)}{attributes}\n"


def one_line(text: str) -> str:
    """Return the text with single spaces for all that separates words."""
    return " ".join(text.split())
