"""A sum with a number as its answer. The working is shown; numbers that come from a known mistake have a reason of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints, field_validator

from quizbank.model.fields import Line, NotNegative, Number, Text
from quizbank.model.part import NumberKey, Part
from quizbank.model.question import Question
from quizbank.model.repeats import repeats
from quizbank.problems.wording import Fault
from quizbank.strings.said import said
from quizbank.texts import numbers, typed
from quizbank.texts.inline import plain_words

# Words that multiply the number; `per lakh` is a rate and multiplies nothing. Of the single letters, 'm' and 'L' are units, too.
_WORDS = "|".join(word for word in numbers.SCALES if len(word) > 1)
_SCALES = re.compile(rf"(?<!per )\b(?:(?:{_WORDS})s?|(?-i:k))\b", re.IGNORECASE)
# What its script needs to read what a learner typed.
TABLES = {**typed.TABLES, **numbers.TABLES}


LONGEST_UNIT = 40  # characters


class Mistake(Part):
    """A wrong number that a known slip leads to, and the slip."""

    value: Number
    why: Text


class Model(Question):
    """A stem, the number, how far off an answer may be (in the same unit), the unit, and the working."""

    called: ClassVar[str] = said("type.numeric")
    feedback_fields: ClassVar[tuple[str, ...]] = (*Question.feedback_fields, "working")
    script: ClassVar[str] = "own"
    most_marks: ClassVar[int] = 3  # as CBSE gives for a sum with its working
    marking: ClassVar[str] = said("marking.number")

    kind: Literal["numeric"]
    stem: Text
    answer: Number
    tolerance: NotNegative = Decimal(0)
    unit: Annotated[Line, StringConstraints(max_length=LONGEST_UNIT)] | None = None
    working: Text
    mistakes: tuple[Mistake, ...] = ()

    @field_validator("unit")
    @classmethod
    def _no_scale(cls, unit: str | None) -> str | None:
        currency, rest = numbers.unit_parts(unit)
        match = _SCALES.search(unit or "")
        scale = rest if currency and rest.lower() in numbers.SCALES else match and match[0]
        if scale:
            raise ValueError(f"expected a unit that leaves the number as it is, got '{scale}'; write the number in full")
        return unit

    def faults(self) -> Iterator[Fault]:
        """Yield mistakes that are accepted as answers or there twice, and a unit beside which the number cannot be read."""
        values = [(("mistakes", index, "value"), mistake.value) for index, mistake in enumerate(self.mistakes)]
        for place, value in values:
            if abs(value - self.answer) <= self.tolerance:
                yield Fault(place, f"expected a number outside the tolerance, got {value}, which is accepted")
        yield from repeats([(place, str(value)) for place, value in values], "mistakes", Decimal)
        printed = (self.answer, self.tolerance, *(mistake.value for mistake in self.mistakes))
        unclear = any(numbers.read_number(plain_words(self.shown(value)), self.unit_form) != value for value in printed)
        if unclear or numbers.is_of_a_number(self.unit_form[:1]):
            yield Fault(("unit",), f"expected a unit that begins with a letter or a sign such as %, got '{self.unit}'")

    @property
    def unit_parts(self) -> tuple[str, str]:
        """What of the unit stands before a number, and what behind: a currency stands before it."""
        return numbers.unit_parts(self.unit)

    @property
    def unit_form(self) -> str:
        """What of the unit stands behind a number, as marking looks for it in what a learner typed."""
        return numbers.unit_form(plain_words(self.unit_parts[1]))

    @property
    def number_key(self) -> NumberKey:
        """The number, the tolerance and the unit."""
        return NumberKey(self.answer, self.tolerance, self.unit_form)

    def shown(self, value: Decimal, grouping: numbers.Grouping = "indian") -> str:
        """Return a number as it is printed with the unit: 'Rs 3,60,000', '42,667 invoices', '99.2 %'."""
        before, after = self.unit_parts
        return " ".join(part for part in (before, numbers.grouped(value, grouping), after) if part)
