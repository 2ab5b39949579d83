"""Draws the questions of a paper from a blueprint and a seed. `frontend/mock/draw.js` does the same, step by step.

Each place is filled at random from the questions that the section may use, whose objective and then chapter were asked least.
Questions below "apply" stay out as soon as the Bloom share could not be met any more.
The generator is mulberry32 by Tommy Ettinger, started with the FNV-1a hash (Fowler, Noll and Vo) of the name and the seed.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import Any, NamedTuple

from quizbank.model.bank import Bank, once
from quizbank.model.question import BLOOM_LEVELS
from quizbank.papers.blueprint import Blueprint, PaperFile, Section

DEFAULT_SEED = "1"
_SEED = re.compile(r"[a-z0-9-]{1,16}")
_APPLY = BLOOM_LEVELS.index("apply")
_32_BITS = 0xFFFFFFFF

# Gives, for a number n, the next chance number from 0 to n - 1.
Chance = Callable[[int], int]
# The ids of a paper's questions, by section.
Drawn = tuple[tuple[str, ...], ...]


class Item(NamedTuple):
    """What drawing needs of a question. `bloom` counts from 0, "remember", to 5, "create"; `worth` is `Question.worth`."""

    id: str
    bank: str
    kind: str
    bloom: int
    marks: int
    objective: str
    worth: int

    @property
    def high(self) -> bool:
        """Whether the question asks to apply or more."""
        return self.bloom >= _APPLY

    @property
    def topic(self) -> tuple[str, str]:
        """The objective; its id alone may be used in another bank too."""
        return self.bank, self.objective

    def as_json(self) -> dict[str, Any]:
        """Return the item as plain JSON, as `drawPaper` takes it."""
        return self._asdict()


def items_of(banks: Iterable[Bank]) -> list[Item]:
    """Return everything that a paper can ask. A case is one item."""
    return [item for bank in banks for item in _items_of(bank)]


@once
def _items_of(bank: Bank) -> list[Item]:
    return [
        Item(one.id, bank.name, one.kind, BLOOM_LEVELS.index(one.bloom), one.marks, one.objective, one.worth)
        for one in bank.questions
    ]


def is_seed(text: str) -> bool:
    """Say whether the text can be a paper's seed: 1 to 16 small letters, digits and hyphens, so that it can be read out."""
    return _SEED.fullmatch(text) is not None


def pool(section: Section, items: Iterable[Item]) -> list[Item]:
    """Return the items that the section may use. Where marks belong to points of the answer, they must be the section's.

    Elsewhere those of a kind that are worth the section's marks keep out those that are not: a matching of five pairs may be
    asked for 5 marks, one with codes may not. Of a kind of which none is worth them, all may be asked, and the check warns.
    """
    mine = [
        item
        for item in items
        if item.kind in section.kinds
        and (not section.chapters or item.bank in section.chapters)
        and (item.worth or item.marks == section.marks)
    ]
    worthy = {item.kind for item in mine if item.worth >= section.marks}
    return [item for item in mine if item.worth >= section.marks or item.kind not in worthy]


def left_for(sections: Sequence[Section], index: int, pools: Sequence[Sequence[Item]]) -> int:
    """Return how many items of its pool a section has left when the earlier sections took all they could from it."""
    mine = set(pools[index])
    return len(mine) - sum(
        min(section.number, len(mine.intersection(taken))) for section, taken in zip(sections[:index], pools[:index], strict=True)
    )


def high_marks(paper: PaperFile, items: Iterable[Item]) -> list[int]:
    """Return, by section, the marks at "apply" or above that it can reach whatever the earlier sections drew."""
    items = list(items)
    pools = [[item for item in pool(section, items) if item.high] for section in paper.sections]
    return [
        max(0, min(section.number, left_for(paper.sections, index, pools))) * section.marks
        for index, section in enumerate(paper.sections)
    ]


def draw(paper: Blueprint, items: Iterable[Item], seed: str, chance: Callable[[str], Chance] | None = None) -> Drawn:
    """Return the ids of the paper's questions by section: always the same for one seed and one set of items.

    No question comes twice, and no objective again while the section could ask another that the paper has not asked. A section
    comes out short only where its items run out, which the check of the blueprints reports. `chance` makes the
    chance numbers of a text; without it they are those of the site.
    """
    return _Draw(paper, sorted(items), (chance or below)(f"{paper.name}:{seed}")).sections()


class _Draw:
    """One drawing. `need` is what the marks at "apply" or above still lack."""

    def __init__(self, paper: Blueprint, items: list[Item], chance: Chance) -> None:
        self.paper, self.items, self.below = paper, items, chance
        self.taken: set[Item] = set()
        self.topics: Counter[tuple[str, str]] = Counter()
        self.banks: Counter[str] = Counter()
        self.need = -(-paper.bloom_share * paper.printed_marks // 100)

    def sections(self) -> tuple[tuple[str, ...], ...]:
        later = high_marks(self.paper, self.items)
        return tuple(self._section(section, sum(later[index + 1 :])) for index, section in enumerate(self.paper.sections))

    def _section(self, section: Section, later: int) -> tuple[str, ...]:
        free = [item for item in pool(section, self.items) if item not in self.taken]
        drawn: list[Item] = []
        while free and len(drawn) < section.number:
            item = self._one(section, free, section.number - len(drawn) - 1, later)
            drawn.append(item)
            free.remove(item)
        return tuple(item.id for item in drawn)

    def _one(self, section: Section, free: list[Item], after: int, later: int) -> Item:
        """Take one item. `after` places of the section follow, then sections with `later` marks at "apply" or above."""
        high = [item for item in free if item.high]
        forced = self.need > min(after, len(high)) * section.marks + later
        fit = self._least_used(high if forced and high else free)
        item = fit[self.below(len(fit))]
        self.taken.add(item)
        self.topics[item.topic] += 1
        self.banks[item.bank] += 1
        self.need -= section.marks * item.high
        return item

    def _least_used(self, items: list[Item]) -> list[Item]:
        """Return the items whose objective, and among those whose chapter, was asked least."""
        uses = [(self.topics[item.topic], self.banks[item.bank]) for item in items]
        least = min(uses)
        return [item for item, use in zip(items, uses, strict=True) if use == least]


def secret_below(seed: str) -> Chance:
    """Return what `below` does, from SHA-256: for papers that nobody shall find by trying.

    `below` has 2 ** 32 beginnings, and the codes of mock exams lead to all of them. These numbers come from none.
    """
    blocks = (hashlib.sha256(f"{seed}/{index}".encode()).digest() for index in count())
    return lambda n: int.from_bytes(next(blocks)[:8], "big") * n >> 64


def below(seed: str) -> Chance:
    """Return a function that gives, for a number n, the next chance number from 0 to n - 1."""
    state = _fnv1a(seed.encode())

    def next_below(n: int) -> int:
        nonlocal state
        state = (state + 0x6D2B79F5) & _32_BITS
        mixed = (state ^ state >> 15) * (state | 1) & _32_BITS
        mixed ^= mixed + ((mixed ^ mixed >> 7) * (mixed | 61) & _32_BITS) & _32_BITS
        return (mixed ^ mixed >> 14) * n >> 32

    return next_below


def _fnv1a(data: bytes) -> int:
    digest = 0x811C9DC5
    for byte in data:
        digest = (digest ^ byte) * 0x01000193 & _32_BITS
    return digest
