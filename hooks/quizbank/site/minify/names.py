"""Gives the names that a closed script declares short ones.

A name becomes another one everywhere in the script or nowhere, so what stands for what does not change. It keeps its own where
it may also be the name of a property or be read in a template, and where it is used outside the blocks that declare it: there it
may be the browser's.
"""

import itertools
import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizbank.site.minify.tokens import Token

_DECLARES = frozenset(["const", "let", "class", "function"])
# Words that mean something in some places and are names in others.
_SOMETIMES = frozenset("as async await from get let of set static yield".split())
_RESERVED = frozenset(["as", "do", "if", "in", "is", "of"])
_CLOSES = {"(": ")", "[": "]", "{": "}"}
_WORDS = re.compile(r"[\w$]+")
_SHORT = 2  # letters: what is no longer stays


class _Word(NamedTuple):
    """A word of a script, what stands before and after it, and the blocks around it, by where they open.

    `is_inner` says whether it stands in the last of these and in no bracket. `is_method` says whether parentheses and a body
    follow it, `is_member` whether a member of a class may begin with it.
    """

    text: str
    before: str
    after: str
    blocks: tuple[int, ...]
    is_inner: bool
    is_method: bool
    is_member: bool

    @property
    def declares(self) -> bool:
        return self.is_inner and self.before in _DECLARES and len(self.text) > _SHORT

    @property
    def may_be_property(self) -> bool:
        """Whether it may name what belongs to an object or a class, or may be a label."""
        begins = self.before in ("{", ",") and self.after in (":", "=", ",", "}")
        is_label = self.before in (";", "}", ")") and self.after == ":"
        return self.is_inner and (self.is_method or self.is_member or begins or is_label)


def with_short_names(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a closed script with other names for what it declares, and `let` for `const`, which does as well."""
    names = _short_names(tokens)
    return [token._replace(text=names.get(token.text, token.text)) if token.kind == "word" else token for token in tokens]


def _short_names(tokens: list[Token]) -> Mapping[str, str]:
    """Return the words that become others. What stands most often gets the shortest name."""
    words = list(_words(tokens))
    counts = Counter(word.text for word in words)
    templates = {word for token in tokens if token.text[0] == "`" for word in _WORDS.findall(token.text)}
    properties = {word.text for word in words if word.may_be_property}
    changed = sorted(_private(words) - properties - templates, key=lambda name: (-counts[name], name))
    short = dict(zip(changed, _fresh(templates | set(counts)), strict=False))
    return short if "const" in properties else {**short, "const": "let"}


def _private(words: list[_Word]) -> set[str]:
    """Return the names that are declared, each in a block around every place where it stands."""
    blocks = defaultdict[str, set[int]](set)
    for word in words:
        if word.declares:
            blocks[word.text].add(word.blocks[-1])
    strangers = {word.text for word in words if blocks.get(word.text, set()).isdisjoint(word.blocks)}
    return set(blocks) - strangers - _SOMETIMES


def _fresh(taken: set[str]) -> Iterator[str]:
    """Yield names that are not taken, the shortest first."""
    for length in itertools.count(1):
        names = map("".join, itertools.product(string.ascii_letters, repeat=length))
        yield from (name for name in names if name not in taken | _RESERVED)


def _words(tokens: list[Token]) -> Iterator[_Word]:
    ends = _ends(tokens)
    texts = [token.text for token in tokens]
    opened: list[int] = []  # the brackets around a word
    for index, token in enumerate(tokens):
        if index in ends:
            opened.append(index)
        elif opened and index == ends[opened[-1]]:
            opened.pop()
        elif token.kind == "word" and 0 < index < len(tokens) - 1:
            yield _word(tokens, texts, index, opened, ends)


def _word(tokens: list[Token], texts: list[str], index: int, opened: list[int], ends: Mapping[int, int]) -> _Word:
    before, text, after = texts[index - 1 : index + 2]
    blocks = tuple(place for place in opened if texts[place] == "{")
    is_inner = blocks[-1:] == tuple(opened[-1:]) != ()
    is_method = before != "function" and after == "(" and texts[ends[index + 1] + 1 : ends[index + 1] + 2] == ["{"]
    begins = tokens[index].line or before in ("{", "}", ";", "*") or before in _SOMETIMES
    return _Word(text, before, after, blocks, is_inner, is_method, begins and is_inner and _is_class(tokens, blocks[-1]))


def _ends(tokens: list[Token]) -> dict[int, int]:
    """Return where each bracket closes, by where it opens."""
    opened: list[int] = []
    ends = {}
    for index, token in enumerate(tokens):
        if token.kind == "sign" and token.text in _CLOSES:
            opened.append(index)
        elif token.kind == "sign" and token.text in _CLOSES.values():
            ends[opened.pop()] = index
    return ends


def _is_class(tokens: list[Token], opening: int) -> bool:
    """Whether a class has its body behind a brace: its name stands before it, perhaps with that of another one."""
    head = itertools.takewhile(lambda token: token.kind in ("word", "name") or token.text == ".", reversed(tokens[:opening]))
    return any(token.kind == "word" and token.text == "class" for token in head)
