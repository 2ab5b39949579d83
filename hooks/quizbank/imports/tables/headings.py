"""What the headings of other people's tables mean, and in which row they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizbank.exchange.table.columns import heading
from quizbank.imports.reader import NotReadable
from quizbank.problems.problem import did_you_mean

DEEPEST = 20  # rows in which the headings are looked for
_WORDS = {
    "stem": "question|question text|questions|question title|title of question|prompt|item|problem|mcq",
    "right": "answer|ans|correct|correct answer|correct answers|correct option|correct options|key|answer key|right answer|"
    "correct answer s|correct choice|solution|correct response",
    "explanation": "explanation|feedback|general feedback|rationale|reason|explain|remarks|solution explanation",
    "marks": "marks|mark|points|point|score|weight",
    "hint": "hint|hints|clue",
    "type": "type|question type|kind of question|format",
    "bloom": "bloom|bloom level|blooms level|level|cognitive level|difficulty level",
    "source": "source|reference",
    "picture": "picture|image|figure|image file|picture file",
    "chapter": "chapter|unit|topic|lesson|category|module",
    "section": "section",
    "id": "id|question id|code",
}
_MEANS = {word: name for name, words in _WORDS.items() for word in words.split("|")}
_OPTION = re.compile(
    r"(?:(?:option|choice|answer|answer option|answer choice|alternative|opt|ans|choices|options)\s*)?\(?([a-h]|[1-8])\)?"
)
_REASON = re.compile(r"(?:feedback|reason|explanation|why)\s*(?:for|of)?\s*(?:option|choice|answer)?\s*\(?([a-h]|[1-8])\)?")
_NOTE = re.compile(r"\s[-–(].*$")  # Kahoot's "Answer 1 - max 75 characters"
_CORE = frozenset(("type", "stem"))


@dataclass(frozen=True)
class Headings:
    """The row in which headings stand (from 0), the name of each column by its place, and whether the table is of our form."""

    row: int
    names: Mapping[int, str]
    ours: bool


def headings_of(rows: Sequence[Sequence[str]], given: Mapping[str, str]) -> Headings:
    """Return the headings of a table. `given` maps our names to its own. Raises NotReadable where no row heads questions."""
    found = [_row(index, row, given) for index, row in enumerate(rows[:DEEPEST])]
    best = max(found, key=lambda each: (len(each.names), -each.row), default=Headings(0, {}, False))
    _all_given(best, rows, given)
    if "stem" not in best.names.values():
        shown = ", ".join(f"'{cell}'" for cell in (rows[0] if rows else ()) if cell.strip())[:200]
        wanted = "expected a heading such as 'Question' in one of the first rows"
        raise NotReadable(f'{wanted}, got {shown or "none"}; name the columns: --columns "stem=…,right=…"')
    return best


def sureness(rows: Sequence[Sequence[str]], given: Mapping[str, str]) -> int:
    """Return how many columns of a table are known."""
    return max((len(_row(index, row, given).names) for index, row in enumerate(rows[:DEEPEST])), default=0)


def _row(index: int, row: Sequence[str], given: Mapping[str, str]) -> Headings:
    own = [heading(cell) for cell in row]
    if not given and set(own) >= _CORE:
        return Headings(index, _first({place: name for place, name in enumerate(own) if name}), True)
    means = {_plain(theirs): heading(ours) for ours, theirs in given.items()}
    named = {place: means.get(_plain(cell), "") for place, cell in enumerate(row)}
    rest = {place: "" if named[place] else meaning(cell) for place, cell in enumerate(row)}
    used = set(named.values()) - {""}
    return Headings(
        index,
        _first({place: named[place] or name for place, name in rest.items() if named[place] or (name and name not in used)}),
        False,
    )


def meaning(cell: str) -> str:
    """Return our name of a column that somebody else headed, '' for none."""
    words = _plain(cell)
    if words in _MEANS:
        return _MEANS[words]
    for pattern, name in ((_OPTION, "option"), (_REASON, "reason")):
        if found := pattern.fullmatch(words):
            sign = found[1]
            return f"{name} {sign.upper() if sign.isalpha() else 'ABCDEFGH'[int(sign) - 1]}"
    return ""


def _plain(cell: str) -> str:
    words = re.sub(r"[_*:?.’'#/-]+", " ", _NOTE.sub("", cell.strip().lower()))
    words = re.sub(r"\(s\)", " s", words)
    return " ".join(words.split())


def _first(names: Mapping[int, str]) -> dict[int, str]:
    """Return the names with the first place of each alone."""
    kept: dict[int, str] = {}
    for place, name in names.items():
        if name not in kept.values():
            kept[place] = name
    return kept


def _all_given(found: Headings, rows: Sequence[Sequence[str]], given: Mapping[str, str]) -> None:
    """Refuse a name on the command line that is none of ours, or none of the table's."""
    for ours, theirs in given.items():
        name = heading(ours)
        if not name:
            raise NotReadable(f"expected the name of one of our columns, such as stem, right or option A, got '{ours}'")
        if name not in found.names.values():
            cells = [cell for row in rows[:DEEPEST] for cell in row if cell.strip()]
            raise NotReadable(f"expected the heading of a column, got '{theirs}'{did_you_mean(theirs, cells)}")


def told(found: Headings, row: Sequence[str]) -> str:
    """Return a line about what each column is taken for, and which are left out."""
    used = [f"{cell.strip()} → {found.names[place]}" for place, cell in enumerate(row) if place in found.names]
    unused = [cell.strip() for place, cell in enumerate(row) if place not in found.names and cell.strip()]
    left = f"; not read: {', '.join(unused)}" if unused else ""
    return f"headings in row {found.row + 1}: {', '.join(used)}{left}"
