r"""The signs of GIFT and their escapes: `\~ \= \# \{ \} \:` and `\n`, as Moodle's own importer reads them."""

import re

from quizbank.exchange.from_html import text_of_html
from quizbank.exchange.from_plain import from_plain, without_unseen

# While the signs are looked for, an escaped one is a sign for private use.
_ESCAPABLE = "~=#{}:\\"
_HIDDEN = {sign: chr(0xF100 + place) for place, sign in enumerate(_ESCAPABLE)}
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}
_ESCAPE = re.compile(rf"\\([{re.escape(_ESCAPABLE)}])|\\n")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|b|i|em|strong|sub|sup|br|ul|ol|li|table|tr|td|th|span|div|img|a|code|pre|u|h\d)\b[^<>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:[a-z]+|#\d+|#x[0-9a-f]+);", re.IGNORECASE)


class GiftFault(Exception):
    """What is wrong in one question."""


def hidden(text: str) -> str:
    """Return a text in which no escaped sign can be taken for one that means something."""
    private = "".join(_SHOWN)
    text = text.translate(dict.fromkeys(map(ord, private)))
    return _ESCAPE.sub(lambda found: _HIDDEN[found[1]] if found[1] else "\n", text)


def shown(text: str) -> str:
    """Return a text with its escaped signs as they are."""
    return "".join(_SHOWN.get(sign, sign) for sign in text)


def split_format(text: str, otherwise: str = "moodle") -> tuple[str, str]:
    """Return the format that a text says of itself, and the text."""
    found = _FORMAT.match(text)
    return (found[1].lower(), text[found.end() :]) if found else (otherwise, text)


def markdown(text: str, form: str) -> str:
    """Return a text of a format as the Markdown of banks. The usual format is plain text, which may hold HTML."""
    words = shown(text).strip()
    if form == "markdown":
        return without_unseen(words)
    if form == "html" or (form == "moodle" and (_TAGS.search(words) or _ENTITY.search(words))):
        lines = words if form == "html" or "<" in words else words.replace("\n", "<br>")
        return text_of_html(lines)
    return from_plain(words)
