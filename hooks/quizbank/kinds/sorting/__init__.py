"""Sort items into groups, such as BPO, KPO and keep in-house. Partial marks: each item in its right group earns its share."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, field_validator, model_validator

from quizbank.kinds.choices import refuse_repeats
from quizbank.model import Part, Question, Text, stable_value
from quizbank.problems import did_you_mean
from quizbank.shuffle import shuffled


class Item(Part):
    """One thing to sort, its group, and why it belongs there."""

    text: Text
    group: Text
    why: Text

    @property
    def value(self) -> str:
        """The item's name in a stored answer."""
        return stable_value(self.text)


class Model(Question):
    """A stem, two to four groups, and four to twelve items."""

    marking: ClassVar[str] = "each item in its right group earns its share."

    kind: Literal["sorting"]
    stem: Text
    groups: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    items: Annotated[tuple[Item, ...], Field(min_length=4, max_length=12)]
    keep_order: bool = False

    @field_validator("groups")
    @classmethod
    def _groups_differ(cls, groups: tuple[str, ...]) -> tuple[str, ...]:
        refuse_repeats(groups, "groups")
        return groups

    @model_validator(mode="after")
    def _every_item_and_group_is_used(self) -> Self:
        refuse_repeats([item.text for item in self.items], "items")
        for item in self.items:
            if item.group not in self.groups:
                hint = did_you_mean(item.group, self.groups)
                raise ValueError(
                    f"expected one of the groups {', '.join(self.groups)} for '{item.text}', got '{item.group}'{hint}"
                )
        empty = next((group for group in self.groups if all(item.group != group for item in self.items)), None)
        if empty is not None:
            raise ValueError(f"expected at least one item in each group, got none in '{empty}'")
        return self

    @property
    def shown(self) -> list[Item]:
        """The items in the order of the page."""
        return list(self.items) if self.keep_order else shuffled(self.items, self.order)

    @staticmethod
    def value(item: Item, group: str) -> str:
        """Return the name in a stored answer of putting the item into a group."""
        return f"{item.value}:{stable_value(group)}"
