"""Sees to the system's part of making PDF files, before `make pdf` and the tests: libraries, typefaces, programs that read PDFs.

What is missing is installed on Debian as root, else named. Missing typefaces are no failure: the books are set in others then.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

# Where MSYS2 puts libraries on Windows; WeasyPrint looks there as well.
MSYS2 = (r"C:\msys64\ucrt64\bin", r"C:\msys64\mingw64\bin")
NAMES_OF_LIBRARIES = ("lib{}.so.{}", "lib{}.{}.dylib", "lib{}-{}.dll")


class Need(NamedTuple):
    """One Debian package, whether there can be no PDF without it, and whether what it brings is here."""

    package: str
    is_must: bool
    is_here: Callable[[], bool]


def library(name: str, version: int) -> Callable[[], bool]:
    """Return a function that says whether the system can load a library."""
    return lambda: any(map(_loads, (form.format(name, version) for form in NAMES_OF_LIBRARIES)))


def typeface(family: str) -> Callable[[], bool]:
    """Return a function that says whether the system has a family of fonts."""
    return lambda: family in _output("fc-list", f":family={family}", "family")


NEEDS = (
    Need("libpango-1.0-0", True, library("pango-1.0", 0)),
    Need("libpangoft2-1.0-0", True, library("pangoft2-1.0", 0)),
    Need("libharfbuzz-subset0", True, library("harfbuzz-subset", 0)),
    Need("fontconfig", False, lambda: shutil.which("fc-list") is not None),
    Need("fonts-sil-charis", False, typeface("Charis SIL")),
    Need("fonts-inter", False, typeface("Inter")),
    Need("fonts-noto-core", False, typeface("Noto Serif Devanagari")),
)
TESTS_NEED = (Need("poppler-utils", True, lambda: shutil.which("pdftotext") is not None),)


def main() -> int:
    """See to what making PDFs needs; with the argument `tests` also to what reading them back needs. Returns the exit status."""
    _add_folders_of_windows()
    needs = NEEDS + TESTS_NEED * ("tests" in sys.argv)
    missing = _missing(needs)
    if missing and _is_debians_root():
        _install([need.package for need in missing])
        missing = _missing(needs)
    _tell(missing)
    return int(any(need.is_must for need in missing))


def _add_folders_of_windows() -> None:
    if sys.platform == "win32":
        for folder in MSYS2:
            with suppress(OSError):
                os.add_dll_directory(folder)


def _missing(needs: tuple[Need, ...]) -> list[Need]:
    return [need for need in needs if not need.is_here()]


def _is_debians_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    print(f"For PDF files: installing Debian's {', '.join(packages)}.", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
    subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], env=quiet, check=False)


def _tell(missing: list[Need]) -> None:
    for is_must, words in ((True, "PDF files cannot be made or read without these"), (False, "PDF files look best with these")):
        packages = " ".join(need.package for need in missing if need.is_must == is_must)
        if packages:
            print(f"{words}:\n  Debian, Ubuntu: sudo apt-get install {packages}", file=sys.stderr)
            print("  macOS: brew install pango poppler; fonts Charis, Inter and Noto Serif Devanagari by hand", file=sys.stderr)
            print("  Windows, in MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango mingw-w64-ucrt-x86_64-poppler", file=sys.stderr)


def _loads(name: str) -> bool:
    with suppress(OSError):
        ctypes.CDLL(name)
        return True
    return False


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
