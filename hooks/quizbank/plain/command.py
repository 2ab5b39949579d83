"""The command `pages`: writes the whole site as plain pages, with settings for a builder that runs no hooks."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quizbank.library import Library
from quizbank.notes.nav import SETTINGS
from quizbank.plain.addresses import address
from quizbank.plain.pages import PlainPages
from quizbank.plain.settings import CannotRead, Settings, read_settings, written
from quizbank.problems.report import report
from quizbank.site.downloads import NoAccount, read_downloads
from quizbank.site.minify import minified_style
from quizbank.site.site import Site
from quizbank.site.topics import topic_style

STYLE, OWN_STYLE = "assets/theme.css", "assets/home.css"
# Those of the shell are for the shell, which another builder has not.
STYLES = ("1-colours.css", "2-reading.css", "4-print.css")


class CannotWrite(Exception):
    """The folder cannot be written. Its text says what was expected."""


def add_command(commands: Any, library_of: Callable[[Path], Library | None]) -> None:
    """Add the command to the parser's. `library_of` reads a project, or says what is wrong with it and returns None."""
    pages = commands.add_parser("pages", help="write the site as plain pages, for a builder of sites that runs no hooks")
    pages.add_argument("folder", metavar="DIR", type=Path, help="the folder for it, empty or not there")
    pages.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    pages.set_defaults(run=lambda options: _run(options, library_of))


def _run(options: argparse.Namespace, library_of: Callable[[Path], Library | None]) -> int:
    library = library_of(options.root)
    if library is None:
        return 1
    faults = list(report(library.problems))
    if not faults:
        try:
            count = write_pages(library, options.root, options.folder, faults.append)
        except (CannotRead, CannotWrite, NoAccount) as error:
            faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{options.folder} holds {count} pages, and {SETTINGS} for a builder that reads it.")
    return 1 if faults else 0


def write_pages(library: Library, root: Path, folder: Path, tell: Callable[[str], None]) -> int:
    """Write the site of a project. Returns the number of its pages. Raises CannotRead, CannotWrite and NoAccount."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotWrite(f"{folder}: expected a folder that is empty or not there, got one that holds something, or a file")
    settings = read_settings(root / SETTINGS)
    site = Site(library, ready=read_downloads(root))
    files = {**dict(site.files(address)), STYLE: _style(root, site)}
    pages = PlainPages(site, settings, tell).all()
    for path in _written_files(root / "docs"):
        _put(folder / "docs" / path, (root / "docs" / path).read_bytes())
    for path, content in (*files.items(), *pages.items()):
        _put(folder / "docs" / path, content if isinstance(content, bytes) else content.encode())
    _put(folder / SETTINGS, _settings(settings, site, folder).encode())
    return len(pages)


def _settings(settings: Settings, site: Site, folder: Path) -> str:
    course = site.library.course
    styles = [STYLE, *([OWN_STYLE] if (folder / "docs" / OWN_STYLE).is_file() else [])]
    return written(settings, course.title, course.language, os.environ.get("SITE_URL", ""), styles)


def _written_files(docs: Path) -> Iterator[str]:
    """Yield what lies among the pages and is none: figures, icons, pictures."""
    for path in sorted(docs.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            yield path.relative_to(docs).as_posix()


def _style(root: Path, site: Site) -> str:
    """Return the colours and the looks of notes and questions, and the course's topics."""
    sheets = [root / "overrides/styles" / name for name in STYLES]
    texts = [sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.is_file()]
    return minified_style("\n".join(texts) + topic_style(site.library.course.topics))


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
