"""The columns of our table of questions: what each is called and what a person writes into it.

One row is one question. The same columns stand in CSV and in a spreadsheet; whoever fills them by hand needs few of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

# The filled cells of one row, by the names of their columns.
Row = Mapping[str, str]

FEWEST_OPTIONS = 8  # columns for options that a sheet has at least: A to H
ABOVE = "above"
SEPARATOR = "|"


@dataclass(frozen=True)
class Column:
    """One column, or if `lettered` one for each option ('option A'): its name, what to write there, its width in characters."""

    name: str
    meaning: str
    width: int = 14
    lettered: bool = False


TYPES = {
    "single-choice": "one option is right",
    "multiple-choice": "several options may be right",
    "true-false": "the stem is a statement that is true or false",
    "matching": "each option has a partner",
    "sorting": "each option belongs to a group",
    "ordering": "the options are steps in their right order",
    "fill-in": "a word or a few words are typed",
    "numeric": "a number is typed",
    "short-answer": "the answer is written in sentences, and a person marks it",
    "case": "a passage; its questions stand in rows below it",
}

COLUMNS = (
    Column("id", "A short name that no other question has, in small letters with hyphens (why-leaves-fall). May be empty.", 24),
    Column("chapter", "The name of the chapter, if the file has several.", 16),
    Column("type", "One of: " + "; ".join(f"{name} ({meaning})" for name, meaning in TYPES.items()) + ".", 16),
    Column("case", "Only for a question about a case: the case's id, or the word above for the nearest case above this row."),
    Column("title", "Only for a case: its title.", 18),
    Column("stem", "The question. Of a case: the passage. In fill-in, ____ marks the blank.", 50),
    Column(
        "option",
        "single-choice, multiple-choice: the options. matching: what is to be matched. sorting: what is to be sorted. "
        "ordering: the steps in their right order. fill-in: close answers that are not accepted. "
        "numeric: wrong numbers that a known mistake leads to. short-answer: the points that earn marks. true-false: empty.",
        24,
        lettered=True,
    ),
    Column(
        "right",
        "single-choice: the letter of the right option (B). multiple-choice: the letters of the right options (A, C). "
        "true-false: true or false. fill-in: the accepted answers, the best first (rain water | rainwater). "
        "numeric: the number. Otherwise empty.",
        10,
    ),
    Column(
        "match",
        "matching: what belongs to the option with this letter; without an option, an entry that belongs to none. "
        "sorting: the group of the option. short-answer: the marks of the point, 1 if empty. Otherwise empty.",
        20,
        lettered=True,
    ),
    Column(
        "reason",
        "Why the option with this letter is right or wrong, or stands where it does; which mistake leads to the number. "
        "true-false: reason A for the choice true, reason B for the choice false.",
        30,
        lettered=True,
    ),
    Column(
        "groups", "sorting: the groups in their order (Solid | Liquid | Gas). Empty: in the order in which they are used.", 22
    ),
    Column("tolerance", "numeric: how far off an answer may be, in the same unit; empty for not at all.", 10),
    Column("unit", "numeric: the unit, such as Rs or %.", 8),
    Column("model answer", "short-answer: a model answer. numeric: the working.", 40),
    Column("marks", "Whole marks for the question.", 8),
    Column("hint", "A hint for who is stuck; it does not give the answer away.", 30),
    Column("explanation", "What is said after the answer.", 50),
    Column("keep order", "single-choice, multiple-choice: yes if the options must stay in this order; else empty.", 8),
    Column("picture", "The name of the picture's file, which lies beside the table."),
    Column("picture description", "What the picture shows, for who cannot see it.", 30),
    Column("objective", "The number of the objective that the question tests, such as LO3.1.", 10),
    Column("objective name", "The objective's name for ever, in small letters with hyphens.", 20),
    Column("objective text", "The objective in words.", 30),
    Column("bloom", "The level of thinking: remember, understand, apply, analyse, evaluate or create.", 12),
    Column("section", "The id of the section of the notes that teaches it.", 16),
    Column("passage", "The title of that section.", 20),
    Column("link", "The address of that section on the web.", 24),
    Column("source", "Where a fact in the question comes from.", 24),
    Column("as of", "The day or month for which a figure holds, such as 2026-04.", 10),
    Column(
        "kind",
        "The course's own name for the kind of question, if it says more than the type: assertion-reason.",
        18,
    ),
)
_NAMES = {column.name: column for column in COLUMNS}
_LETTERED = re.compile(r"(.+) ([a-z]{1,2})", re.IGNORECASE)


def beyond_first(name: str) -> bool:
    """Say whether a lettered column comes behind those that every sheet has."""
    found = _LETTERED.fullmatch(name)
    return found is not None and number(found[2].upper()) >= FEWEST_OPTIONS


def letter(index: int) -> str:
    """Return the letters of an option as a spreadsheet letters its columns: 0 is A, 25 is Z, 26 is AA."""
    first, last = divmod(index, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def number(letters: str) -> int:
    """Return the index of an option from its letters in capitals: A is 0, AA is 26."""
    found = 0
    for sign in letters:
        found = found * 26 + ord(sign) - ord("A") + 1
    return found - 1


def headings(rows: Iterable[Row]) -> list[str]:
    """Return the names of all columns in their order, with as many options as the rows need, and A to H in any case."""
    most = max((count for row in rows for count in _options(row)), default=0)
    letters = [letter(index) for index in range(max(FEWEST_OPTIONS, most))]
    return [name for column in COLUMNS for name in _names(column, letters)]


def heading(text: str) -> str:
    """Return the name of the column that a person's heading means, whatever its capitals, hyphens and spaces; '' for none."""
    words = " ".join(re.sub("[_-]", " ", text).lower().split())
    if words in _NAMES:
        return "" if _NAMES[words].lettered else words
    found = _LETTERED.fullmatch(words)
    return f"{found[1]} {found[2].upper()}" if found and found[1] in _NAMES and _NAMES[found[1]].lettered else ""


def column(name: str) -> Column:
    """Return the column that a name such as 'option A' or 'stem' belongs to. Raises KeyError for a name that is none."""
    return _NAMES[name] if name in _NAMES else _NAMES[name.rpartition(" ")[0]]


def documentation() -> Iterator[tuple[str, str]]:
    """Yield a line for people for each column: its name, and what to write there."""
    for each in COLUMNS:
        yield (f"{each.name} A, {each.name} B, …" if each.lettered else each.name), each.meaning


def _names(column: Column, letters: list[str]) -> list[str]:
    return [f"{column.name} {each}" for each in letters] if column.lettered else [column.name]


def _options(row: Row) -> Iterator[int]:
    for name, cell in row.items():
        if cell and column(name).lettered:
            yield number(name.rpartition(" ")[2]) + 1
