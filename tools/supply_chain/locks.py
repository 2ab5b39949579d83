"""Reads the lock files: which packages, in which version, on which systems, with which hashes."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from packaging.markers import Marker

_PINNED = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[\w.!+]+)(?: ; (?P<marker>[^\\]+?))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Locked(NamedTuple):
    """One package of a lock file. `hashes` are those of its files, `marker` says where it is wanted; None: everywhere."""

    name: str
    version: str
    marker: Marker | None
    hashes: frozenset[str]
    place: str


def read_lock(path: Path) -> tuple[list[Locked], list[str]]:
    """Return the packages of a lock file, and a sentence with file and line for whatever is not a version with its hashes."""
    packages: list[Locked] = []
    problems: list[str] = []
    for number, entry in _entries(path.read_text(encoding="utf-8").splitlines()):
        place = f"{path.name}:{number}"
        found = _PINNED.fullmatch(entry.partition(" --hash")[0].strip())
        hashes = frozenset(_HASH.findall(entry))
        if found is None:
            problems.append(f"{place}: expected a package with its version, such as 'jinja2==3.1.6', got '{entry[:60]}'")
        elif not hashes:
            problems.append(f"{place}: expected {found['name']} with a hash, '--hash=sha256:…', got none")
        else:
            marker = Marker(found["marker"]) if found["marker"] else None
            packages.append(Locked(found["name"], found["version"], marker, hashes, place))
    return packages, problems


def read_locks(root: Path) -> tuple[dict[str, list[Locked]], list[str]]:
    """Return the packages of each lock file of a folder by the file's name, and what is wrong with the files."""
    read = {path.name: read_lock(path) for path in sorted(root.glob("requirements*.lock"))}
    if not read:
        return {}, [f"{root}: expected lock files, 'requirements*.lock', got none"]
    return {name: packages for name, (packages, _) in read.items()}, [fault for _, faults in read.values() for fault in faults]


def every_package(locks: Iterable[list[Locked]]) -> list[Locked]:
    """Return each package in each version once, by name."""
    once = {(package.name, package.version): package for packages in locks for package in packages}
    return [once[key] for key in sorted(once)]


def _entries(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield what stands in lines that a backslash joins, with the number of the first; no comments and no empty lines."""
    parts: list[str] = []
    first = 0
    for number, line in enumerate(lines, 1):
        first = first if parts else number
        parts.append(line.removesuffix("\\").strip())
        if not line.endswith("\\"):
            entry = " ".join(parts).strip()
            parts = []
            if entry and not entry.startswith("#"):
                yield first, entry
