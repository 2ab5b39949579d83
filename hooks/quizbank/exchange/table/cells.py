"""Single cells of a row, read for what a person may have written, and what is told when that cannot be read."""

import re
from decimal import Decimal

from quizbank.exchange.table.columns import SEPARATOR, Row, letter, number
from quizbank.texts.numbers import read_number

_LINE_END = re.compile("\r\n?")
_BETWEEN_ENTRIES = re.compile(r"(?<!\\)\|")
_BETWEEN_LETTERS = re.compile(r"[\s,;]+")


class RowFault(ValueError):
    """What is wrong in one row: the name of the column, and what was expected there."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(f"column '{column}': {message}")
        self.column, self.message = column, message


def text_of(row: Row, name: str) -> str:
    """Return the text of a cell, '' if it is empty, with line feeds for every kind of line end and no space around it."""
    return _LINE_END.sub("\n", row.get(name, "")).strip()


def whole(row: Row, name: str, otherwise: int) -> int:
    """Return a whole number of marks, `otherwise` for an empty cell."""
    cell = text_of(row, name)
    found = read_number(cell) if cell else Decimal(otherwise)
    if found is None or found != found.to_integral_value() or found < 0:
        raise RowFault(name, f"expected whole marks, such as 2, got '{cell}'")
    return int(found)


def decimal(row: Row, name: str) -> Decimal:
    """Return the number of a cell."""
    cell = text_of(row, name)
    found = read_number(cell)
    if found is None:
        raise RowFault(name, f"expected a number, such as 1250.50, got '{cell}'")
    return found


def yes(row: Row, name: str) -> bool:
    """Say whether a cell says yes; an empty one says no."""
    cell = text_of(row, name).lower()
    if cell not in ("", "yes", "no", "true", "false"):
        raise RowFault(name, f"expected yes or an empty cell, got '{cell}'")
    return cell in ("yes", "true")


def letters(row: Row, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the letters that a cell names, in its order; each must be one of the `known` ones."""
    found = tuple(dict.fromkeys(each for each in _BETWEEN_LETTERS.split(text_of(row, name).upper()) if each))
    for each in found:
        if each not in known:
            raise RowFault(name, f"expected letters of filled options ({', '.join(known)}), got '{each}'")
    return found


def lettered(row: Row, name: str) -> dict[str, str]:
    """Return the filled cells of all columns such as 'option A', by their letters, in their order."""
    found = [each.rpartition(" ") for each in row if text_of(row, each)]
    own = sorted((end for start, _, end in found if start == name), key=number)
    return {each: text_of(row, f"{name} {each}") for each in own}


def spread(name: str, texts: tuple[str, ...]) -> dict[str, str]:
    """Return texts as the cells 'option A', 'option B' and so on."""
    return {f"{name} {letter(index)}": text for index, text in enumerate(texts)}


def joined(entries: tuple[str, ...]) -> str:
    r"""Return several texts as one cell, with | between them; a | inside one is written \|."""
    return f" {SEPARATOR} ".join(entry.replace(SEPARATOR, f"\\{SEPARATOR}") for entry in entries)


def divided(cell: str) -> tuple[str, ...]:
    """Return the texts of a cell that `joined` made, or a person."""
    entries = (entry.replace(f"\\{SEPARATOR}", SEPARATOR).strip() for entry in _BETWEEN_ENTRIES.split(cell))
    return tuple(entry for entry in entries if entry)
