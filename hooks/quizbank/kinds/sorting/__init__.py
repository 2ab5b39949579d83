"""Sort items into groups, such as solids, liquids and gases. Partial marks: each item in its right group earns its share."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from quizbank.model.fields import Line, Text, YesOrNo
from quizbank.model.part import AnswerRow, Part, stable_value
from quizbank.model.question import Question
from quizbank.model.repeats import repeats, texts_at
from quizbank.model.shuffle import shuffled
from quizbank.problems.problem import did_you_mean
from quizbank.problems.wording import Fault
from quizbank.strings.said import said


class Item(Part):
    """One thing to sort, its group, and why it belongs there."""

    text: Line
    group: Line
    why: Text

    @property
    def value(self) -> str:
        """The item's name in a stored answer."""
        return stable_value(self.text)


class Model(Question):
    """A stem, two to four groups, and four to twelve items."""

    called: ClassVar[str] = said("type.sorting")
    partial_marks: ClassVar[bool] = True
    situation_fields: ClassVar[tuple[str, ...]] = ("items",)
    script: ClassVar[str] = "rows"
    sheet: ClassVar[str] = "practice"
    marking: ClassVar[str] = said("marking.items")

    kind: Literal["sorting"]
    stem: Text
    groups: Annotated[tuple[Line, ...], Field(min_length=2, max_length=4)]
    items: Annotated[tuple[Item, ...], Field(min_length=4, max_length=12)]
    keep_order: YesOrNo = False

    def faults(self) -> Iterator[Fault]:
        """Yield groups and items that are there twice, items in no group, and groups with no item."""
        yield from repeats(texts_at(self.items, "text", "items"), "items")
        misfits = [*repeats([(("groups", index), group) for index, group in enumerate(self.groups)], "groups"), *self._strays()]
        # A group written wrongly at one of two places has no items: that is one mistake, not two.
        yield from misfits or self._empty_groups()

    def _strays(self) -> Iterator[Fault]:
        for index, item in enumerate(self.items):
            if item.group not in self.groups:
                hint = did_you_mean(item.group, self.groups)
                message = f"expected one of the groups {', '.join(self.groups)}, got '{item.group}'{hint}"
                yield Fault(("items", index, "group"), message)

    def _empty_groups(self) -> Iterator[Fault]:
        used = {item.group for item in self.items}
        for index, group in enumerate(self.groups):
            if group not in used:
                yield Fault(("groups", index), f"expected at least one item in each group, got none in '{group}'")

    @property
    def shares(self) -> int:
        """Each item earns its share."""
        return len(self.items)

    @property
    def shown(self) -> list[Item]:
        """The items in the order of the page."""
        return list(self.items) if self.keep_order else shuffled(self.items, self.order)

    @property
    def rows(self) -> list[AnswerRow]:
        """A row for each item as shown, with a letter for each group, from the left."""
        return [AnswerRow(self.value(item, item.group), self._lettered(item)) for item in self.shown]

    def _lettered(self, item: Item) -> dict[str, str]:
        return {letter: self.value(item, group) for letter, group in zip("abcd", self.groups, strict=False)}

    @staticmethod
    def value(item: Item, group: str) -> str:
        """Return the name in a stored answer of putting the item into a group."""
        return f"{item.value}:{stable_value(group)}"
