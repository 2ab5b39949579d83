"""What a class was asked: the sets of a printed paper, a mock test of the site, or the questions of the chapters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.model.question import Question
from quizbank.papers.blueprint import Blueprint, Section
from quizbank.papers.fingerprint import bare
from quizbank.papers.sets import PaperSet, mock_set, paper_set, parts_of
from quizbank.results.scoring import Rules


@dataclass(frozen=True)
class Asked:
    """One question as a form asks it: for which marks, in which section, and by which names its parts can be found."""

    section: int
    rules: Rules
    question: Question
    names: tuple[str, ...] = ()

    @property
    def named(self) -> Iterator[tuple[str, Question]]:
        """Each part with its number on the paper ('7', '7 (b)'), '' where there is none."""
        return zip(self.names or ("",) * len(self.question.parts), self.question.parts, strict=True)


@dataclass(frozen=True)
class Form:
    """The questions of one set, or of the chapters: then without letter and fingerprint."""

    asked: tuple[Asked, ...]
    letter: str = ""
    fingerprint: str = ""

    def is_called(self, name: str) -> bool:
        """Say whether a set is meant by its letter or its fingerprint."""
        return name.strip().upper() == self.letter or (len(bare(name)) > 1 and bare(name) == bare(self.fingerprint))

    @cached_property
    def parts(self) -> Mapping[str, Question]:
        """The parts by their ids, and by their numbers without gaps and brackets: '7b'."""
        named = [pair for asked in self.asked for pair in asked.named]
        by_number = {_bare_number(name): part for name, part in named if name}
        return {**{part.id: part for _, part in named}, **by_number}

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The numbers of the parts by their ids."""
        return {part.id: name for asked in self.asked for name, part in asked.named if name}


@dataclass(frozen=True)
class Test:
    """What the class took. `paper` is None for work on the quizzes of chapters; `code` is that of a mock test, else ''."""

    title: str
    forms: tuple[Form, ...]
    paper: Blueprint | None = None
    code: str = ""


def printed_test(library: Library, paper: Blueprint, seed: str, letters: Iterable[str]) -> Test:
    """Return the sets of a printed paper."""
    sets = [paper_set(paper, library.all_banks.values(), seed, letter) for letter in letters]
    return Test(paper.title, tuple(map(_form_of, sets)), paper)


def mock_test(library: Library, paper: Blueprint, code: str) -> Test:
    """Return a mock test of the site, as its code draws it now."""
    return Test(paper.title, (_form_of(mock_set(paper, library.banks.values(), code)),), paper, code)


def chapter_test(title: str, banks: Iterable[Bank]) -> Test:
    """Return the questions of some chapters, in their order."""
    in_order = sorted(banks, key=lambda bank: bank.number)
    return Test(title, (Form(tuple(Asked(0, Rules(), question) for bank in in_order for question in bank.questions)),))


def _form_of(one: PaperSet) -> Form:
    asked = tuple(
        Asked(index, rules_of(section, named.question), named.question, tuple(name for name, _ in parts_of(named)))
        for index, (section, questions) in enumerate(one.numbered)
        for named in questions
    )
    return Form(asked, one.letter, one.fingerprint)


def rules_of(section: Section, question: Question) -> Rules:
    """Return what a section says of a question's answers. Where marks belong to points or to parts, none are taken."""
    answer = section.answer if section.to_answer < section.number else None
    return Rules(answer, Fraction(0) if question.fixed_marks else Fraction(section.negative))


def sat_question(paper: Blueprint, section: int, question: Question) -> Asked:
    """Return a question as a mock test asks it in one of its sections, by the section's place."""
    rules = paper.sections[section]
    paid = question if question.fixed_marks else question.for_marks(rules.marks, rules.reason_marks)
    return Asked(section, rules_of(rules, question), paid)


def _bare_number(name: str) -> str:
    return "".join(sign for sign in name if sign.isalnum())
