"""A style sheet as a list of rules, and back. Only what trimming needs is understood: blocks, texts and comments."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Data in a `url()` may hold semicolons and braces, as may texts. What means nothing comes in runs, brackets and commas singly.
_PIECE = re.compile(
    r"""(?P<comment>/\*.*?\*/)
    |(?P<opaque>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\((?:[^"')\\]|\\.)*\))
    |(?P<sign>[{};])|(?:[^{};"'/()\[\],u]|u(?!rl\())++|.""",
    re.DOTALL | re.VERBOSE,
)
# Blocks that hold rules, where all others hold declarations.
_GROUPS = ("@media", "@supports", "@layer", "@container")


class Unreadable(ValueError):
    """A style sheet whose blocks do not close."""


class Rule(NamedTuple):
    """What stands before a block, and the block: declarations as text, or rules. A statement such as `@charset` has neither."""

    prelude: str
    declarations: str = ""
    rules: tuple["Rule", ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether the block holds rules."""
        return self.prelude.startswith(_GROUPS)

    @property
    def is_statement(self) -> bool:
        """Whether there is no block."""
        return self.prelude.startswith(("@charset", "@import"))


def parsed(text: str) -> tuple[Rule, ...]:
    """Return the rules of a style sheet in their order, without its comments. Raises Unreadable where a block does not close."""
    pieces = ((found.lastgroup or "", found[0]) for found in _PIECE.finditer(text) if not found["comment"])
    return tuple(_rules(pieces, top=True))


def _rules(pieces: Iterator[tuple[str, str]], *, top: bool) -> Iterator[Rule]:
    prelude = ""
    for kind, piece in pieces:
        if kind != "sign":
            prelude += piece
        elif piece == "}":
            if top:
                raise Unreadable(f"expected a rule, got a brace that closes none after {prelude[-40:]!r}")
            return
        else:
            yield _rule(prelude.strip(), piece, pieces)
            prelude = ""
    if prelude.strip() or not top:
        raise Unreadable(f"expected a closing brace, got the end after {prelude[-40:]!r}")


def _rule(prelude: str, sign: str, pieces: Iterator[tuple[str, str]]) -> Rule:
    if sign == ";":
        return Rule(prelude)
    if prelude.startswith(_GROUPS):
        return Rule(prelude, rules=tuple(_rules(pieces, top=False)))
    return Rule(prelude, _block(pieces))


def _block(pieces: Iterator[tuple[str, str]]) -> str:
    """Return the text of a block up to its closing brace. Keyframes have blocks within."""
    depth, text = 1, ""
    for kind, piece in pieces:
        depth += {"{": 1, "}": -1}.get(piece, 0) if kind == "sign" else 0
        if not depth:
            return text
        text += piece
    raise Unreadable(f"expected a closing brace, got the end after {text[-40:]!r}")


def written(rules: tuple[Rule, ...]) -> str:
    """Return the style sheet that holds the rules."""
    return "".join(map(_written, rules))


def _written(rule: Rule) -> str:
    if rule.is_statement:
        return f"{rule.prelude};"
    return f"{rule.prelude}{{{written(rule.rules) if rule.is_group else rule.declarations}}}"


def declarations_of(block: str) -> Iterator[str]:
    """Yield the declarations of a block."""
    text = ""
    for found in _PIECE.finditer(block):
        if found[0] == ";":
            yield text
        text = "" if found[0] == ";" else text + found[0]
    if text.strip():
        yield text


def split_selectors(prelude: str) -> list[str]:
    """Return the selectors of a list. A comma in brackets or in a text separates nothing."""
    parts, depth = [""], 0
    for found in _PIECE.finditer(prelude):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(found[0], 0)
        if found[0] == "," and not depth:
            parts.append("")
        else:
            parts[-1] += found[0]
    return [part.strip() for part in parts]
