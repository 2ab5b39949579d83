"""An author's files in places where the site puts its own, which would replace them without a word."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from quizbank.problems.problem import Problem, file_name
from quizbank.site.addresses import FOLDERS

_PAGE_FILE = re.compile(r"\.(?:md|markdown|html)$")
_INDEX = re.compile(r"(?:^|/)(?:index|readme)$")


def check_collisions(docs: Path, root: Path, files: Collection[str], made: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each of an author's `files` (paths below `docs`) that has the address of something that the site makes."""
    taken = {_address(path): path for path in made}
    for path in sorted(files):
        other = taken.get(_address(path))
        if other is not None:
            message = f"expected another file name, got that of {made[other]}, which the site makes as '{other}'"
            yield Problem(file_name(docs / path, root), 1, "", message)
        elif folder := next((folder for folder in FOLDERS if path.casefold().startswith(folder)), ""):
            message = f"expected another folder, got '{folder}', where the site puts {FOLDERS[folder]}"
            yield Problem(file_name(docs / path, root), 1, "", message)


def _address(path: str) -> str:
    """Return what pages of one address have in common: 'today.md', 'today/index.md' and 'Today.html' are one."""
    page = _PAGE_FILE.sub("", path.casefold())
    return path.casefold() if page == path.casefold() else _INDEX.sub("", page) or "index"
