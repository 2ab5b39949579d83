"""The files for other systems that lie ready to be taken along, as the command that made them has told in its account.

Knows nothing of the formats: making a site needs none of their libraries.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizbank.problems.advice import exporting

FOLDER = "exports"
ACCOUNT = "account.json"


@dataclass(frozen=True)
class Download:
    """One file: its path below the folder of all, and its size in bytes. `deck` is the bank it holds, '' for all of them."""

    path: str
    size: int
    deck: str


@dataclass(frozen=True)
class Downloads:
    """The files of one format, and what it holds. `how` is the key of the words that tell how to import it, or ''.

    `beside` are files that go with them, such as pictures. `taken` counts the questions that it holds by kind. `left` are those
    that it leaves out and `lessened` those that lose something in it, as (kind, reason, number).
    """

    name: str
    title: str
    how: str
    files: tuple[Download, ...]
    beside: tuple[Download, ...]
    taken: Mapping[str, int]
    left: tuple[tuple[str, str, int], ...]
    lessened: tuple[tuple[str, str, int], ...]

    @property
    def whole(self) -> Download | None:
        """The file with all questions."""
        return next((file for file in self.files if not file.deck), None)

    def of(self, deck: str) -> Download | None:
        """Return the file of one chapter, if this format holds anything of it."""
        return next((file for file in self.files if file.deck == deck), None)


@dataclass(frozen=True)
class Ready:
    """All that lies ready: the folder, which questions it was made of (`exchange/made_of.py`), and the formats."""

    folder: Path
    of: str
    formats: tuple[Downloads, ...]

    def data(self) -> dict[str, bytes]:
        """Return the files by their paths on the site."""
        paths = [file.path for one in self.formats for file in (*one.files, *one.beside)]
        return {f"{FOLDER}/{path}": (self.folder / path).read_bytes() for path in paths}


class NoAccount(Exception):
    """The account cannot be read, or names a file that is not there. Its text says what was expected."""


def read_downloads(root: Path) -> Ready | None:
    """Return what lies ready below a project's folder, or None where nothing does. Raises NoAccount."""
    path = root / FOLDER / ACCOUNT
    if not path.is_file():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        ready = Ready(path.parent, told["of"], tuple(_format(name, one) for name, one in told["formats"].items()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        cure = "run it again, or delete the folder"  # most often another version has written it
        raise NoAccount(f"{FOLDER}/{ACCOUNT}: expected what '{exporting()}' writes now, got {error!r}; {cure}") from None
    for file in (file for one in ready.formats for file in (*one.files, *one.beside)):
        if not (ready.folder / file.path).is_file():
            raise NoAccount(f"{FOLDER}/{ACCOUNT}: expected the file {file.path} beside it, got none; run '{exporting()}' again")
    return ready


def _format(name: str, told: Mapping[str, Any]) -> Downloads:
    files = tuple(Download(path, size, deck) for path, size, deck in told["files"])
    left, lessened = (tuple((kind, reason, number) for kind, reason, number in told[key]) for key in ("left", "lessened"))
    beside = tuple(Download(path, size, "") for path, size in told["beside"])
    return Downloads(name, told["title"], told["how"], files, beside, told["taken"], left, lessened)
