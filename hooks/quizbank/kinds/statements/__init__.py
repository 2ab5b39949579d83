"""Statements to be judged together, answered by a code, as NET and CUET papers ask.

Two statements are I and II with the four standard codes. Three to five are A, B, C … and the author lists the codes ("A, C and D
only"). The right code and the reason for each wrong one follow from the truth of the statements.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from quizbank.kinds.choices import Choice, refuse_repeats
from quizbank.model import Part, Question, Text

_ROMAN = ("I", "II")
_LETTERS = ("A", "B", "C", "D", "E")


class Statement(Part):
    """One statement, whether it is true, and why."""

    text: Text
    correct: bool
    why: Text


class Model(Question):
    """A stem, two to five statements and, for three or more, the codes to choose from."""

    kind: Literal["statements"]
    stem: Text = "Which of the statements are correct?"
    statements: Annotated[tuple[Statement, ...], Field(min_length=2, max_length=5)]
    codes: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _codes_fit(self) -> Self:
        refuse_repeats([statement.text for statement in self.statements], "statements")
        if len(self.statements) == 2:
            if self.codes:
                raise ValueError("expected no codes for two statements (the four standard ones are used), got some")
            return self
        if not 3 <= len(self.codes) <= 5:
            raise ValueError(f"expected 3 to 5 codes such as 'A, C', got {len(self.codes) or 'none'}")
        sets = [self._letters_of(code) for code in self.codes]
        if len(set(sets)) < len(sets):
            raise ValueError("expected codes that differ, got the same letters twice")
        if self._true_letters not in sets:
            right = ", ".join(sorted(self._true_letters)) or "none"
            raise ValueError(f"expected a code with exactly the true statements ({right}), got none")
        return self

    def _letters_of(self, code: str) -> frozenset[str]:
        letters = frozenset(part.strip() for part in code.split(","))
        unknown = sorted(letters - set(self.labels))
        if unknown:
            raise ValueError(f"expected letters from {', '.join(self.labels)}, got '{unknown[0]}' in the code '{code}'")
        return letters

    @property
    def labels(self) -> tuple[str, ...]:
        """What the statements are called: I and II, or A, B, C and so on."""
        names = _ROMAN if len(self.statements) == 2 else _LETTERS
        return names[: len(self.statements)]

    @property
    def _true_letters(self) -> frozenset[str]:
        pairs = zip(self.labels, self.statements, strict=True)
        return frozenset(label for label, statement in pairs if statement.correct)

    @property
    def choices(self) -> list[Choice]:
        """The codes, in the author's order or the standard one."""
        if len(self.statements) == 2:
            named = [
                ("Both I and II are true.", frozenset(_ROMAN)),
                ("Both I and II are false.", frozenset[str]()),
                ("I is true, but II is false.", frozenset({"I"})),
                ("I is false, but II is true.", frozenset({"II"})),
            ]
        else:
            named = [(_only(sorted(self._letters_of(code))), self._letters_of(code)) for code in self.codes]
        return [
            Choice("-".join(sorted(letters)) or "none", words, self._why(letters), letters == self._true_letters)
            for words, letters in named
        ]

    def _why(self, letters: frozenset[str]) -> str:
        """Say which statements a code judges wrongly, or for the right code, why each statement is true or false."""
        judged = list(zip(self.labels, self.statements, strict=True))
        wrong = [(label, one) for label, one in judged if (label in letters) != one.correct]
        return " ".join(f"{label} is {'true' if one.correct else 'false'}: {one.why}" for label, one in wrong or judged)


def _only(letters: list[str]) -> str:
    return f"{letters[0]} only" if len(letters) == 1 else f"{', '.join(letters[:-1])} and {letters[-1]} only"
