"""What is wrong in an author's file, said so that the author can find it and mend it.

Nothing here raises: problems are collected and reported together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `line` counts from 1; `where` names the spot in the author's words and may be empty."""

    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        spot = f"{self.file}:{self.line}"
        return f"{spot}: {self.where}: {self.message}" if self.where else f"{spot}: {self.message}"


def file_name(path: Path, root: Path) -> str:
    """Return the name of a file for messages: its path from `root`, or its last part when it lies elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or None when none is near."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return '; did you mean 'x'?' for the known word nearest to `word`, or '' when none is near."""
    near = nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""
