"""Assertion and reason, with the four codes in the order that Indian exam papers print them."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from quizbank.model.fields import Line, Text
from quizbank.model.part import Choice, Part
from quizbank.model.question import Question
from quizbank.strings.said import said

CODES: Mapping[str, str] = {
    "A": said("kind.explains"),
    "B": said("kind.explains_not"),
    "C": said("kind.only_a"),
    "D": said("kind.only_r"),
}


class Whys(Part):
    """The reason for each code."""

    A: Text
    B: Text
    C: Text
    D: Text


class Model(Question):
    """An assertion, a reason, the right code and the reason for every code."""

    called: ClassVar[str] = said("type.assertion_reason")
    marking: ClassVar[str] = said("marking.whole")
    codes: ClassVar[Mapping[str, str]] = CODES
    standard_choices: ClassVar[int] = len(CODES)
    opens_with: ClassVar[tuple[str, ...]] = ("assertion", "reason")
    form_check: ClassVar[str] = "assertion-explained"
    form_in_english: ClassVar[bool] = True

    kind: Literal["assertion-reason"]
    assertion: Line
    reason: Line
    answer: Literal["A", "B", "C", "D"]
    why: Whys

    @property
    def choices(self) -> list[Choice]:
        """The four codes, in their standard order."""
        return [
            Choice(letter, said("kind.lettered", letter=letter, text=text), getattr(self.why, letter), letter == self.answer)
            for letter, text in CODES.items()
        ]

    @property
    def claims(self) -> list[tuple[str, bool]]:
        """The assertion and the reason."""
        return [(self.assertion, self.answer in "ABC"), (self.reason, self.answer in "ABD")]

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the assertion and the reason, as far as they are true."""
        return [text for text, true in self.claims if true]

    def form_faults(self) -> Iterator[str]:
        """[32] The explanation must give the truth of A, the truth of R, and the link between them."""
        for part in ("A", "R"):
            if not re.search(rf"\b{part} is (?:also |too )?(?:true|false)|\b[Bb]oth (?:statements )?are true", self.explanation):
                yield f"expected an explanation that says whether {part} is true or false, got none"
        if not re.search(r"\bexplain|\bbecause of\b|\blink|\bcause|\bwhy\b", self.explanation):
            yield "expected an explanation that says whether R explains A, got none"
