"""Multiple choice: two to eight options, one or more of them right.

Partial marks, with R right and W wrong options: each right choice earns 1/R of the marks; each wrong choice costs the larger of
1/R and 1/W; the total is never below zero. So a wrong choice cancels at least one right one, and ticking every option earns
nothing: W wrong choices cost at least W/W. `frontend/marking/marking.js` does the arithmetic.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, field_validator

from quizbank.kinds.choices import RIGHT_OPTION, WithOptions
from quizbank.model.part import Option
from quizbank.model.repeats import repeats, texts_at
from quizbank.problems.wording import Fault, refuse
from quizbank.strings.said import said

_SOME_RIGHT_SOME_WRONG: dict[str, Any] = {
    "allOf": [{"contains": RIGHT_OPTION, "minContains": 1}, {"contains": {"not": RIGHT_OPTION}}]
}

# What a stem in English says of the number of answers: a number, or that there may be any.
_NUMBER = re.compile(r"\b(?:which|what|choose|select|tick|mark|pick|name|find|the) (two|three|four)\b", re.IGNORECASE)
_ANY = re.compile(r"\b(?:choose|select|tick|mark|pick) (?:all|any|every)\b|\bone or more\b", re.IGNORECASE)
_HOW_MANY = {"two": (2, "paper.choose_two"), "three": (3, "paper.choose_three"), "four": (4, "paper.choose_four")}


class Model(WithOptions):
    """A stem and options, one or more with `correct: yes`, and at least one without."""

    called: ClassVar[str] = said("type.multiple_choice")
    partial_marks: ClassVar[bool] = True
    marking: ClassVar[str] = said("marking.shares")

    kind: Literal["multiple-choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8, json_schema_extra=_SOME_RIGHT_SOME_WRONG)]

    @field_validator("options")
    @classmethod
    def _some_right_some_wrong(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        refuse(_faults(options))
        return options

    @property
    def shares(self) -> int:
        """Each right option earns its share."""
        return sum(option.correct for option in self.options)

    @property
    def how_many(self) -> str:
        """What a paper says behind the stem, as a key of the catalogue: a number if the stem asks for one, '' if it says it."""
        if _ANY.search(self.stem):
            return ""
        number, key = _HOW_MANY[asked[1].lower()] if (asked := _NUMBER.search(self.stem)) else (0, "")
        return key if number == self.shares else "paper.choose_all"


def _faults(options: Sequence[Option]) -> Iterator[Fault]:
    yield from repeats(texts_at(options, "text"), "options")
    right = sum(option.correct for option in options)
    if not right:
        yield Fault((), "expected one or more right options ('correct: yes'), got none")
    if right == len(options):
        yield Fault((), "expected at least one wrong option, got none")
