"""Gives every page its Content-Security-Policy, and tells authors what it would keep from working in their notes.

Files in HTML that an author has put among the notes stay as they are, and so do all pages under `mkdocs serve`, which puts a
script of its own into each.
"""

import logging
from collections.abc import Iterator
from functools import reduce
from operator import or_
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import quizbank  # noqa: F401 - here, since this folder is on Python's path only while this file runs
from build_state import SESSION, is_for_folder
from quizbank.site.safety.forbidden import Forbidden, forbidden_in
from quizbank.site.safety.policy import Inline, inline_in, page_policy, policy_in, with_policy

log = logging.getLogger("mkdocs.hooks.content_policy")


@event_priority(-60)  # late: what other hooks and plugins make of an author's text is there
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Warn of what browsers would refuse, which ends a strict build."""
    for fault in forbidden_in(html):
        log.warning("%s: %s", _place(page, fault), fault.message)
    return html


def _place(page: Page, fault: Forbidden) -> str:
    """Return the page's file, and the first line that holds the words, where one does."""
    lines = page.file.content_string.splitlines() if page.file.abs_src_path else []
    line = next((number for number, line in enumerate(lines, 1) if fault.words.lower() in line.lower()), None)
    return f"{page.file.src_uri}:{line}" if line else page.file.src_uri


@event_priority(-190)  # when all plugins have written all pages, before `offline_site.py` takes down the hash of each file
def on_post_build(config: MkDocsConfig) -> None:
    """Put the policy into every page."""
    if SESSION.serving:
        return
    inline: dict[Path, Inline] = {path: inline_in(html) for path, html in _pages(Path(config.site_dir))}
    policy = page_policy(reduce(or_, inline.values(), Inline()), in_folder=is_for_folder(config))
    for path in inline:  # read again: all pages at once would take more memory than the rest of the build
        path.write_bytes(with_policy(_text(path), policy).encode())


def _pages(site: Path) -> Iterator[tuple[Path, str]]:
    """Yield the site's pages, each with its text. One that has a policy keeps it, as papers do, which no other page replaces."""
    files = SESSION.build.files
    by_hand = {file.dest_uri for file in files if file.is_static_page() and file.generated_by is None}
    for path in sorted(site.rglob("*.html")):
        if path.relative_to(site).as_posix() not in by_hand:
            html = _text(path)
            if not policy_in(html):
                yield path, html


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
