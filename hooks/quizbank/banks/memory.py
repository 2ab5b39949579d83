"""Reads a bank again only when its file has changed: for `mkdocs serve`, where an author saves one bank of many."""

from collections.abc import Callable
from pathlib import Path

from quizbank.banks.load import load_bank
from quizbank.model.bank import Bank
from quizbank.problems.problem import Problem

Read = tuple[Bank | None, list[Problem]]
BankLoader = Callable[[Path, Path], Read]


class BankMemory:
    """The banks as read last, each with the time and the size that its file had then. An unchanged file gives the same object."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, int], Read]] = {}

    def load(self, path: Path, root: Path) -> Read:
        """Read one bank, as `load_bank` does."""
        status = path.stat()
        stamp = status.st_mtime_ns, status.st_size
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            known = self._known[path] = stamp, load_bank(path, root)
        return known[1]
