"""Takes comments and needless spaces out of scripts and style sheets: they are for readers of the source, not for phones.

Works on tokens, so nothing inside a string, a template or a regular expression is touched. Names stay, and so does every line
break that may end a statement. What cannot be read for certain is refused, never guessed.
"""

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
# Neither ends a statement before it nor could begin one, so a line break before it says nothing.
_CONTINUES = frozenset([")", "]", "}", ",", ";", ":", ".", "?.", "?", "=", "=>", "&", "|", "%", "^"])
_ENDS_VALUES = frozenset([")", "]", "}", "++", "--"])


class _Token(NamedTuple):
    """A piece of a script. `line` and `space` say what stood before it, `empties` whether a semicolon may follow as a body."""

    kind: str
    text: str
    line: bool
    space: bool
    empties: bool = False


def minified_script(text: str) -> str:
    """Return a script that does the same. Raises `ValueError`, with the line, where it cannot be read for certain."""
    pieces: list[str] = []
    before = _Token("sign", ";", line=False, space=False)
    for token in _without_last_semicolons(list(_tokens(text))):
        pieces += [_between(before, token) if pieces else "", token.text]
        before = token
    return "".join(pieces)


def _tokens(text: str) -> Iterator[_Token]:
    position, space, line = 0, False, False
    before = _Token("sign", ";", line=False, space=False)
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
        before = _Token(kind, piece, line, space, closes or piece in _BEFORE_BODIES)
        space = line = False
        yield before


def _next(text: str, position: int, before: _Token) -> tuple[str, str]:
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


def _slash(text: str, position: int, before: _Token) -> tuple[str, str]:
    """Return a division, or the regular expression that begins here. After a brace it could be either."""
    if before.text == "}":
        raise _unreadable(text, position)
    if before.kind == "word":
        opens = before.text in _BEFORE_VALUES
    else:
        opens = before.kind == "sign" and (before.text not in _ENDS_VALUES or (before.text == ")" and before.empties))
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
    depth, before = 1, _Token("sign", "{", line=False, space=False)
    while depth and position < len(text):
        kind, piece = _next(text, position, before)
        position += len(piece)
        depth += (piece == "{") - (piece == "}")
        before = before if kind == "gap" else _Token(kind, piece, line=False, space=False)
    return position


def _without_last_semicolons(tokens: list[_Token]) -> Iterator[_Token]:
    """Leave out each semicolon before a closing brace, unless it is itself the body of a loop or a condition."""
    for index, token in enumerate(tokens):
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if not (token.text == ";" and after == "}" and index and not tokens[index - 1].empties):
            yield token


def _between(before: _Token, token: _Token) -> str:
    """Return what has to stand between two tokens: a line break that may end a statement, a space, or nothing."""
    if token.line and (before.kind != "sign" or before.text in _ENDS_VALUES) and token.text not in _CONTINUES:
        return "\n"
    ends, starts = before.text[-1], token.text[0]
    if (_is_of_word(ends) or before.kind == "regex") and _is_of_word(starts):
        return " "
    if not token.space:
        return ""
    joins = ends + starts in ("++", "--", "//", "/*", "<!") or (before.kind == "number" and starts == ".")
    return " " if joins else ""


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$#\\"


def _unreadable(text: str, position: int) -> ValueError:
    line = text.count("\n", 0, position) + 1
    return ValueError(f"line {line}: expected JavaScript that can be read for certain, got {text[position : position + 20]!r}")


_STYLE = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\))
    |(?P<gap>(?:\s|/\*.*?\*/)+)
    |(?P<last>;(?=(?:\s|/\*.*?\*/)*\}))
    |(?P<zero>(?<![\w.#-])(?P<minus>-?)0(?=\.\d))""",
    re.DOTALL | re.VERBOSE,
)


def minified_style(text: str) -> str:
    """Return a style sheet that means the same."""
    return _STYLE.sub(_shortened, text.strip())


def _shortened(found: re.Match[str]) -> str:
    if found["text"]:
        return found[0]
    if found["zero"]:
        return found["minus"]
    if found["last"]:
        return ""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return "" if before in "{};,:>~(" or after in "{};,>~)!" else " "
