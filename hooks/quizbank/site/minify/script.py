"""Shortens scripts."""

from collections.abc import Iterator

from quizbank.site.minify.names import with_short_names
from quizbank.site.minify.tokens import ENDS_VALUES, Token, tokens_of

# Neither ends a statement before it nor could begin one, so a line break before it says nothing.
_CONTINUES = frozenset([")", "]", "}", ",", ";", ":", ".", "?.", "?", "=", "=>", "&", "|", "%", "^"])


def minified_script(text: str) -> str:
    """Return a script that does the same. Raises `ValueError`, with the line, where it cannot be read for certain."""
    return _written(list(tokens_of(text)))


def minified_closed_script(text: str) -> str:
    """Return a script, all of which is one function, with short names for what it declares: no other script can know of these."""
    return _written(with_short_names(list(tokens_of(text))))


def _written(tokens: list[Token]) -> str:
    pieces: list[str] = []
    before = Token("sign", ";", line=False, space=False)
    for token in _without_last_semicolons(tokens):
        pieces += [_between(before, token) if pieces else "", token.text]
        before = token
    return "".join(pieces)


def _without_last_semicolons(tokens: list[Token]) -> Iterator[Token]:
    """Leave out each semicolon before a closing brace, unless it is itself the body of a loop or a condition."""
    for index, token in enumerate(tokens):
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if not (token.text == ";" and after == "}" and index and not tokens[index - 1].empties):
            yield token


def _between(before: Token, token: Token) -> str:
    """Return what has to stand between two tokens: a line break that may end a statement, a space, or nothing."""
    if token.line and (before.kind != "sign" or before.text in ENDS_VALUES) and token.text not in _CONTINUES:
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
