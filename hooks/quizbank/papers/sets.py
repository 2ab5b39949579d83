"""One set of a question paper: the same questions as every other set of its seed, in an order of its own."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.model.shuffle import shuffled
from quizbank.papers.blueprint import Blueprint, Section
from quizbank.papers.draw import Drawn, draw, items_of, secret_below
from quizbank.papers.fingerprint import fingerprint
from quizbank.strings.said import Said, said

# The set that prints the paper as drawn, with the options as they stand on the site.
FIRST = "A"


class Numbered(NamedTuple):
    """A question, and what it is called on the paper: '7', or '7 (b)' inside a case."""

    name: str
    question: Question


class PaperSet(NamedTuple):
    """The questions of one set by section, each with the marks that its section gives.

    `code` is that of the mock exam with the same questions, if the set is one of the site's. The seed of other papers is not
    here, so that none of their sheets can print it.
    """

    paper: Blueprint
    letter: str
    sections: tuple[tuple[Question, ...], ...]
    code: str = ""

    @property
    def fingerprint(self) -> str:
        """What paper, answer sheet and key of this set have in common, and no others have."""
        return fingerprint(self.paper, self.letter, self.sections)

    @property
    def label(self) -> Said:
        """What stands on every page of the paper: 'Set A, paper K7F-Q2M', 'Set A, mock test 1.K7F-Q2M'."""
        return said("paper.mock_set" if self.code else "paper.set", **self._named)

    @property
    def key_label(self) -> Said:
        """What stands at the head of the key."""
        return said("key.mock_set" if self.code else "key.set", **self._named)

    @property
    def _named(self) -> dict[str, str]:
        code = f"{self.code}.{self.fingerprint}" if self.code else self.fingerprint
        return {"letter": self.letter, "code": code}

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the set's questions."""
        return frozenset(question.id for questions in self.sections for question in questions)

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
    """Return one set of a paper that is no mock exam of the site: the same seed draws other questions there.

    Questions change places within their section, and options within their question.
    """
    banks = list(banks)
    sections = _with_questions(paper, banks, draw(paper, items_of(banks), seed, secret_below))
    ordered = [
        _in_order_of_set(questions, seed, letter, section.id) for section, questions in zip(paper.sections, sections, strict=True)
    ]
    return PaperSet(paper, letter, tuple(ordered))


def mock_set(paper: Blueprint, banks: Iterable[Bank], code: str) -> PaperSet:
    """Return set A of the questions that the site's mock exam with this code asks."""
    banks = list(banks)
    sections = _with_questions(paper, banks, draw(paper, items_of(banks), code))
    return PaperSet(paper, FIRST, tuple(map(tuple, sections)), code)


def _with_questions(paper: Blueprint, banks: Iterable[Bank], drawn: Drawn) -> list[list[Question]]:
    by_id = {question.id: question for bank in banks for question in bank.questions}
    return [[_with_marks(by_id[name], section) for name in names] for section, names in zip(paper.sections, drawn, strict=True)]


def _with_marks(question: Question, section: Section) -> Question:
    return question if question.fixed_marks else question.for_marks(section.marks, section.reason_marks)


def _in_order_of_set(questions: list[Question], seed: str, letter: str, section: str) -> tuple[Question, ...]:
    if letter == FIRST:
        return tuple(questions)
    ordered = shuffled(questions, f"{seed}:{letter}:{section}", never_as_given=True)  # neighbours have sets A and B
    return tuple(question.reordered(f"{seed}:{letter}") for question in ordered)


def answer_rows(one: PaperSet) -> Iterator[Row]:
    """Yield the lines of the answer sheet: every question of the set that is answered by a letter, those of cases among them."""
    for _, questions in one.numbered:
        for numbered in questions:
            for name, part in parts_of(numbered):
                if part.choices:
                    pairs = list(zip(part.choice_letters, part.choices, strict=False))
                    right = tuple(letter for letter, choice in pairs if choice.right)
                    yield Row(name, tuple(letter for letter, _ in pairs), right)


def parts_of(numbered: Numbered) -> Iterator[Numbered]:
    """Yield what is answered by itself: the question, or the questions of a case with letters of their own."""
    name, question = numbered
    if not question.is_case:
        yield numbered
    for letter, part in zip("abcdefgh", question.inner, strict=False):
        yield Numbered(f"{name} ({letter})", part)
