"""The words of the notes' Markdown without its marks, for where only text can stand: cards, tooltips, the titles of links.

A light reading by patterns. Texts of banks, in which HTML is text, come from `Renderer.plain` instead.
"""

import re
from html import unescape

from quizbank.texts.inline import shifted

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(?<!\\)(`+)(?!`)(.{1,300}?)(?<!`)\1(?!`)", re.DOTALL)
_FOOTNOTE = re.compile(r"(?<!\\)\[\^[^\]\s]+\]")
_LINK = re.compile(r"(?<!\\)!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
# After an element, or at the end of a line: elsewhere braces are words.
_ATTRIBUTES = re.compile(
    r"(?:(?<=[)\]*_\ue001])|(?<![ \t])[ \t]*(?=\{[^{}\n]*\}[ \t]*$))\{:?[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}\n]*\}", re.MULTILINE
)
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Emphasis begins and ends at the edge of a word: 3*4*5 and snake_case are words. Bounded, so that no text makes it slow.
_EMPHASIS = re.compile(r"(?<![\w\\*_])(\*{1,3}(?!\*)|_{1,3}(?!_))(?=\S)(.{1,300}?)(?<=[^\s\\])\1(?![\w*_])", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!|~-])")
_SHIFTED = re.compile(r"(?<![~^\\])([~^])([^\s~^]{1,50})\1(?![~^])")
_HIDDEN = re.compile("\ue000(\\d+)\ue001")  # where a code span stands, while the rest is read
_PRIVATE = re.compile("[\ue000\ue001]")


def plain_text(markdown: str) -> str:
    """Return the words of inline Markdown. Line breaks stay; the marks of lists and headings are not looked at.

    Footnote marks, attributes, comments and tags go; a link leaves its words, an image the words that stand for it, a code
    span what is in it as it is.
    """
    codes: list[str] = []

    def hidden(code: re.Match[str]) -> str:
        codes.append(code[2].strip())
        return f"\ue000{len(codes) - 1}\ue001"

    text = _CODE.sub(hidden, _COMMENT.sub("", _PRIVATE.sub("\ufffd", markdown)))
    for pattern, rest in ((_FOOTNOTE, ""), (_ATTRIBUTES, ""), (_LINK, r"\1"), (_ADDRESS, r"\1"), (_TAG, "")):
        text = pattern.sub(rest, text)
    text = _SHIFTED.sub(lambda part: shifted(part[2], part[1] == "^"), text)
    text = unescape(_ESCAPE.sub(r"\1", _without_emphasis(text)))
    return _HIDDEN.sub(lambda place: codes[int(place[1])], text)


def _without_emphasis(text: str) -> str:
    """Return the text with emphasis taken off, that within emphasis too."""
    while (bare := _EMPHASIS.sub(r"\2", text)) != text:
        text = bare
    return text
