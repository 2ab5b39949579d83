"""Marks: of an answer as the paper pays it, of a question, of a learner. The rules are those of `frontend/mock/sitting.js`."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizbank.model.question import Question
from quizbank.results.marking import NOTHING, REASON, Response, verdict


@dataclass(frozen=True)
class Rules:
    """What a section says of its answers: how many count (None for all), and what one with nothing right in it costs."""

    answer: int | None = None
    negative: Fraction = Fraction(0)


@dataclass(frozen=True)
class Cell:
    """One part of a question as one learner answered it: the part as it was asked, the marks earned, whether it was answered.

    `by_hand` says that a person gave the marks: the teacher, or the learner for an answer of their own.
    """

    part: Question
    earned: Fraction
    given: bool
    response: Response = NOTHING
    by_hand: bool = False

    @property
    def marks(self) -> int:
        """The most marks that the part can earn."""
        return self.part.marks


@dataclass(frozen=True)
class Unit:
    """One question of a paper as one learner was asked it; a case with all its parts. `rules` are those of its section."""

    section: int
    rules: Rules
    cells: tuple[Cell, ...]

    @property
    def earned(self) -> Fraction:
        """The marks of all parts."""
        return sum((cell.earned for cell in self.cells), Fraction(0))

    @property
    def marks(self) -> int:
        """The most marks that the question can earn."""
        return sum(cell.marks for cell in self.cells)

    @property
    def given(self) -> bool:
        """Whether any part was answered."""
        return any(cell.given or cell.earned for cell in self.cells)


@dataclass(frozen=True)
class Learner:
    """One learner's answers. `withdrawn` and `changed` are ids of answered questions that are gone, or have other options now."""

    name: str
    units: tuple[Unit, ...]
    withdrawn: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def counting(self) -> list[Unit]:
        """The questions that count: where a section leaves a choice, the best of those that were answered."""
        sections = sorted({unit.section for unit in self.units})
        return [unit for section in sections for unit in _best([unit for unit in self.units if unit.section == section])]

    @property
    def earned(self) -> Fraction:
        """The learner's marks."""
        return sum((unit.earned for unit in self.counting), Fraction(0))

    @property
    def marks(self) -> int:
        """The most marks that the learner could earn."""
        return sum(unit.marks for unit in self.counting)

    @property
    def share(self) -> Fraction:
        """The learner's marks as a share of all."""
        return self.earned / self.marks if self.marks else Fraction(0)

    @property
    def cells(self) -> dict[str, Cell]:
        """The learner's answers by the ids of the parts; where a section leaves a choice, only what was answered."""
        units = (unit for unit in self.units if unit.given or unit.rules.answer is None)
        return {cell.part.id: cell for unit in units for cell in unit.cells}


def _best(units: Sequence[Unit]) -> list[Unit]:
    ranked = sorted(units, key=lambda unit: (not unit.given, -unit.earned if unit.given else 0))
    return ranked[: units[0].rules.answer]


def marked(part: Question, response: Response, rules: Rules) -> Cell:
    """Return what a response earns.

    A reason that the paper pays for earns its marks beside the right choice only, if somebody found it good. Marks are taken
    where nothing is right, and never for what has no answer.
    """
    found = verdict(part, response)
    blank = found.blank and not (part.reason_marks and response.text)
    by_hand = bool(part.ticks) or bool(part.reason_marks)
    paid = part.marks - (0 if REASON in response.points else part.reason_marks)
    safe = found.share or found.some_right or blank
    return Cell(part, found.share * paid if safe else -rules.negative, not blank, response, by_hand)


def by_hand(part: Question, earned: Fraction, response: Response) -> Cell:
    """Return the cell of an answer whose marks a person gave, with what of the answer is known."""
    return Cell(part, earned, given=True, response=response, by_hand=True)
