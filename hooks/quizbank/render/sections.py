"""The sections of a page, by the headings in its HTML."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

_HEADING_HTML = re.compile(r'<h([1-6])\b[^>]*\bid="([^"]+)"')

Section = TypeVar("Section")


def after_sections(html: str, sections: Mapping[str, Section], piece: Callable[[Section], object]) -> str:
    """Return the page with a piece at the end of each section, by the id of its heading.

    A section ends where a heading of its level or higher begins, or where its own first subsection does, so that the piece stands
    below what it is about.
    """
    pieces: list[str] = []
    done, section = 0, ""
    for heading in [*_HEADING_HTML.finditer(html), None]:
        start = heading.start() if heading else len(html)
        pieces += [html[done:start], str(piece(sections[section])) if section in sections else ""]
        done, section = start, heading[2] if heading else ""
    return "".join(pieces)
