"""What is wrong in an author's file, said so that the author can find it and correct it.

Nothing here raises: problems are collected and reported together (`report.py`).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

# error: a strict build stops; warning: to be corrected, or waived with a reason.
Severity = Literal["error", "warning"]

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f\u0085\u2028\u2029]*[\n\r\x00-\x1f\x7f\u0085\u2028\u2029][\s\x00-\x1f\x7f]*")
_LONGEST = 600  # characters of a message: a text of 5,000 that is wrong need not be printed in full
# How far a suggestion may be from the word: three tenths of its letters, and never more than this.
_FARTHEST = 4


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `line` counts from 1; `where` names the spot in the author's words and may be empty.

    `breaks` names what cannot be used because of this mistake, and `needs` what this one would have to have ('page plants.md',
    'bank plants'; see `page_name`, `bank_name` and `question_name`).
    `check` is the name of the check that found it, where a course's profile can say how grave that is.
    A problem that needs what another one breaks only follows from that one.
    One that reports that a thing is missing names it in both: of many such, one stands for all.
    """

    file: str
    line: int
    where: str
    message: str
    severity: Severity = field(default="error", compare=False)
    check: str = field(default="", compare=False)
    breaks: str = field(default="", compare=False)
    needs: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.spot}: {self.text}"

    @property
    def spot(self) -> str:
        """Where it is, as editors and terminals understand it."""
        return f"{self.file}:{self.line}"

    @property
    def text(self) -> str:
        """The problem without its place, on one line."""
        text = _BREAKS.sub(" ", f"{self.where}: {self.message}" if self.where else self.message)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


# For what any page might hold: a figure that no page shows follows from a page that is gone.
ANY_PAGE = "any page"


def page_name(path: str) -> str:
    """Return the name by which problems call a page below the docs folder in `breaks` and `needs`."""
    return f"page {path}"


def bank_name(name: str) -> str:
    """Return the name by which problems call a bank in `breaks` and `needs`."""
    return f"bank {name}"


def question_name(bank: str, question_id: str) -> str:
    """Return the name by which problems call one question of a bank in `breaks` and `needs`."""
    return f"question {bank}#{question_id}"


def file_name(path: Path, root: Path) -> str:
    """Return the name of a file for messages: its path from `root`, or its last part when it lies elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was probably meant to be, or None when none is near.

    Near is a word that looks the same, one of the same parts in another order, or one that takes few changed letters.
    """
    words = list(known)
    same = _same_look(word, words)
    if same is not None:
        return same
    parts = sorted(word.split("-"))
    limit = min(_FARTHEST, max(1, len(word) * 3 // 10)) if len(word) > 1 else 0
    distances = {each: 0 if sorted(each.split("-")) == parts else _distance(word, each, limit) for each in words}
    near = [each for each in words if distances[each] <= limit]
    return min(near, key=lambda each: (distances[each], -SequenceMatcher(None, word, each).ratio()), default=None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return '; did you mean 'x'?' for the known word nearest to `word`, or '' when none is near.

    Where the two look alike, the words say how they differ. A word that is known gets no suggestion.
    """
    words = list(known)
    if word in words:
        return ""
    same = _same_look(word, words)
    if same is not None:
        return f"; write '{same}', {_difference(word, same)}"
    near = nearest(word, words)
    return f"; did you mean '{near}'?" if near else ""


def unseen(text: str) -> str:
    """Return the name of the first character in `text` that cannot be seen or takes another one's place, or ''."""
    return next((_character(letter) for letter in text if _is_unseen(letter)), "")


def curly_quotes(text: str) -> str:
    """Return the curly quotation marks that begin and end a text, where somebody meant straight ones for YAML, or ''."""
    found = re.match(r"^\s*([“”„‘’«]).*?([“”‘’»]?)\s*$", text, re.DOTALL)
    return " ".join(mark for mark in found.groups() if mark) if found else ""


def _same_look(word: str, known: Iterable[str]) -> str | None:
    look = _look(word)
    return next((each for each in known if _look(each) == look), None) if look else None


def _look(word: str) -> str:
    """Return what a reader sees of a word who takes no notice of capitals, spaces and kinds of quotation marks."""
    letters = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in letters if not letter.isspace() and not _is_unseen(letter) and letter not in "“”„‘’«»\"'")


def _difference(word: str, known: str) -> str:
    if hidden := unseen(word):
        return f"without the {hidden}"
    if word.casefold() == known.casefold():
        return "for small and capital letters are not the same here"
    if quotes := curly_quotes(word):
        return f"without the curly quotation marks {quotes}"
    return "without other spaces or marks"


def _is_unseen(letter: str) -> bool:
    return letter not in " \t\n\r" and unicodedata.category(letter) in ("Cf", "Zs", "Zl", "Zp", "Cc")


def _character(letter: str) -> str:
    name = unicodedata.name(letter, "control character").lower()
    return f"{name} (U+{ord(letter):04X})"


def _distance(one: str, other: str, limit: int) -> int:
    """Return how many letters to change, add, leave out or swap with the next turn one word into the other.

    The restricted Damerau-Levenshtein distance; anything above `limit` may be returned as `limit + 1`.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        previous, row = row, [index]
        for place, against in enumerate(other, 1):
            cost = min(previous[place] + 1, row[-1] + 1, previous[place - 1] + (letter != against))
            swapped = index > 1 and place > 1 and letter == other[place - 2] and one[index - 2] == against
            row.append(min(cost, before[place - 2] + 1) if swapped else cost)
        if min(row) > limit:
            return limit + 1
        before = previous
    return row[-1]
