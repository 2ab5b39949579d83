r"""Texts in GIFT: which signs are escaped, and how a text keeps from being taken for a weight or a format.

`~ = # { } :` and the backslash have a backslash before them, and a line break is `\n`; a line break itself would divide a
question, and an empty line would end it. In HTML, a text that begins like a weight (`%50%`) or a format (`[plain]`) gets its
first sign as a character reference.
"""

import re

_SIGNS = str.maketrans({**{sign: f"\\{sign}" for sign in "\\~=#{}:"}, "\n": "\\n", "\r": ""})
_MISREAD = re.compile(r"^[\[%]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NO_TAG = re.compile(r"[<>`\]]|[\x00-\x1f\x7f]")


def escaped(text: str) -> str:
    """Return a text whose signs mean nothing."""
    return _CONTROL.sub("", text).translate(_SIGNS)


def html(content: str) -> str:
    """Return HTML whose signs mean nothing, wherever in a question it stands."""
    return escaped(_MISREAD.sub(lambda found: f"&#{ord(found[0])};", content))


def typed(text: str) -> str:
    """Return a typed answer, which is no HTML; a name of a format before it keeps Moodle from looking for one inside."""
    return escaped(f"[plain]{text}" if text.startswith("[") else text)


def comment(label: str, text: str) -> str:
    """Return an entry of a comment, from which Moodle takes the id and the tags: `[tag:recall]`."""
    return f"[{label}:{_NO_TAG.sub('', text)}]"


def one_line(text: str) -> str:
    """Return a text in one line, for where GIFT knows no escapes: comments and categories."""
    return " ".join(text.split())
