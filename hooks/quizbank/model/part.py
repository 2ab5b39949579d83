"""What questions are made of: a mapping that an author writes, an option, and a choice as a page shows it."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict

from quizbank.model.fields import Line, Slug, Text, YesOrNo

_WRITTEN: dict[frozenset[str], set[str]] = {}


class Part(BaseModel):
    """Anything that an author writes as a YAML mapping. Closed and frozen: an unknown key is an error, a value never changes."""

    # What checks a model's values is built when it is first asked: no bank has questions of every kind.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    # Fields with words that no learner reads.
    no_text: ClassVar[frozenset[str]] = frozenset()

    def model_post_init(self, context: Any, /) -> None:
        """Share the set of the keys that were written with all parts that have the same.

        Pydantic gives each its own, a third of what a question takes. Nothing is written into it: a copy of a part has its own.
        """
        written = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _WRITTEN.setdefault(frozenset(written), written))


class Option(Part):
    """One choice offered to the learner, with the reason it is right or wrong."""

    no_text: ClassVar[frozenset[str]] = frozenset({"misconception"})

    text: Line
    why: Text
    correct: YesOrNo = False
    misconception: Slug | None = None

    @property
    def value(self) -> str:
        """The option's name in a stored answer. It follows the text, so reordering options moves no answer."""
        return stable_value(self.text)


class Choice(NamedTuple):
    """One choice on a page: its name in a stored answer, what the learner reads, why, and whether it is right."""

    value: str
    text: str
    why: str
    right: bool


class AnswerRow(NamedTuple):
    """One row of an answer: the right choice, and all choices by the sign that stands for each on paper.

    Choices are named as in a stored answer.
    """

    right: str
    choices: Mapping[str, str]


class NumberKey(NamedTuple):
    """The number that is asked for, how far off an answer may be, and the unit as marking looks for it in what was typed."""

    value: Decimal
    tolerance: Decimal
    unit: str


def stable_value(text: str) -> str:
    """Return eight hexadecimal digits that stand for `text` in a page and in a stored answer."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:8]
