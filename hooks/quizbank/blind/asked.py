"""What a blind guesser is given: options without the notes, sentences to judge, and codes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizbank.model.bank import Bank
from quizbank.model.question import Question


class Choices(NamedTuple):
    """A question with options in words, of which exactly one is right. `key` is its place among the options as shown."""

    bank: str
    name: str
    stem: str
    options: tuple[str, ...]
    key: int


class Claim(NamedTuple):
    """A sentence that a question gives to be judged."""

    bank: str
    name: str
    text: str
    true: bool


class Codes(NamedTuple):
    """A question with codes of the author's own. Each code is a row of cells, one for each statement or entry."""

    bank: str
    name: str
    rows: tuple[tuple[str, ...], ...]
    key: int


def choices_in(banks: Mapping[str, Bank]) -> list[Choices]:
    """Return the questions in which one of several worded options is to be found, those inside cases among them."""
    return [
        Choices(bank, part.id, part.stem_text, tuple(choice.text for choice in part.choices), key)
        for bank, part in _parts(banks)
        if part.worded_choices and not part.partial_marks and (key := _key(choice.right for choice in part.choices)) is not None
    ]


def claims_in(banks: Mapping[str, Bank]) -> list[Claim]:
    """Return every sentence that is to be judged as true or false."""
    return [Claim(bank, part.id, text, true) for bank, part in _parts(banks) for text, true in part.claims]


def codes_in(banks: Mapping[str, Bank]) -> list[Codes]:
    """Return the questions with codes of the author's own."""
    return [
        Codes(bank, part.id, tuple(rows), key)
        for bank, part in _parts(banks)
        if (rows := part.code_rows) and (key := _key(choice.right for choice in part.choices)) is not None
    ]


def _parts(banks: Mapping[str, Bank]) -> Iterator[tuple[str, Question]]:
    return ((name, part) for name, bank in banks.items() for question in bank.questions for part in question.parts)


def _key(rights: Iterable[bool]) -> int | None:
    places = [place for place, right in enumerate(rights) if right]
    return places[0] if len(places) == 1 else None
