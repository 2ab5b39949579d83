"""Makes the theme light for a small phone: one style sheet that holds what the site uses, and the script when it is needed.

Under `mkdocs serve` the style sheets stay as they are, so that a change is seen at once. In the edition for a folder the script
does, where a site asks for more of it than the search.
"""

import hashlib
import logging
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import quizbank  # noqa: F401 - here, since this folder is on Python's path only while this file runs
from build_state import SESSION, is_for_folder
from quizbank.site.assets import late_script, search_script
from quizbank.site.trim.evidence import Evidence
from quizbank.site.trim.rules import Unreadable
from quizbank.site.trim.sheet import asked_in, joined, trimmed

log = logging.getLogger("mkdocs.hooks.light_theme")

THEME_STYLES, THEME_SCRIPTS = "assets/stylesheets", "assets/javascripts"
# The theme's script as its template has it, and the sheets of a page's head: the theme's first, then those of the settings.
_SCRIPT = re.compile(rf'<script src="([^"]*{THEME_SCRIPTS}/bundle\.[^"]+\.js)"></script>')
_SHEET = r'<link rel="stylesheet" href="([^":]+\.css)">'
_SHEETS = re.compile(rf"{_SHEET}(?:\s*{_SHEET})+")
# What a site may ask the theme for that its script has no part in before somebody searches, or that our own script does.
_WITHOUT_SCRIPT = {
    *("content.action.edit", "content.action.view", "search.highlight", "search.share", "search.suggest"),
    *("toc.follow", "toc.integrate"),
    *(f"navigation.{name}" for name in ("expand", "footer", "indexes", "path", "prune", "sections", "tabs", "tabs.sticky")),
}
_EXTRAS = {"analytics", "annotate", "consent", "version"}  # of the settings' `extra`, for all of which there is a script
_SCRIPTED = re.compile(r'class="[^"]*\b(?:annotate|mermaid|tabbed-set)\b')  # in a page
# As the theme's script would wrap them, which moves what is below.
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_WRAPPED = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{}</div></div>'
_NOTICE = "/*! Material for MkDocs, Copyright (c) Martin Donath and contributors, MIT License */"


@event_priority(30)  # before `offline_site.py` lists what a copy of the site holds
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the script that pages load in the place of the theme's."""
    if _asks_for_search_alone(config):
        script = search_script()
        files.append(File.generated(config, script.path, content=script.text))
    return files


@event_priority(-55)  # after `theme_repairs.py`, before `offline_site.py`
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let the theme's script come when it is needed."""
    return _with_late_script(output, config)


@event_priority(-55)  # as for pages
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """As for pages, in those that are not made from Markdown."""
    return _with_late_script(output_content, config) if template_name.endswith(".html") else output_content


def _with_late_script(html: str, config: MkDocsConfig) -> str:
    for_search = _asks_for_search_alone(config) and not _SCRIPTED.search(html)
    # A folder's pages have the theme's script at hand, and ask for less of it.
    return html if is_for_folder(config) and not for_search else with_late_script(html, for_search=for_search)


def _asks_for_search_alone(config: MkDocsConfig) -> bool:
    """Say whether all else that the settings ask for needs no script of the theme's."""
    return {*config.theme.get("features", [])} <= _WITHOUT_SCRIPT and not _EXTRAS & config.extra.keys() and not config.repo_url


def with_late_script(html: str, *, for_search: bool) -> str:
    """Return a page in which our script stands for the theme's, and brings it `for_search` alone or when the page stands.

    A page in which the theme's script is not found stays as it is.
    """
    if not _SCRIPT.search(html):
        return html
    wrapped = _TABLE.sub(lambda table: _WRAPPED.format(table[0]), html)
    return _SCRIPT.sub(_for_search if for_search else _when_the_page_stands, wrapped)


def _for_search(found: re.Match[str]) -> str:
    root = found[1].partition(THEME_SCRIPTS)[0]  # as the page reaches it
    return f'<script src="{root}{search_script().path}" data-late="{found[1]}"></script>'


def _when_the_page_stands(found: re.Match[str]) -> str:
    return f'<script data-late="{found[1]}">{late_script()}</script>'


@event_priority(-150)  # when all pages and files are written, before `content_policy.py`
def on_post_build(config: MkDocsConfig) -> None:
    """Put one sheet in the place of those that all pages have in their heads."""
    if SESSION.serving:
        return
    site, base = Path(config.site_dir), urlsplit(config.site_url or "/").path
    evidence, heads = _read(site)
    sheets = {tuple(_paths(site, path, head, base)) for path, head in heads.items()}
    if len(sheets) != 1:
        log.info("%s: pages with different sheets in their heads keep them: %s", THEME_STYLES, sorted(sheets))
        return
    (sheets_of_all,) = sheets
    try:
        text = _joined(site, sheets_of_all, evidence)
    except Unreadable as fault:
        log.warning("%s: these style sheets cannot be cut to what the pages use, and stay: %s", THEME_STYLES, fault)
        return
    name = f"{THEME_STYLES}/site-{hashlib.sha256(text.encode()).hexdigest()[:10]}.css"
    (site / name).write_text(text, encoding="utf-8")
    for path in heads:
        path.write_bytes(_SHEETS.sub(partial(_one_sheet, name), _text(path), count=1).encode())
    for sheet in sheets_of_all:
        (site / sheet).unlink()


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _read(site: Path) -> tuple[Evidence, dict[Path, str]]:
    """Return what the site names, and the sheets in the head of each page of the theme. No page is kept, of thousands."""
    evidence, heads = Evidence(), {}
    for path in sorted(site.rglob("*.html")):
        html = _text(path)
        evidence.add_page(html)
        if (found := _SHEETS.search(html)) and THEME_STYLES in found[0]:
            heads[path] = found[0]
    for path in sorted(site.rglob("*.js")):
        add = evidence.add_theme_script if THEME_SCRIPTS in path.as_posix() else evidence.add_script
        add(path.read_text(encoding="utf-8"))
    for path in sorted(site.rglob("*.css")):
        if THEME_STYLES not in path.as_posix():
            evidence.variables |= asked_in(path.read_text(encoding="utf-8"))
    return evidence, heads


def _paths(site: Path, page: Path, links: str, base: str) -> Iterator[str]:
    """Yield the paths of the sheets that a page's head names, from the site's root, whose address is `base`."""
    for address in re.findall(_SHEET, links):
        path = site / address.removeprefix(base) if address.startswith("/") else page.parent / address
        yield path.resolve().relative_to(site.resolve()).as_posix()


def _one_sheet(name: str, found: re.Match[str]) -> str:
    root = found[1].partition(THEME_STYLES)[0]  # as the page reaches it
    return f'<link rel="stylesheet" href="{root}{name}">'


def _joined(site: Path, sheets: tuple[str, ...], evidence: Evidence) -> str:
    """Return the text of the one sheet. What is the site's own stays whole.

    The theme's sheets, which stand first, are cut as one: what one defines another asks for.
    """
    texts = {sheet: (site / sheet).read_text(encoding="utf-8") for sheet in sheets}
    theme = [text for sheet, text in texts.items() if sheet.startswith(THEME_STYLES)]
    own = [text for sheet, text in texts.items() if not sheet.startswith(THEME_STYLES)]
    return joined([_NOTICE, trimmed(joined(theme), evidence), *own])
