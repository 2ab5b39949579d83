"""Words in a style sheet: what stands in the margins of pages and behind links, with the numbers that only the printer knows."""

import re

from markupsafe import Markup

# Stand in a text for the counters of a style sheet, in order. Signs for private use: no author types them.
_FIRST_COUNTER = 0xE000
_COUNTER = re.compile("([\ue000-\ue0ff])")


def css_content(text: str, *counters: str) -> Markup:
    """Return the text as the value of `content`; U+E000 in it stands for the first of the `counters`, U+E001 for the second.

    The text holds no '<', which could end the style element.
    """
    pieces = _COUNTER.split(text)
    values = (counters[ord(piece) - _FIRST_COUNTER] if index % 2 else _string(piece) for index, piece in enumerate(pieces))
    return Markup(" ".join(value for value in values if value != '""'))  # noqa: S704 - see above


def _string(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
