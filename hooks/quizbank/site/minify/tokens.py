"""Scripts, cut into tokens."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<gap>(?:\s|//[^\n]*|/\*.*?\*/)+)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<number>\.?\d(?:[eE][+-]|[\w.])*)
    |(?P<word>\#?(?:[\w$]|\\u)+)
    |(?P<sign>=>|\+\+|--|\?\.(?!\d)|\.\.\.|[<>=!+*%&|^~?:;,.(){}[\]@/-])""",
    re.DOTALL | re.VERBOSE,
)
_REGEX = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)
# Words after which a value begins, so that a slash opens a regular expression.
_BEFORE_VALUES = frozenset("return typeof case in of instanceof new delete void throw do else yield await".split())
_BEFORE_CONDITIONS = frozenset(["if", "while", "for", "with"])
# A semicolon right behind one of these, or behind a condition, is a body of its own.
_BEFORE_BODIES = frozenset(["else", "do", ":", ";", "{"])
ENDS_VALUES = frozenset([")", "]", "}", "++", "--"])


class Token(NamedTuple):
    """A piece of a script. `line` and `space` say what stood before it, `empties` whether a semicolon may follow as a body."""

    kind: str
    text: str
    line: bool
    space: bool
    empties: bool = False


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a script. Raises `ValueError`, with the line, where it cannot be read for certain."""
    position, space, line = 0, False, False
    before = Token("sign", ";", line=False, space=False)
    conditions: list[bool] = []  # for each open parenthesis: whether it holds the condition of a statement
    while position < len(text):
        kind, piece = _next(text, position, before)
        position += len(piece)
        if kind == "gap":
            space, line = True, line or "\n" in piece
            continue
        if piece == "(":
            conditions.append(before.text in _BEFORE_CONDITIONS)
        closes = piece == ")" and bool(conditions) and conditions.pop()
        before = Token(kind, piece, line, space, closes or piece in _BEFORE_BODIES)
        space = line = False
        yield before


def _next(text: str, position: int, before: Token) -> tuple[str, str]:
    """Return the kind and the text of what stands at a position."""
    if text[position] == "`":
        return "string", text[position : _end_of_template(text, position + 1)]
    found = _TOKEN.match(text, position)
    if found and found[0] == "/":
        return _slash(text, position, before)
    if found is None or found.lastgroup is None:
        raise _unreadable(text, position)
    # What stands behind a full stop is a name, whatever the word means elsewhere.
    is_name = found.lastgroup == "word" and before.text in (".", "?.")
    return "name" if is_name else found.lastgroup, found[0]


def _slash(text: str, position: int, before: Token) -> tuple[str, str]:
    """Return a division, or the regular expression that begins here. After a brace it could be either."""
    if before.text == "}":
        raise _unreadable(text, position)
    if before.kind == "word":
        opens = before.text in _BEFORE_VALUES
    else:
        opens = before.kind == "sign" and (before.text not in ENDS_VALUES or (before.text == ")" and before.empties))
    found = _REGEX.match(text, position) if opens else None
    if opens and found is None:
        raise _unreadable(text, position)
    return ("regex", found[0]) if found else ("sign", "/")


def _end_of_template(text: str, position: int) -> int:
    """Return where a template ends that began just before a position. It may hold values, and those templates of their own."""
    while True:
        found = _TEMPLATE.match(text, position)
        position = found.end() if found else position
        if text[position : position + 1] == "`":
            return position + 1
        if text[position : position + 2] != "${":
            raise _unreadable(text, position)
        position = _end_of_value(text, position + 2)


def _end_of_value(text: str, position: int) -> int:
    """Return the place behind the brace that closes a value in a template."""
    depth, before = 1, Token("sign", "{", line=False, space=False)
    while depth and position < len(text):
        kind, piece = _next(text, position, before)
        position += len(piece)
        depth += (piece == "{") - (piece == "}")
        before = before if kind == "gap" else Token(kind, piece, line=False, space=False)
    return position


def _unreadable(text: str, position: int) -> ValueError:
    line = text.count("\n", 0, position) + 1
    return ValueError(f"line {line}: expected JavaScript that can be read for certain, got {text[position : position + 20]!r}")
