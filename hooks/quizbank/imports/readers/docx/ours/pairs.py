"""What is matched in two lists or sorted into groups: from the table of the paper, the numbers of the key, and its reasons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from quizbank.exchange.shapes import Pair, Pairs, Spare
from quizbank.imports.readers.docx.ours.markdown import markdown, signs, words
from quizbank.imports.readers.docx.ours.parts import NotWhole, entries_of, reason_behind
from quizbank.imports.readers.docx.ours.pieces import Piece

Cell = Sequence[Piece]
_PAIR = re.compile(r"(\d{1,2})-([a-z])")
_NUMBERED = re.compile(r"^\d{1,2}\.\s")


def lists_from(table: Piece, key: str, said_of: Sequence[Piece]) -> tuple[Pairs, tuple[str, ...]]:
    """Return the pairs of two lists. Raises NotWhole where the key does not name a partner for each entry."""
    lefts, rights = ([_bare(row[side]) for row in table.rows[1:] if len(row) > side] for side in (0, 1))
    lefts, rights = [cell for cell in lefts if _is_filled(cell)], [cell for cell in rights if _is_filled(cell)]
    partner = {int(number): ascii_lowercase.index(letter) for number, letter in _PAIR.findall(key)}
    if sorted(partner) != list(range(1, len(lefts) + 1)) or any(place >= len(rights) for place in partner.values()):
        raise NotWhole(f"expected a partner for each of the {len(lefts)} entries of the first list in the key, got '{key}'")
    pairs = [(lefts[number - 1], rights[partner[number]]) for number in sorted(partner)]
    entries = entries_of(said_of)
    left_over = [cell for place, cell in enumerate(rights) if place not in partner.values()]
    spare = sorted(left_over, key=lambda cell: _place(f"{_signs(cell)}.", entries))
    made, lost = _with_reasons(pairs, entries)
    spares = tuple(Spare(markdown(cell), _of(entries, f"{_signs(cell)}.") or "") for cell in spare)
    return Pairs(made, spares), lost


def groups_from(table: Piece, key: str, said_of: Sequence[Piece]) -> tuple[Pairs, tuple[str, ...]]:
    """Return what is sorted, in the order of the reasons. Raises NotWhole where the key does not say a group for each."""
    groups = list(table.rows[0][1:])
    things = [_without_number(row[0]) for row in table.rows[1:]]
    group_of = dict(_groups(key, groups))
    if sorted(group_of) != list(range(1, len(things) + 1)):
        raise NotWhole(f"expected a group for each of the {len(things)} entries in the key, got '{key}'")
    pairs = [(things[number - 1], groups[group_of[number]]) for number in sorted(group_of)]
    entries = entries_of(said_of)
    made, lost = _with_reasons(_in_order(pairs, entries), entries)
    return replace(Pairs(made), groups=tuple(map(markdown, groups))), lost


def _groups(key: str, groups: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Yield the number of each thing with its group's: a key names every group in its order, with the numbers behind it."""
    rest = key
    for place, group in enumerate(groups):
        before, _, rest = rest.partition(f"{_words(group)}:")
        numbers = re.match(r"[\d, ]*", rest)
        if before.strip(" ;") or numbers is None:
            return
        yield from ((int(number), place) for number in re.findall(r"\d+", numbers[0]))
        rest = rest[numbers.end() :]


def _in_order(pairs: Sequence[tuple[Cell, Cell]], entries: Sequence[Cell]) -> list[tuple[Cell, Cell]]:
    """Return pairs in the order in which the reasons speak of them; those without one come last."""
    return sorted(pairs, key=lambda pair: _place(_what(pair), entries))


def _place(what: str, entries: Sequence[Cell]) -> int:
    """Return which of the entries begins with the words `what`."""
    return next((n for n, entry in enumerate(entries) if signs(entry[0].html).startswith(what)), len(entries))


def _with_reasons(pairs: Iterable[tuple[Cell, Cell]], entries: Sequence[Cell]) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    made = [(Pair(markdown(left), markdown(right)), _of(entries, _what((left, right)))) for left, right in pairs]
    lost = [f"the key gives no reason for '{pair.left}' with its partner" for pair, why in made if why is None and entries]
    return tuple(replace(pair, why=why or "") for pair, why in made), tuple(lost)


def _of(entries: Iterable[Cell], what: str) -> str | None:
    return next((why for entry in entries if (why := reason_behind(entry, what)) is not None), None)


def _what(pair: tuple[Cell, Cell]) -> str:
    return f"{_signs(pair[0])}:{_signs(pair[1])}."


def _signs(cell: Cell) -> str:
    return "".join(signs(piece.html) for piece in cell)


def _words(cell: Cell) -> str:
    return " ".join(words(piece.html) for piece in cell)


def _bare(cell: Cell) -> list[Piece]:
    """Return a cell whose first piece has no number any more."""
    return [replace(cell[0], entry=None), *cell[1:]] if cell else []


def _without_number(cell: Cell) -> list[Piece]:
    return [replace(cell[0], html=_NUMBERED.sub("", cell[0].html)), *cell[1:]]


def _is_filled(cell: Cell) -> bool:
    return any(piece.html for piece in cell)
