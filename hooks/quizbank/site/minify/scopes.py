"""Where in a script names are declared, and how far each declaration reaches, as far as that is certain.

Places are indexes of tokens.
"""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from quizbank.site.minify.tokens import Token

_DECLARES = frozenset(["const", "let", "class", "function"])
# What may stand before parentheses and a body that are no function's.
_STATEMENTS = frozenset(["if", "for", "while", "switch", "with", "await"])
# Words that mean something in some places and are names in others.
SOMETIMES = frozenset("as async await from get let of set static yield".split())
_CLOSES = {"(": ")", "[": "]", "{": "}"}


class Word(NamedTuple):
    """A word of a script, what stands before and after it, and where the block opens that it stands in.

    `block` is -1 where it stands in brackets, which are no block. `is_method` says whether parentheses and a body follow it,
    `is_member` whether a member of a class may begin with it.
    """

    place: int
    text: str
    before: str
    after: str
    block: int
    is_method: bool
    is_member: bool

    @property
    def may_be_property(self) -> bool:
        """Whether it may name what belongs to an object or a class."""
        begins = self.before in ("{", ",") and self.after in (":", "=", ",", "}")
        return self.block >= 0 and (self.is_method or self.is_member or begins)


class Script:
    """The tokens of a script, with where each bracket closes by where it opens."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.ends = self._ends()

    def _ends(self) -> dict[int, int]:
        opened: list[int] = []
        ends = {}
        for place, token in enumerate(self.tokens):
            if token.kind == "sign" and token.text in _CLOSES:
                opened.append(place)
            elif token.kind == "sign" and token.text in _CLOSES.values():
                ends[opened.pop()] = place
        return ends

    def words(self) -> Iterator[Word]:
        """Yield the words that are no properties behind a full stop."""
        opened = [-1]  # the brackets around a word
        for place, token in enumerate(self.tokens):
            if place in self.ends:
                opened.append(place)
            elif place == self.ends.get(opened[-1]):
                opened.pop()
            elif token.kind == "word" and 0 < place < len(self.tokens) - 1:
                yield self._word(place, opened[-1])

    def _word(self, place: int, opening: int) -> Word:
        before, text, after = self.texts[place - 1 : place + 2]
        block = opening if self._text(opening) == "{" else -1
        is_method = before != "function" and after == "(" and self._text(self.ends[place + 1] + 1) == "{"
        begins = self.tokens[place].line or before in ("{", "}", ";", "*") or before in SOMETIMES
        return Word(place, text, before, after, block, is_method, begins and block >= 0 and self._is_class(block))

    def _text(self, place: int) -> str:
        return self.texts[place] if 0 <= place < len(self.texts) else ""

    def _is_class(self, opening: int) -> bool:
        """Whether a class has its body behind a brace: its name stands before it, perhaps with that of another one."""
        before = reversed(self.tokens[:opening])
        head = itertools.takewhile(lambda token: token.kind in ("word", "name") or token.text == ".", before)
        return any(token.kind == "word" and token.text == "class" for token in head)

    def declarations(self) -> Iterator[tuple[str, range]]:
        """Yield names that blocks and functions declare, each with the places where it stands for what is declared."""
        for word in self.words():
            if word.block >= 0 and word.before in _DECLARES:
                yield word.text, range(word.block, self.ends[word.block])
        for opening in self.ends:
            end = self._end_of_function(opening)
            yield from ((name, range(opening, end)) for name in (self._parameters(opening) if end else ()))

    def _end_of_function(self, opening: int) -> int:
        """Return where the function ends whose parameters begin in a place, or 0 where none do."""
        behind = self.ends[opening] + 1
        if self.texts[opening] != "(" or self._text(behind) not in ("=>", "{"):
            return 0
        if self._text(behind) == "{":
            return 0 if self._text(opening - 1) in _STATEMENTS else self.ends[behind]
        return self.ends[behind + 1] if self._text(behind + 1) == "{" else self._end_of_value(behind + 1)

    def _end_of_value(self, place: int) -> int:
        """Return where the value ends that an arrow gives back. A colon ends it unless it belongs to a question in it."""
        questions = 0
        while place < len(self.texts):
            text = self.texts[place]
            questions += (text == "?") - (text == ":")
            if questions < 0 or text in (",", ";", *_CLOSES.values()):
                break
            place = self.ends.get(place, place) + 1
        return place

    def _parameters(self, opening: int) -> Iterator[str]:
        """Yield the names between parentheses, also in lists there, unless a list may be a value by default."""
        has_defaults = "=" in self.texts[opening : self.ends[opening]]
        place = opening + 1
        while place < self.ends[opening]:
            if place in self.ends and (self.texts[place] != "[" or has_defaults):
                place = self.ends[place]
            elif self._is_parameter(place):
                yield self.texts[place]
            place += 1

    def _is_parameter(self, place: int) -> bool:
        before, after = self._text(place - 1), self._text(place + 1)
        return self.tokens[place].kind == "word" and before in ("(", ",", "...", "[") and after in (",", ")", "=", "]")
