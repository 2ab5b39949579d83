"""How a paper is laid out: with room for answers or without, in one column or two, in letters of which size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizbank.problems.problem import did_you_mean

# Answers are written on the paper, or in a book of their own; objective sections stand in two columns; letters have 18 points.
BOOKLET, SEPARATE, COLUMNS, LARGE = "booklet", "separate", "two-columns", "large-print"
NAMES = (BOOKLET, SEPARATE, COLUMNS, LARGE)
_AT_ODDS = {
    (BOOKLET, SEPARATE): "answers are written on the paper or in a book of their own",
    (COLUMNS, LARGE): "half a line has no room for letters of 18 points",
}
NORMAL_SIZE, LARGE_SIZE = 11, 18  # points, of Word files


@dataclass(frozen=True)
class Layout:
    """One layout, by the names that it is asked for with."""

    names: tuple[str, ...] = (BOOKLET,)

    @property
    def separate(self) -> bool:
        """Whether answers are written in a book of their own."""
        return SEPARATE in self.names

    @property
    def columns(self) -> bool:
        """Whether objective sections stand in two columns."""
        return COLUMNS in self.names

    @property
    def large(self) -> bool:
        """Whether letters are large."""
        return LARGE in self.names

    @property
    def classes(self) -> str:
        """The classes by which style sheets know the layout."""
        return " ".join(f"layout-{name}" for name in self.names if name != BOOKLET)

    @property
    def rows(self) -> tuple[int, int, int]:
        """Of an answer sheet: columns of a page, the most lines of a column, and the most on half a page (0: never halved)."""
        return (2, 5, 0) if self.large else (4, 25, 10)

    def where(self, what: str, reasons: bool) -> str:
        """Return the key of the sentence that says where answers without letters, and `reasons` if any, are written."""
        return _WHERE[what][self.separate][reasons]


PLAIN = Layout()
_WHERE = {
    "rest": (
        ("paper.rest_here", "paper.rest_here_and_reasons"),
        ("paper.rest_in_book", "paper.rest_in_book_and_reasons"),
    ),
    "without_letters": (
        ("paper.without_letters_here", "paper.without_letters_here_and_reasons"),
        ("paper.without_letters_in_book", "paper.without_letters_in_book_and_reasons"),
    ),
}


def layout_faults(names: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with the names of a layout."""
    for name in names:
        if name not in NAMES:
            yield f"expected a layout ({', '.join(NAMES)}), got '{name}'{did_you_mean(name, NAMES)}"
    for (one, other), reason in _AT_ODDS.items():
        if one in names and other in names:
            yield f"expected the layout {one} or {other}, got both: {reason}"
