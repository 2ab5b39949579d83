"""The class as a table of marks, learners by questions, and what it says of questions, options and objectives.

Questions that every learner was asked make the test as a whole: reliability and discrimination are measured on these.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quizbank.model.question import Question
from quizbank.results import measures
from quizbank.results.scoring import Cell, Learner
from quizbank.texts.typed import plain

# Below the first a class says little for sure; below the second no discrimination is shown, for it would be chance.
SMALL, TINY = 30, 10
# From the best on: Ebel, R. L. and Frisbie, D. A. (1991). Essentials of educational measurement, 5th ed. Prentice Hall.
RULES_OF_THUMB = ((0.4, "very_good"), (0.3, "good"), (0.2, "marginal"), (0.0, "poor"))
MOST_TYPED = 5  # wrong answers in words or numbers that are shown of one question


@dataclass(frozen=True)
class Picked:
    """One choice of a question: its name in an answer, whether it is right, and how many chose it: all, and of both thirds."""

    value: str
    right: bool
    count: int
    best: int = 0
    weakest: int = 0


@dataclass(frozen=True)
class Thirds:
    """The learners with the highest and the lowest marks, by their places. Who ties with the last of a third belongs to it."""

    best: frozenset[int]
    weakest: frozenset[int]


@dataclass(frozen=True)
class Item:
    """One part of a question: what each learner made of it, by the learner's place; who was not asked is not there."""

    part: Question
    cells: Mapping[int, Cell]

    @property
    def given(self) -> int:
        """How many learners answered."""
        return sum(cell.given for cell in self.cells.values())

    @property
    def facility(self) -> Fraction:
        """The share of the marks that was earned."""
        return _facility(self.cells.values())

    def picked(self, thirds: Thirds | None) -> list[Picked]:
        """Return the choices with their counts, in the order of the question. Without thirds, both are 0."""
        best, weakest = (thirds.best, thirds.weakest) if thirds else (frozenset[int](), frozenset[int]())
        everybody = self._counts(self.cells.keys())
        of_best, of_weakest = self._counts(best), self._counts(weakest)
        return [
            Picked(choice.value, choice.right, everybody[choice.value], of_best[choice.value], of_weakest[choice.value])
            for choice in self.part.choices
        ]

    def typed(self) -> list[tuple[str, int]]:
        """Return the wrong answers in words or numbers that two learners or more gave, the most frequent first."""
        is_typed = bool(self.part.accepted_answers or self.part.number_key)
        texts = [cell.response.text for cell in self.cells.values() if is_typed and cell.given and not cell.earned > 0]
        counts = Counter(map(plain, texts))
        first = {plain(text): text for text in reversed(texts)}
        return [(first[form], count) for form, count in counts.most_common(MOST_TYPED) if count > 1 and form]

    def _counts(self, learners: Iterable[int]) -> Counter[str]:
        places = set(self.cells).intersection(learners)
        return Counter(value for place in places for value in set(self.cells[place].response.picked))


@dataclass(frozen=True)
class Group:
    """The parts that test one objective of a bank."""

    bank: str
    objective: str
    items: tuple[Item, ...]

    @property
    def facility(self) -> Fraction:
        """The share of the marks that was earned."""
        return _facility(cell for item in self.items for cell in item.cells.values())


@dataclass(frozen=True)
class Class:
    """The learners and all that was asked of any of them."""

    learners: tuple[Learner, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All parts, in the order in which learners were asked them."""
        cells: dict[str, dict[int, Cell]] = {}
        for place, learner in enumerate(self.learners):
            for name, cell in learner.cells.items():
                cells.setdefault(name, {})[place] = cell
        return tuple(Item(next(iter(mine.values())).part, mine) for mine in cells.values())

    @cached_property
    def common(self) -> tuple[Item, ...]:
        """The parts that every learner was asked."""
        return tuple(item for item in self.items if len(item.cells) == len(self.learners))

    @cached_property
    def marks(self) -> list[list[Fraction]]:
        """Of each of the common parts, the marks of all learners."""
        return [[item.cells[place].earned for place in range(len(self.learners))] for item in self.common]

    @cached_property
    def totals(self) -> list[Fraction]:
        """The marks of each learner on the common parts."""
        return [sum((row[place] for row in self.marks), Fraction(0)) for place in range(len(self.learners))]

    @cached_property
    def reliability(self) -> tuple[str, float] | None:
        """What the reliability is called ('kr20' or 'alpha') and what it is, or None where there is none."""
        if len(self.learners) < TINY:
            return None
        whole = [Fraction(item.part.marks) for item in self.common]
        exact = measures.right_or_wrong(self.marks, whole)
        found = measures.kr20(exact) if exact else measures.alpha(self.marks)
        return None if found is None else ("kr20" if exact else "alpha", found)

    @property
    def standard_error(self) -> float | None:
        """The standard error of measurement in marks, or None where there is none."""
        return measures.standard_error(measures.spread(self.totals), self.reliability[1]) if self.reliability else None

    def discrimination(self, item: Item) -> float | None:
        """Return how an item goes with the rest of the test, or None where that cannot be said."""
        places = sorted(item.cells)
        if len(places) < TINY or len(self.common) < 2:
            return None
        own = [item.cells[place].earned for place in places]
        is_common = len(places) == len(self.learners)
        rest = [self.totals[place] - (item.cells[place].earned if is_common else 0) for place in places]
        return measures.correlation(own, rest)

    @cached_property
    def thirds(self) -> Thirds | None:
        """The best and the weakest third on the common parts, or None for a class that is too small or whose marks are alike."""
        size, ranked = len(self.totals) // 3, sorted(self.totals)
        if len(self.totals) < TINY or len(self.common) < 2 or ranked[size - 1] >= ranked[-size]:
            return None
        best = frozenset(place for place, total in enumerate(self.totals) if total >= ranked[-size])
        return Thirds(best, frozenset(place for place, total in enumerate(self.totals) if total <= ranked[size - 1]))

    def by_objective(self, bank_of: Mapping[str, str]) -> list[Group]:
        """Return the objectives, where the class lost most first. `bank_of` gives the name of the bank of each part by its id."""
        groups: dict[tuple[str, str], list[Item]] = {}
        for item in self.items:
            groups.setdefault((bank_of[item.part.id], item.part.objective), []).append(item)
        found = [Group(bank, name, tuple(items)) for (bank, name), items in groups.items()]
        return sorted(found, key=lambda group: (group.facility, group.bank, group.objective))


def _facility(cells: Iterable[Cell]) -> Fraction:
    """Return the share of the marks that was earned. Marks that were taken for a wrong answer are left out: it earned nothing."""
    both = [(max(cell.earned, Fraction(0)), Fraction(cell.marks)) for cell in cells]
    return measures.facility([earned for earned, _ in both], [marks for _, marks in both])


def rule_of_thumb(discrimination: float) -> str:
    """Return the name of what a discrimination is called: 'very_good', 'good', 'marginal', 'poor', or 'negative'."""
    return next((name for least, name in RULES_OF_THUMB if round(discrimination, 2) >= least), "negative")
