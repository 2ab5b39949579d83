"""The notes of Anki's text file, and what its lines with '#' say about the columns."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from quizbank.imports.reader import NotReadable

_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_SPECIAL = ("notetype column", "deck column", "tags column", "guid column")


@dataclass(frozen=True)
class Notes:
    """Rows with their lines. `columns` are the names of the columns, [] if they have none; `special` are places (from 0)."""

    rows: Sequence[tuple[int, Sequence[str]]]
    columns: Sequence[str]
    special: dict[str, int]
    deck: str
    html: bool

    def fields_of(self, row: Sequence[str]) -> list[str]:
        """Return the cells of a row that are fields of the note."""
        return [cell for place, cell in enumerate(row) if place not in self.special.values()]

    def kind_of(self, row: Sequence[str]) -> str:
        """Return the title of a row's note type, '' where no column says it."""
        return self._special_of(row, "notetype column")

    def tags_of(self, row: Sequence[str]) -> list[str]:
        """Return the tags of a row."""
        return self._special_of(row, "tags column").split()

    def _special_of(self, row: Sequence[str], name: str) -> str:
        place = self.special.get(name, -1)
        return row[place] if 0 <= place < len(row) else ""

    def deck_of(self, row: Sequence[str]) -> str:
        """Return the deck of a row. '::' stands between a deck and one inside it."""
        place = self.special.get("deck column", -1)
        name = row[place] if 0 <= place < len(row) else self.deck
        return " / ".join(part for part in name.split("::") if part)


def notes_in(text: str) -> Notes:
    """Return the notes of a file. Raises NotReadable where they cannot be divided into cells."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n")
    heads = _heads(lines)
    separator = _SEPARATORS.get(heads.get("separator", "tab").lower(), heads.get("separator", "\t")[:1] or "\t")
    separator = separator if separator not in ('"', "\n", "\r") else "\t"
    csv.field_size_limit(1_000_000)
    skipped = len(heads) and next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    try:
        rows = list(_rows("\n".join(lines[skipped:]), separator, skipped))
    except csv.Error as fault:
        raise NotReadable(f"expected notes with a sign between their fields, got what cannot be divided ({fault})") from None
    special = {name: int(heads[name]) - 1 for name in _SPECIAL if heads.get(name, "").isdigit()}
    columns = heads.get("columns", "").split(separator) if "columns" in heads else []
    return Notes(rows, columns, special, heads.get("deck", ""), heads.get("html", "true").strip().lower() != "false")


def _heads(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            break
        name, _, value = line[1:].partition(":")
        found.setdefault(name.strip().lower(), value if name == "separator" and value != "tab" else value.strip("\n"))
    return found


def _rows(text: str, separator: str, before: int) -> list[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    found: list[tuple[int, list[str]]] = []
    line = before + 1
    for row in reader:
        if any(cell.strip() for cell in row):
            found.append((line, row))
        line = before + reader.line_num + 1
    return found
