"""A sum with a number as its answer. The working is shown; numbers that come from a known mistake have a reason of their own."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, WithJsonSchema, model_validator

from quizbank.model import Part, Question, Text

# Editors are told that '3,60,000' is no number; else they would take it as text.
Number = Annotated[Decimal, WithJsonSchema({"type": "number"})]
NotNegative = Annotated[Decimal, Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]


class Mistake(Part):
    """A wrong number that a known slip leads to, and the slip."""

    value: Number
    why: Text


class Model(Question):
    """A stem, the number, how far off an answer may be (in the same unit), the unit, and the working."""

    marking: ClassVar[str] = "all marks for the right number; where the key tells how far off an answer may be, within that."

    kind: Literal["numeric"]
    stem: Text
    answer: Number
    tolerance: NotNegative = Decimal(0)
    unit: Text | None = None
    working: Text
    mistakes: tuple[Mistake, ...] = ()

    @model_validator(mode="after")
    def _mistakes_are_wrong(self) -> Self:
        for mistake in self.mistakes:
            if abs(mistake.value - self.answer) <= self.tolerance:
                raise ValueError(f"expected mistakes outside the tolerance, got {mistake.value}, which is accepted")
        return self

    @property
    def shown_answer(self) -> str:
        """The number with its unit: 'Rs 3,60,000', '42,667 invoices', '99.2 %'."""
        return with_unit(indian(self.answer), self.unit)

    def shown(self, value: Decimal) -> str:
        """Return another number in the same form."""
        return with_unit(indian(value), self.unit)


def with_unit(number: str, unit: str | None) -> str:
    """Return the number with its unit: 'Rs' stands before it, every other unit behind."""
    if unit is None:
        return number
    return f"{unit} {number}" if unit == "Rs" else f"{number} {unit}"


def indian(value: Decimal) -> str:
    """Return a number with Indian commas: 360000 is 3,60,000 (the last three digits, then pairs)."""
    sign, digits = ("-" if value < 0 else ""), f"{abs(value):f}"
    whole, _, fraction = digits.partition(".")
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return sign + ",".join([*pairs, tail]) + (f".{fraction}" if fraction else "")
