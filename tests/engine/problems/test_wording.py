"""What pydantic finds, in an author's words: also for fields that nobody has thought of yet."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field, StringConstraints, ValidationError

from quizbank.checks.facts import Inventory
from quizbank.kinds import KINDS
from quizbank.model.bank import BankHead
from quizbank.model.part import Part
from quizbank.papers.blueprint import PaperFile
from quizbank.problems import wording
from quizbank.problems.wording import faults_in

MODELS: list[type[BaseModel]] = [BankHead, PaperFile, Inventory, *(kind.model for kind in KINDS.values())]


class Tag(Part):
    """A field of a kind that there is not."""

    word: Annotated[str, StringConstraints(pattern="^[xyz]+$")]


class Tagged(Part):
    """A mapping with free keys, of parts."""

    tags: dict[str, Tag] = Field(default_factory=dict)


def messages(model: type[BaseModel], data: dict[str, Any]) -> list[str]:
    with pytest.raises(ValidationError) as errors:
        model.model_validate(data)
    return [fault.message for fault in faults_in(errors.value, model)]


def test_a_pattern_without_words_of_its_own_is_told_as_it_is() -> None:
    assert messages(Tag, {"word": "abc"}) == ["expected text that fits the pattern ^[xyz]+$, got 'abc'"]


def test_an_unknown_key_below_a_free_key_is_told_with_the_known_ones() -> None:
    assert messages(Tagged, {"tags": {"first": {"wort": "x"}}}) == [
        "expected one of the keys word, got 'wort'; did you mean 'word'?"
    ]


def patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if schema.get("type") == "str" and "pattern" in schema:
            yield schema["pattern"]
        schema = list(schema.values())
    if isinstance(schema, (list, tuple)):
        for inner in schema:
            yield from patterns(inner)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: f"{model.__module__.rpartition('.')[2]}")
def test_every_pattern_of_our_own_models_has_words_for_authors(model: type[BaseModel]) -> None:
    used = set(patterns(model.__pydantic_core_schema__))
    assert used <= set(wording._SHAPES), json.dumps(sorted(used))
