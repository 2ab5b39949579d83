"""The shapes of answer that question systems share. All texts are in the banks' Markdown."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Alternative:
    """One choice: its words, whether it is right, and why ('' where nobody has said)."""

    text: str
    right: bool
    why: str = ""


@dataclass(frozen=True)
class Choice:
    """Alternatives of which one is right, or with `several` any number from one on.

    `shuffled` says whether their order means nothing: codes and choices such as "both are true" keep theirs.
    """

    options: tuple[Alternative, ...]
    several: bool = False
    shuffled: bool = True


@dataclass(frozen=True)
class Truth:
    """The stem is a statement: whether it is true, and why each of the two choices is right or wrong."""

    right: bool
    why_true: str = ""
    why_false: str = ""


@dataclass(frozen=True)
class Pair:
    """Something, what belongs to it, and why."""

    left: str
    right: str
    why: str = ""


@dataclass(frozen=True)
class Spare:
    """Something that belongs to nothing, and why."""

    text: str
    why: str = ""


@dataclass(frozen=True)
class Pairs:
    """Things to be matched with what belongs to them; some of that may belong to nothing.

    With `groups`, what belongs to them are these groups, in this order, each for any number of things.
    """

    pairs: tuple[Pair, ...]
    spare: tuple[Spare, ...] = ()
    groups: tuple[str, ...] = ()

    @property
    def rights(self) -> tuple[str, ...]:
        """What can be chosen for each thing: the groups, or the partners in the author's order and behind them the spare ones."""
        return self.groups or (*dict.fromkeys(pair.right for pair in self.pairs), *(spare.text for spare in self.spare))


@dataclass(frozen=True)
class Step:
    """One step, and why it has its place."""

    text: str
    why: str = ""


@dataclass(frozen=True)
class Sequence:
    """Steps in their right order."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Near:
    """What is close and not accepted, and why."""

    text: str
    why: str = ""


@dataclass(frozen=True)
class Typed:
    """Words that are typed, into the blank of the stem (`____`) where it has one: the accepted ones, the best first."""

    answers: tuple[str, ...]
    near: tuple[Near, ...] = ()


@dataclass(frozen=True)
class Slip:
    """A wrong number, and the mistake that leads to it."""

    value: Decimal
    why: str = ""


@dataclass(frozen=True)
class Number:
    """A number, how far off it may be in the same unit, the unit ('' for none) as its author writes it, and the working."""

    value: Decimal
    tolerance: Decimal = Decimal(0)
    unit: str = ""
    working: str = ""
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True)
class Point:
    """Something that earns marks (whole ones) when an answer says it."""

    text: str
    marks: int = 1


@dataclass(frozen=True)
class Written:
    """An answer in sentences, marked by a person: a model answer ('' where nobody has written one), and what earns marks."""

    model: str
    points: tuple[Point, ...] = ()


Answer = Choice | Truth | Pairs | Sequence | Typed | Number | Written
SHAPES: tuple[type, ...] = (Choice, Truth, Pairs, Sequence, Typed, Number, Written)
