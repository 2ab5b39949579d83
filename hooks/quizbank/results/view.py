"""What the page shows of a class: rows of its tables, in words and figures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.results.analysis import TINY, Class, Group, Item, Picked, rule_of_thumb
from quizbank.results.figures import NONE, figure_text, line_of, percent_text, stem_of
from quizbank.results.forms import Test
from quizbank.results.scoring import Learner
from quizbank.strings.words import Words

# What a discrimination is called, and what the options of a question make one look for.
_CALLED = {
    "very_good": "results.very_good",
    "good": "results.good",
    "marginal": "results.marginal",
    "poor": "results.poor",
    "negative": "results.negative",
}


@dataclass(frozen=True)
class OptionRow:
    """One option: its letter, its words, whether it is the key, counts, and the keys of what is to be said of it."""

    letter: str
    text: str
    picked: Picked
    notes: tuple[str, ...]


@dataclass(frozen=True)
class QuestionRow:
    """One part of a question: its number, its words, and its figures, as texts."""

    number: str
    id: str
    stem: str
    marks: int
    given: int
    asked: int
    share: Fraction
    discrimination: str
    called: str
    by_hand: bool
    options: tuple[OptionRow, ...]
    typed: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ObjectiveRow:
    """One objective: its text, the chapter and the sections of the notes that teach it, its questions, and its facility."""

    text: str
    chapter: str
    sections: tuple[str, ...]
    numbers: tuple[str, ...]
    share: Fraction


@dataclass(frozen=True)
class View:
    """A class that took a test, in the words of a course."""

    library: Library
    test: Test
    group: Class
    words: Words

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The number of each part: on the paper (of several sets, on the first), and elsewhere its place on this page."""
        own = self.test.forms[0].numbers
        return {item.part.id: own.get(item.part.id, str(place)) for place, item in enumerate(self.items, 1)}

    @cached_property
    def items(self) -> list[Item]:
        """The parts in the order of the first set and with its letters; behind them what only an earlier draw asked."""
        first = {part.id: part for asked in self.test.forms[0].asked for part in asked.question.parts}
        order = {name: place for place, name in enumerate(first)}
        own = [replace(item, part=first.get(item.part.id, item.part)) for item in self.group.items]
        return sorted(own, key=lambda item: order.get(item.part.id, len(order)))

    @cached_property
    def banks(self) -> Mapping[str, Bank]:
        """The bank of each part, by the part's id."""
        return {part.id: bank for bank in self.library.all_banks.values() for part in bank.parts}

    @property
    def learners(self) -> list[Learner]:
        """The learners by their names."""
        return sorted(
            self.group.learners, key=lambda learner: (learner.name.isdigit() * len(learner.name), learner.name.casefold())
        )

    @property
    def is_whole(self) -> bool:
        """Whether all learners were asked the same questions for the same marks."""
        return len({learner.marks for learner in self.group.learners}) == 1 and len(self.group.common) == len(self.group.items)

    @cached_property
    def questions(self) -> list[QuestionRow]:
        """A row for each part."""
        return [self._question(item) for item in self.items]

    @cached_property
    def objectives(self) -> list[ObjectiveRow]:
        """A row for each objective, where the class lost most first."""
        bank_of = {name: bank.name for name, bank in self.banks.items()}
        return [self._objective(group) for group in self.group.by_objective(bank_of)]

    @property
    def keys_to_check(self) -> list[str]:
        """The numbers of the questions that good learners get wrong more often than weak ones."""
        signs = {"results.weak_right", "results.negative"}
        found = [(row.number, {row.called, *(note for option in row.options for note in option.notes)}) for row in self.questions]
        return [number for number, notes in found if signs & notes]

    def _question(self, item: Item) -> QuestionRow:
        found = self.group.discrimination(item)
        return QuestionRow(
            self.numbers[item.part.id],
            item.part.id,
            stem_of(item.part, self.words),
            item.part.marks,
            item.given,
            len(item.cells),
            item.facility,
            figure_text(found),
            "" if found is None else _CALLED[rule_of_thumb(found)],
            any(cell.by_hand for cell in item.cells.values()),
            tuple(self._options(item)),
            tuple(item.typed()),
        )

    def _options(self, item: Item) -> Iterator[OptionRow]:
        choices, letters = item.part.choices, item.part.choice_letters
        for picked, choice, letter in zip(item.picked(self.group.thirds), choices, letters, strict=False):
            own = "" if item.part.standard_choices else letter  # their words say which they are
            yield OptionRow(own, line_of(choice.text, self.words), picked, tuple(self._notes(item, picked)))

    def _notes(self, item: Item, picked: Picked) -> Iterator[str]:
        """Yield what is to be looked at, as keys. A few learners tell nothing of an option."""
        thirds = self.group.thirds
        if item.given < TINY:
            return
        if not picked.right and not picked.count:
            yield "results.nobody"
        if thirds:
            best = Fraction(picked.best, len(thirds.best)) - Fraction(picked.weakest, len(thirds.weakest))
            if picked.right and best < 0:
                yield "results.weak_right"
            if not picked.right and best > 0 and picked.best > 1:
                yield "results.best_wrong"

    def _objective(self, group: Group) -> ObjectiveRow:
        bank = self.library.all_banks[group.bank]
        texts = {objective.id: objective.text for objective in bank.objectives}
        worst = sorted(group.items, key=lambda item: item.facility)
        sections = dict.fromkeys(item.part.section for item in worst)
        titles = (heading.title for section in sections if (heading := self.library.heading(bank, section)))
        mine = {item.part.id for item in group.items}
        numbers = tuple(number for name, number in self.numbers.items() if name in mine)
        text = line_of(texts.get(group.objective, group.objective), self.words)
        return ObjectiveRow(text, bank.title, tuple(titles), numbers, group.facility)

    def share_text(self, learner: Learner) -> str:
        """Return a learner's share of the marks, a dash where nothing was asked."""
        return percent_text(learner.share) if learner.marks else NONE
