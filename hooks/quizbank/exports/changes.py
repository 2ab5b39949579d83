"""When each question was last changed, by the history of its bank: systems that import a file twice look at this time."""

import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from quizbank.library import Library
from quizbank.model.bank import Bank

# A line of `git blame --porcelain`: the commit, the line in the file as it is now.
_COMMIT = re.compile(r"^([0-9a-f]{40}) \d+ (\d+)")
_TIME = re.compile(r"^committer-time (\d+)")


def changes(library: Library, root: Path) -> dict[str, datetime]:
    """Return the time (UTC) of the last commit that touched a line of each published question, by its id.

    Empty where there is no history to ask. A line that is not committed counts as changed when git says so: now.
    """
    return {name: when for bank in library.banks.values() for name, when in _of_bank(bank, root)}


def _of_bank(bank: Bank, root: Path) -> Iterator[tuple[str, datetime]]:
    times = _line_times(root / bank.file)
    starts = sorted((bank.line(question.id, "id"), question.id) for question in bank.questions) if times else []
    ends = [start for start, _ in starts[1:]] + [len(times) + 1] * bool(starts)
    for (start, name), end in zip(starts, ends, strict=True):
        when = datetime.fromtimestamp(max(times[start - 1 : end - 1]), UTC)
        yield name, when
        yield from ((part.id, when) for question in bank.questions if question.id == name for part in question.inner)


def _line_times(path: Path) -> list[int]:
    """Return the time of each line's last commit, in seconds since 1970; [] where git or its history is not there."""
    command = ["git", "-C", str(path.parent), "blame", "--porcelain", "--", path.name]
    try:
        told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return []
    times: dict[str, int] = {}
    commits: list[str] = []
    for line in told.splitlines():
        if found := _COMMIT.match(line):
            commits.append(found[1])
        elif found := _TIME.match(line):
            times[commits[-1]] = int(found[1])
    return [times[commit] for commit in commits]
