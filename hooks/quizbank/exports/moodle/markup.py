"""XML, written by hand: the standard library has no CDATA, and Moodle's files are read by people as well.

Characters that XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets), such as most control characters, are left out: one of them
would make the whole file unreadable.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CDATA_END = "]]>"


def element(tag: str, content: str = "", /, **attributes: str) -> str:
    """Return an element around content that is XML already."""
    said = "".join(f" {key}={quoteattr(allowed(value))}" for key, value in attributes.items())
    return f"<{tag}{said}>{content}</{tag}>"


def group(name: str, children: Iterable[str], **attributes: str) -> str:
    """Return an element around other elements, each on a line of its own."""
    return element(name, "".join(f"\n{child}" for child in children) + "\n", **attributes)


def value(name: str, words: object) -> str:
    """Return an element that holds a word or a number."""
    return element(name, escape(allowed(str(words))))


def line(words: str) -> str:
    """Return Moodle's element for text that is not HTML."""
    return value("text", words)


def html(content: str) -> str:
    """Return Moodle's element for text as HTML, in CDATA. What would end the CDATA is divided between two of them."""
    return element("text", f"<![CDATA[{allowed(content).replace(_CDATA_END, ']]]]><![CDATA[>')}]]>" if content else "")


def rich(name: str, content: str, *more: str, **attributes: str) -> str:
    """Return an element of Moodle that holds HTML, and `more` elements behind it."""
    return group(name, (html(content), *more), **attributes, format="html")


def file(name: str, data: bytes) -> str:
    """Return Moodle's element for a file that HTML beside it shows as `@@PLUGINFILE@@/name`."""
    return element("file", b64encode(data).decode(), name=name, path="/", encoding="base64")


def allowed(text: str) -> str:
    """Return a text without what XML forbids."""
    return _FORBIDDEN.sub("", text)
