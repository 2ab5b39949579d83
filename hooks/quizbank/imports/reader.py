"""What a reader declares, what it is given, and what it finds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizbank.exchange.portable import Portable

MOST_BYTES = 50_000_000


class NotReadable(Exception):
    """The file as a whole cannot be read. `line` counts from 1; the message says what was expected and what is there."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line, self.message = line, message


@dataclass(frozen=True)
class File:
    """The file that is read: its name, its bytes, and how to get at a file that lies beside it, by its name alone.

    `columns` maps our names of columns to those of the file, as somebody gave them on the command line.
    """

    name: str
    data: bytes
    beside: Callable[[str], bytes | None] = lambda _: None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def ending(self) -> str:
        """The ending in small letters, without a dot."""
        return self.name.lower().rpartition(".")[2]


@dataclass(frozen=True)
class Taken:
    """A question that was read: where it begins, the chapter or category it stood in, and what of it was lost.

    `line` is the line, the row of a table or the paragraph of a document, from 1.
    """

    question: Portable
    line: int
    deck: str = ""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Refused:
    """Something that was not taken: its line, what it is called, and the sentence: expected X, got Y."""

    line: int
    where: str
    message: str


@dataclass(frozen=True)
class Found:
    """What stands in a file. `told` are lines about how it was read, such as what each column was taken for."""

    taken: tuple[Taken, ...]
    refused: tuple[Refused, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reader:
    """A format that is read.

    `title` is what people call it. `fits` says how surely a file is one of this format: 0 for no, more for more; it looks at the
    ending and the content and never raises. `read` reads it, and raises NotReadable.
    """

    title: str
    fits: Callable[[File], int]
    read: Callable[[File], Found]


def from_disk(path: Path, columns: Mapping[str, str]) -> File:
    """Return a file. Raises NotReadable where it is not there or too large."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise NotReadable(f"expected a file of at most {MOST_BYTES:,} bytes, got {size:,}")
        return File(path.name, path.read_bytes(), lambda name: _beside(path, name), columns)
    except OSError as error:
        raise NotReadable(f"expected a file that can be read, got '{error.strerror}'") from None


def _beside(path: Path, name: str) -> bytes | None:
    """Return a file that lies in the same folder; no name leads out of that."""
    try:
        other = path.parent / Path(name.replace("\\", "/")).name
        return other.read_bytes() if other.is_file() and other.stat().st_size <= MOST_BYTES else None
    except (OSError, ValueError):
        return None


def in_order(refused: Iterable[Refused]) -> tuple[Refused, ...]:
    """Return what was refused in the order of the file."""
    return tuple(sorted(refused))
