"""Assertion and reason, with the four codes in the order that Indian exam papers print them."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from quizbank.model.fields import Line, Text
from quizbank.model.part import Choice, Part
from quizbank.model.question import Question

CODES = {
    "A": "Both A and R are true, and R is the correct explanation of A.",
    "B": "Both A and R are true, but R is not the correct explanation of A.",
    "C": "A is true, but R is false.",
    "D": "A is false, but R is true.",
}


class Whys(Part):
    """The reason for each code."""

    A: Text
    B: Text
    C: Text
    D: Text


class Model(Question):
    """An assertion, a reason, the right code and the reason for every code."""

    codes: ClassVar[dict[str, str]] = CODES
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
            Choice(letter, f"({letter}) {wording}", getattr(self.why, letter), letter == self.answer)
            for letter, wording in CODES.items()
        ]

    def asserted(self, sought: bool | None) -> list[str]:
        """Return the assertion and the reason, as far as they are true."""
        return [self.assertion] * (self.answer in "ABC") + [self.reason] * (self.answer in "ABD")

    def form_faults(self) -> Iterator[str]:
        """[32] The explanation must give the truth of A, the truth of R, and the link between them."""
        for part in ("A", "R"):
            if not re.search(rf"\b{part} is (?:also |too )?(?:true|false)|\b[Bb]oth (?:statements )?are true", self.explanation):
                yield f"expected an explanation that says whether {part} is true or false, got none"
        if not re.search(r"\bexplain|\bbecause of\b|\blink|\bcause|\bwhy\b", self.explanation):
            yield "expected an explanation that says whether R explains A, got none"
