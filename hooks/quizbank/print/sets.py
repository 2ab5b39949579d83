"""One set of a question paper: the same questions as every other set of its seed, in an order of its own."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizbank.blueprint import Blueprint, Section
from quizbank.draw import draw, items_of
from quizbank.kinds.choices import Choice
from quizbank.model import Bank, Question
from quizbank.shuffle import shuffled

# The set that prints the paper as drawn, with the options as they stand on the site.
FIRST = "A"


class Numbered(NamedTuple):
    """A question, and what it is called on the paper: '7', or '7 (b)' inside a case."""

    name: str
    question: Question


class PaperSet(NamedTuple):
    """The questions of one set by section, each with the marks that its section gives."""

    paper: Blueprint
    seed: str
    letter: str
    sections: tuple[tuple[Question, ...], ...]

    @property
    def label(self) -> str:
        """What stands on every page."""
        return f"Set {self.letter}, seed {self.seed}"

    @property
    def numbered(self) -> list[tuple[Section, list[Numbered]]]:
        """The sections with their questions, numbered through the whole paper."""
        numbers = iter(range(1, 1 + sum(map(len, self.sections))))
        return [
            (section, [Numbered(str(next(numbers)), question) for question in questions])
            for section, questions in zip(self.paper.sections, self.sections, strict=True)
        ]


class Row(NamedTuple):
    """A line of the answer sheet: the question's name, the letters to choose from, and those that are right."""

    name: str
    letters: tuple[str, ...]
    right: tuple[str, ...]


def paper_set(paper: Blueprint, banks: Iterable[Bank], seed: str, letter: str = FIRST) -> PaperSet:
    """Return one set. Questions change places within their section, and options within their question."""
    banks = list(banks)
    by_id = {question.id: question for bank in banks for question in bank.questions}
    drawn = draw(paper, items_of(banks), seed)
    sections = [
        _in_order_of_set([_with_marks(by_id[name], section) for name in names], seed, letter, section.id)
        for section, names in zip(paper.sections, drawn, strict=True)
    ]
    return PaperSet(paper, seed, letter, tuple(sections))


def _with_marks(question: Question, section: Section) -> Question:
    return question if question.fixed_marks else question.model_copy(update={"marks": section.marks})


def _in_order_of_set(questions: list[Question], seed: str, letter: str, section: str) -> tuple[Question, ...]:
    if letter == FIRST:
        return tuple(questions)
    return tuple(question.reordered(f"{seed}:{letter}") for question in shuffled(questions, f"{seed}:{letter}:{section}"))


def answer_rows(one: PaperSet) -> Iterator[Row]:
    """Yield the lines of the answer sheet: every question of the set that is answered by a letter, those of cases among them."""
    for _, questions in one.numbered:
        for numbered in questions:
            for name, part in parts_of(numbered):
                choices: list[Choice] = getattr(part, "choices", [])
                if choices:
                    pairs = list(zip(part.choice_letters, choices, strict=False))
                    right = tuple(letter for letter, choice in pairs if choice.right)
                    yield Row(name, tuple(letter for letter, _ in pairs), right)


def parts_of(numbered: Numbered) -> Iterator[Numbered]:
    """Yield what is answered by itself: the question, or the questions of a case with letters of their own."""
    name, question = numbered
    if question.parts == (question,):
        yield numbered
        return
    for letter, part in zip("abcdefgh", question.parts, strict=False):
        yield Numbered(f"{name} ({letter})", part)
