"""Looks whether each locked package can be installed without a compiler, on each system and with each Python that we promise.

A wheel says in its name where it runs (https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/). Only
files whose hash the lock holds count, since pip takes no other.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from supply_chain.locks import Locked

_MANYLINUX = [f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)]  # as Debian 12 takes them
_LINUX = [*_MANYLINUX, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"]
_MAC = list(mac_platforms((15, 0), "arm64"))  # the oldest that Apple keeps up in November 2026
# What markers ask for, and the platforms of wheels, best first.
SYSTEMS: Mapping[str, tuple[Mapping[str, str], list[str]]] = {
    "Linux": ({"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"}, _LINUX),
    "Windows": (
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
        ["win_amd64"],
    ),
    "macOS": ({"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"}, _MAC),
}
PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))


class Target(NamedTuple):
    """A system and a Python: what markers see there, and the tags of the wheels that it takes."""

    name: str
    environment: dict[str, str]
    tags: frozenset[Tag]


def targets() -> Iterator[Target]:
    """Yield every system with every Python."""
    for system, (environment, platforms) in SYSTEMS.items():
        for python in PYTHONS:
            version = f"{python[0]}.{python[1]}"
            seen = {**environment, "python_version": version, "python_full_version": f"{version}.9"}
            seen |= {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
            tags = frozenset([*cpython_tags(python, platforms=platforms), *compatible_tags(python, "cp", platforms)])
            yield Target(f"{system} with Python {version}", seen, tags)


def without_wheel(package: Locked, files: Mapping[str, str], places: Iterable[Target]) -> Iterator[str]:
    """Yield a sentence for each place that wants the package and has no wheel. `files` are names of files by their hash."""
    offered = {tag for digest in package.hashes for tag in _tags(files.get(digest, ""))}
    for place in places:
        wanted = package.marker is None or package.marker.evaluate(place.environment)
        if wanted and offered.isdisjoint(place.tags):
            yield f"{package.place}: {package.name} {package.version} has no wheel for {place.name}"


def _tags(name: str) -> frozenset[Tag]:
    try:
        return parse_wheel_filename(name)[3]
    except InvalidWheelFilename:
        return frozenset()  # an archive of source code, or no file that the index knows
