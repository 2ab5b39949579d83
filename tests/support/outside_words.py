"""Finds words that a reader of a page sees and that stand in a template, script, style sheet or Python, not in the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from quizbank.site.minify.tokens import tokens_of

_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_WHOLE = re.compile(r"<(style|script|code)\b[^>]*>.*?(?:</\1>|\Z)", re.DOTALL)  # or begun in a string that ends before it
_TAG = re.compile(r"<[^>]*>")
_ELEMENT = re.compile(r"</?[a-z][^>]*>")
_PATTERN = re.compile(r"\\\S|\(\?|\[\^|\)\?")
_CUT = re.compile(r"^[^<>]*>|<[^>]*$")  # a tag that goes on behind a value
_PLACE = re.compile(r"\{\w*\}")  # which a program fills
# What a reader sees or hears of an element's attributes.
_SPOKEN = re.compile(r'\s(?:aria-label|aria-description|placeholder|title|alt)="([^"]*)"')
_STRING = re.compile(r'"[^"]*"|\'[^\']*\'')
_LETTER = r"[^\W\d_]"
_LETTERS = re.compile(_LETTER)
# A sentence, or a name with a capital letter, as against a class, a key, a tag or an event.
_WORDS = re.compile(rf"{_LETTER}[,.:;!?…]? {_LETTER}|^[\"'`]\W*[A-Z][a-z]")
_COMPUTED = re.compile(r"\$\{[^{}]*\}")
_SELECTOR = re.compile(r"^.[.#]\w|:is\(|\[[\w-]+[]=]")  # of a style sheet, as scripts use them
_ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')  # which a template puts into a tag of another
_CONTENT = re.compile(r"\bcontent:([^;}]*)")


def outside(path: Path) -> list[str]:
    """Return what stands in a file in words."""
    text = path.read_text(encoding="utf-8")
    find = {".js": _in_script, ".css": _in_style, ".py": _in_python}.get(path.suffix, _in_template)
    return list(find(text))


def _in_script(text: str) -> Iterator[str]:
    """Yield the strings and templates that hold words. What a template computes counts as a word among others."""
    strings = (token.text for token in tokens_of(text) if token.kind == "string")
    return (each for each in strings if _WORDS.search(_COMPUTED.sub("a", each)) and not _SELECTOR.search(each))


def _in_style(text: str) -> Iterator[str]:
    return (
        value.strip() for value in _CONTENT.findall(text) for string in _STRING.findall(value) if _LETTERS.search(string[1:-1])
    )


def _in_template(text: str) -> Iterator[str]:
    """Yield the words between tags, those of attributes that are read out, and the strings that hold words in expressions."""
    text = _COMMENT.sub("", text)
    strings = (string for code in _CODE.findall(text) for string in _STRING.findall(code))
    yield from (string for string in strings if _WORDS.search(_TAG.sub("", string)))
    bare = _CODE.sub("", text)
    yield from _in_style(bare)
    bare = _PLACE.sub("", _WHOLE.sub("", bare))
    pieces = [*_TAG.sub("\n", bare).split("\n"), *_SPOKEN.findall(bare)]
    yield from (piece.strip() for piece in pieces if _LETTERS.search(_ATTRIBUTE.sub("", piece)))


def _in_python(text: str) -> Iterator[str]:
    """Yield the words between the tags of HTML that is written out in Python. What explains the code is none of it."""
    for node in ast.walk(ast.parse(text)):
        literal = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if _ELEMENT.search(literal) and not _explains(literal):
            yield from _in_template(_CUT.sub("", literal))


def _explains(literal: str) -> bool:
    """Say whether a literal is a sentence about the code, such as a docstring, or a message to an author, or a pattern."""
    return literal.rstrip().endswith(".") or literal.startswith("expected ") or bool(_PATTERN.search(literal))
