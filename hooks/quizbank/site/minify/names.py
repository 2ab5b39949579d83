"""Gives the names that a closed script declares short ones.

A name becomes another one everywhere in the script or nowhere, so what stands for what does not change. It keeps its own where
it may also be the name of a property or be read in a template, and where it is used beyond the reach of what declares it: there
it may be the browser's.
"""

import itertools
import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from quizbank.site.minify.scopes import SOMETIMES, Script, Word
from quizbank.site.minify.tokens import Token

_RESERVED = frozenset(["as", "do", "if", "in", "is", "of"])
_WORDS = re.compile(r"[\w$]+")
_SHORT = 2  # letters: what is no longer stays


def with_short_names(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a closed script with other names for what it declares, and `let` for `const`, which does as well."""
    names = _short_names(Script(tokens))
    return [token._replace(text=names.get(token.text, token.text)) if token.kind == "word" else token for token in tokens]


def _short_names(script: Script) -> Mapping[str, str]:
    """Return the words that become others. What stands most often gets the shortest name."""
    words = list(script.words())
    counts = Counter(word.text for word in words)
    templates = {word for text in script.texts if text[0] == "`" for word in _WORDS.findall(text)}
    properties = {word.text for word in words if word.may_be_property}
    changed = sorted(_private(script, words) - properties - templates, key=lambda name: (-counts[name], name))
    short = dict(zip(changed, _fresh(templates | set(counts)), strict=False))
    return short if "const" in properties else {**short, "const": "let"}


def _private(script: Script, words: list[Word]) -> set[str]:
    """Return the long names that stand only where something declares them."""
    reaches = defaultdict[str, list[range]](list)
    for name, reach in script.declarations():
        reaches[name].append(reach)
    strangers = {word.text for word in words if not any(word.place in reach for reach in reaches.get(word.text, ()))}
    return {name for name in reaches if len(name) > _SHORT} - strangers - SOMETIMES


def _fresh(taken: set[str]) -> Iterator[str]:
    """Yield names that are not taken, the shortest first."""
    for length in itertools.count(1):
        names = map("".join, itertools.product(string.ascii_letters, repeat=length))
        yield from (name for name in names if name not in taken | _RESERVED)
