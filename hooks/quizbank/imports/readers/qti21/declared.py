"""What an item of QTI 2.1 declares of a response: how many values it has, which are right, what each earns."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from quizbank.imports.files.xml_text import words


class ItemNotRead(Exception):
    """An item cannot be taken; the message says what was expected and what is there."""


@dataclass(frozen=True)
class Declared:
    """One response: its cardinality, its type of value, the right values in order, and what each value earns."""

    cardinality: str
    base: str
    right: tuple[str, ...]
    earns: dict[str, Decimal]

    def share(self, value: str) -> Decimal:
        """Return what a value earns in percent of the best one; what is declared as right earns all."""
        if value in self.right:
            return Decimal(100)
        most = max(self.earns.values(), default=Decimal(0))
        return self.earns.get(value, Decimal(0)) / most * 100 if most > 0 else Decimal(0)


def declared(item: Any) -> dict[str, Declared]:
    """Return the declarations of an item by the names of the responses."""
    return {each.get("identifier") or "": _one(each) for each in item.iter("responseDeclaration")}


def _one(element: Any) -> Declared:
    right = tuple(words(value).strip() for value in element.iterfind("correctResponse/value"))
    earns = {
        (entry.get("mapKey") or "").strip(): decimal(entry.get("mappedValue") or "") or Decimal(0)
        for entry in element.iter("mapEntry")
    }
    return Declared(element.get("cardinality") or "single", element.get("baseType") or "", right, earns)


def decimal(text: str) -> Decimal | None:
    """Return a number, or None for what is none."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 12 and value.adjusted() > -9 else None
