"""Under `mkdocs serve`, shows a saved bank by making again only the pages and files that it changes.

MkDocs builds the whole site at every save. Where nothing but banks has changed, and in them nothing that another part of the site
is made from, what the last build knows of each page serves again: its place in the navigation, its text, its context for the
theme. In every other case this says so, and MkDocs builds as it always does.
"""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

import quizbank  # noqa: F401 - here, since this folder is on Python's path only while this file runs
from build_state import Build, Shown, Stamps

if TYPE_CHECKING:
    from quizbank.library import Library

HOOKS = Path(__file__).parent
Read = Callable[[MkDocsConfig], "Library"]
Tell = Callable[["Library", Path], None]
Fill = Callable[[Build, Page, str], str]


def stamps(config: MkDocsConfig) -> Stamps:
    """Return the time and the size of every file that a site is made from, but for the theme's own."""
    return {str(path): (status.st_mtime_ns, status.st_size) for path in _sources(config) for status in [path.stat()]}


def _sources(config: MkDocsConfig) -> Iterator[Path]:
    root = Path(config.config_file_path).parent
    folders: list[str] = [config.config_file_path, config.docs_dir, *config.watch, config.theme.custom_dir or config.docs_dir]
    for place in (root / "course.yml", root / "facts.yml", root / "quizzes", HOOKS, *map(Path, folders)):
        files = place.rglob("*") if place.is_dir() else [place]
        yield from (path for path in files if path.is_file() and "__pycache__" not in path.parts)


def digest(content: str) -> bytes:
    """Return what stands for a page's content: to keep all contents would take much memory."""
    return hashlib.sha256(content.encode()).digest()


def shown_again(build: Build, read: Read, tell: Tell, fill: Fill) -> bool:
    """Show saved banks without building the whole site. Returns whether that was possible.

    `read` reads everything for some settings, `tell` reports what is wrong in a project, and `fill` gives the content of a page
    with its questions.
    """
    now = stamps(build.config) if build.config else {}
    if build.config is None or not _only_banks_changed(build, build.config, now):
        return False
    library = read(build.config)
    build.complete = False  # until all is written
    if not _make_again(build, library, fill):
        return False
    tell(library, Path(build.config.config_file_path).parent)
    build.stamps, build.complete = now, True
    return True


def _only_banks_changed(build: Build, config: MkDocsConfig, now: Stamps) -> bool:
    """Say whether the files of banks, and none but these, are others than at the last build."""
    changed = {path for path in now.keys() | build.stamps.keys() if now.get(path) != build.stamps.get(path)}
    quizzes = Path(config.config_file_path).parent / "quizzes"
    return build.complete and bool(changed) and all(Path(path).parent == quizzes and path.endswith(".yml") for path in changed)


def _make_again(build: Build, library: "Library", fill: Fill) -> bool:
    """Write what other banks change on the site. Returns False, and writes nothing, where that is more than questions."""
    if _frame(library) != _frame(build.site.library):
        return False
    site, before = build.site.again(library), build.site.library
    made = dict(site.files(lambda path: file.url if (file := build.files.get_file_from_path(path)) else path))
    same_frame = site.pages() == build.pages and site.data["marks"].path == build.site.data["marks"].path
    if not same_frame:
        return False
    build.site = site
    _write_files(build, made)
    again = site.to_fill_again(before)
    for path, shown in build.shown.items():
        content = fill(build, shown.page, build.unfilled[path]) if path in again else None
        if content is not None and digest(content) != shown.digest:
            build.shown[path] = shown._replace(digest=digest(content))
            _write_page(build, shown, content)
    return True


def _frame(library: "Library") -> object:
    """Return what else than questions the pages and their places are made from."""
    banks = [
        (each.name, each.chapter, each.number, each.title, each.contrasts, each.objectives) for each in library.banks.values()
    ]
    return banks, sorted(library.kept_back.banks), sorted(library.unread), sorted(library.mock_papers()), library.left_out


def _write_files(build: Build, made: dict[str, str | bytes]) -> None:
    """Write the scripts and papers that are new or others, and take away those that are no more."""
    site = _folder(build)
    for path in build.made.keys() - made.keys():
        (site / path).unlink(missing_ok=True)
    for path, content in made.items():
        if build.made.get(path) != content:
            write_file(content if isinstance(content, bytes) else content.encode(), str(site / path))
    build.made = made


def _write_page(build: Build, shown: Shown, content: str) -> None:
    """Put a page's new content into the theme, and write it, as MkDocs does."""
    config, page = build.config, shown.page
    assert config is not None  # noqa: S101 - the build was complete
    assert build.env is not None  # noqa: S101
    page.content, page.active = content, True
    output = build.env.get_template(str(page.meta.get("template", "main.html"))).render(shown.context)
    page.active = False
    output = config.plugins.on_post_page(output, page=page, config=config)
    write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)


def _folder(build: Build) -> Path:
    assert build.config is not None  # noqa: S101 - the build was complete
    return Path(build.config.site_dir)
