"""Invented questions with one right option, the same for every site that is compared."""

import random
from dataclasses import dataclass

WORDS = (
    "client provider customer process payroll claim invoice report analysis contract target quality time cost volume skill "
    "judgement record office team service bank insurer hospital retailer month price error check rule expert decision"
).split()
OPTIONS = 4


@dataclass(frozen=True)
class Option:
    """One option, and why it is right or wrong."""

    text: str
    why: str
    right: bool


@dataclass(frozen=True)
class Question:
    """One question. `number` counts over the whole site, from 0."""

    number: int
    stem: str
    options: tuple[Option, ...]
    explanation: str


@dataclass(frozen=True)
class Chapter:
    """A chapter: its number, from 0, the paragraphs of its text, and its questions."""

    number: int
    text: tuple[str, ...]
    questions: tuple[Question, ...]


def chapters(count: int) -> list[Chapter]:
    """Return chapters that hold so many questions together: 20 in each, or 50 where there are more than 1,000."""
    chance = random.Random(2026)
    each = 50 if count > 1000 else 20
    return [
        _chapter(chance, number, range(start, min(start + each, count))) for number, start in enumerate(range(0, count, each))
    ]


def _chapter(chance: random.Random, number: int, questions: range) -> Chapter:
    text = tuple(" ".join(_sentence(chance, 12) for _ in range(4)) for _ in range(6))
    return Chapter(number, text, tuple(_question(chance, each) for each in questions))


def _question(chance: random.Random, number: int) -> Question:
    right = chance.randrange(OPTIONS)
    options = tuple(
        Option(f"{_sentence(chance, 4)} {number}-{index}", _sentence(chance, 12), index == right) for index in range(OPTIONS)
    )
    return Question(number, _sentence(chance, 18), options, _sentence(chance, 20))


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."
