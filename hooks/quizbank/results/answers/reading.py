"""The files that were handed over, each read by itself: what is wrong with one keeps no other from being read."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from quizbank.model.question import Question
from quizbank.results.answers.backups import Refused, read_backup
from quizbank.results.answers.learners import learner_of
from quizbank.results.answers.table import read_table
from quizbank.results.forms import Test
from quizbank.results.scoring import Learner
from quizbank.strings.words import Words

MOST_BYTES = 20_000_000  # several times what a browser keeps for a site
ENDINGS = (".json", ".csv")


@dataclass(frozen=True)
class Handed:
    """What was read: the learners, and of each file that was refused its name and the reasons, with lines where they have one."""

    learners: tuple[Learner, ...]
    refused: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @property
    def messages(self) -> Iterator[str]:
        """What to tell the teacher, a line for each reason."""
        for name, reasons in self.refused:
            yield from (f"{name}:{line}: {message}" if line else f"{name}: {message}" for line, message in reasons)


@dataclass(frozen=True)
class Reader:
    """Reads files for one test. `questions` are all that the site asks, by their ids; `words` are those of the course."""

    site: str
    test: Test
    questions: Mapping[str, Question]
    words: Words

    def read(self, paths: Iterable[Path]) -> Handed:
        """Return what the files hold, in their order."""
        learners: list[Learner] = []
        refused: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        seen: dict[bytes, Path] = {}
        for path in paths:
            try:
                learners += self._file(path, seen)
            except Refused as fault:
                refused.append((str(path), fault.reasons))
        return Handed(tuple(_named(learners)), tuple(refused))

    def _file(self, path: Path, seen: dict[bytes, Path]) -> list[Learner]:
        data = _bytes(path)
        first = seen.setdefault(hashlib.sha256(data).digest(), path)
        if first != path:
            raise Refused(("", f"expected answers of its own, got those of {first} again"))
        if path.suffix.lower() == ".csv":
            return read_table(data, self.test.forms, self.words)
        return [learner_of(path.stem, read_backup(data, self.site), self.test, self.questions)]


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return files, and in the place of a folder the backups and tables in it, by their names."""
    return [file for path in paths for file in (_inside(path) if path.is_dir() else [path])]


def anonymous(learners: Iterable[Learner]) -> tuple[Learner, ...]:
    """Return the learners under numbers, in an order that neither names nor files give away."""
    mixed = sorted(learners, key=lambda learner: hashlib.sha256(repr((learner.units, learner.name)).encode()).digest())
    return tuple(replace(learner, name=str(number)) for number, learner in enumerate(mixed, 1))


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file())


def _bytes(path: Path) -> bytes:
    if path.suffix.lower() not in ENDINGS:
        raise Refused(("", "expected a learner's backup (.json) or a table of answers (.csv), got another file"))
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Refused(("", f"expected a file of at most {MOST_BYTES // 1_000_000} MB, got {size / 1e6:.0f} MB"))
        return path.read_bytes()
    except OSError as error:
        raise Refused(("", f"expected a file that can be read, got: {error.strerror}")) from None


def _named(learners: Iterable[Learner]) -> Iterator[Learner]:
    """Yield the learners, those without a name under '#' and their place."""
    for place, learner in enumerate(learners, 1):
        yield learner if learner.name else replace(learner, name=f"#{place}")
