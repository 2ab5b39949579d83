"""Puts the question banks on the MkDocs site: MkDocs' events in, calls to the engine in `quizbank/` out.

The only file that knows MkDocs. Blocks leave a comment in the page, which becomes questions after the search plugin has read it:
that keeps answers out of the search index and saves the plugin the work.
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from quizbank.blocks import extensions_with
from quizbank.check import quiz_page
from quizbank.guard import Guard
from quizbank.library import Library, read_library
from quizbank.literal import as_title
from quizbank.site import Site, mark

log = logging.getLogger("mkdocs.hooks.quiz_pages")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read everything anew for this build, and give each quiz its place in the navigation."""
    root = Path(config.config_file_path).parent
    library = read_library(root / "quizzes", Path(config.docs_dir), root)
    for problem in library.problems:
        log.error("%s", problem)
    guard: Any = Guard(partial(_failed, config))
    config.markdown_extensions = [*extensions_with(config.markdown_extensions, mark), guard]
    if config.nav is not None:
        config.nav = _with_quizzes(config.nav, library)
    config.extra["quiz_site"] = Site(library, config.extra.get("site_id", "quizbank"))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from banks, and the scripts and styles."""
    site: Site = config.extra["quiz_site"]
    config.extra["quiz_files"] = files
    for path, content in site.pages().items():
        files.append(File.generated(config, path, content=content))
    for path, content in site.files(lambda path: _address(path, files)).items():
        files.append(File.generated(config, path, content=content))
    return files


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Let a build that cannot even begin, as with a tab in mkdocs.yml, end in a message, and the pages stay as they were."""
    build = server.builder

    def guarded() -> None:
        try:
            build()
        except Exception as error:  # MkDocs would print where in its own code it stopped, and leave every browser waiting
            log.error("the site was not built: %s", " ".join(str(error).split()) or type(error).__name__)

    server.builder = guarded
    return server


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Read a page that is not UTF-8 all the same: the checks have told of it, and MkDocs would end."""
    config.extra["quiz_page"] = page.file.src_uri
    if page.file.abs_src_path is None:
        return None
    try:
        return Path(page.file.abs_src_path).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    except OSError:
        return None


def _failed(config: MkDocsConfig, error: Exception) -> str:
    """Report a page that cannot be read as Markdown, unless the checks have, and return what it shows instead."""
    site: Site = config.extra["quiz_site"]
    return site.unreadable(config.extra["quiz_page"], error, partial(log.error, "%s"))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs the ids of questions that come into the page later, so that it takes links to them for sound."""
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= config.extra["quiz_site"].ids_in(html)
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Fill in what the blocks left open, now that the search plugin has read the page."""
    site: Site = config.extra["quiz_site"]

    def url(path: str) -> str:
        return get_relative_url(_address(path, config.extra["quiz_files"]), page.url)

    def report(fault: str) -> None:
        log.error("%s: quiz: %s", page.file.src_uri, fault)

    page.content = site.fill(page.content or "", page.file.src_uri, url, report)
    return context


def _address(path: str, files: Files) -> str:
    """Return the address of a file of the docs folder, as seen from the site's root."""
    file = files.get_file_from_path(path)
    return file.url if file else path


def _with_quizzes(nav: Any, library: Library) -> Any:
    """Return the navigation with each chapter's quizzes after it."""
    if not isinstance(nav, list):
        return nav
    entries: list[Any] = []
    for entry in nav:
        if isinstance(entry, dict):
            entry = {title: _with_quizzes(value, library) for title, value in entry.items()}
        entries.append(entry)
        paths = entry.values() if isinstance(entry, dict) else [entry]
        banks = [bank for bank in library.banks.values() if bank.chapter in paths]
        entries += [{as_title(f"Quiz: {bank.title}"): quiz_page(bank.name)} for bank in banks]
    return entries
