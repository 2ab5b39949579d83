"""Makes the built site work without a network: a service worker for the web, the book in the edition for a folder.

Also puts into each page's head what phones need to know about a site on their home screen, where the site has a manifest.
"""

import gzip
import json
import re
from fnmatch import fnmatch
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from build_state import SESSION, is_for_folder
from quizbank.offline.manifest import FILE as MANIFEST
from quizbank.offline.manifest import ICONS, manifest
from quizbank.offline.worker import register_script, service_worker, withdrawing_worker
from quizbank.site.addresses import SERVICE_WORKER
from quizbank.site.assets import folder_assets
from quizbank.strings.words import Words

TOUCH_ICON = f"{ICONS}/icon-180.png"
# A page has this where the book is linked, when there is one. By its ending, what is said of a file of it, and of the link.
BOOK_MARK = "<!--book-->"
BOOK_WORDS = {".pdf": ("offline.book", "offline.book_link"), ".epub": ("offline.epub", "offline.epub_link")}
# Files of the theme that no page asks for: half of what a site weighs. The second is for searching in other languages.
SOURCE_MAPS, LANGUAGES = "*.map", "assets/javascripts/lunr/*"


@event_priority(-50)  # late: what other plugins and hooks add is there to be dropped
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Drop what nobody asks for; add the script that asks for the worker, or what only a folder has."""
    for file in list(files):
        if any(fnmatch(file.src_uri, pattern) for pattern in _needless(config)):
            files.remove(file)
    for book in _books(config):
        files.append(File.generated(config, book.name, abs_src_path=str(book)))
    for asset in folder_assets(SESSION.build.course.id) if is_for_folder(config) else ():
        files.append(File.generated(config, asset.path, content=asset.text))
    text = _manifest(config)
    if text and files.get_file_from_path(MANIFEST) is None and not is_for_folder(config):
        files.append(File.generated(config, MANIFEST, content=text))
    if _has_worker(config):
        files.append(File.generated(config, register_script().path, content=register_script().text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Link the book where the page has a place for it."""
    return markdown.replace(BOOK_MARK, " ".join(_book_words(book, page) for book in _books(config)))


def _book_words(book: Path, page: Page) -> str:
    """Return the sentences that lead to a file of the book, in Markdown."""
    words = Words(SESSION.build.course.language)
    sentence, linked = BOOK_WORDS[book.suffix]
    address = relpath(book.name, dirname(page.file.src_uri))
    link = Markup(f"[{words.say(linked)}]({address})")  # noqa: S704 - the name is made from the course's id
    return words.around(sentence, link=link, size=Markup(f"{book.stat().st_size / 1e6:.1f}"))  # noqa: S704 - a number


@event_priority(-60)  # after `theme_repairs.py`, which looks for passages of the theme as the theme wrote them
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Add to the page's head."""
    return output.replace("</head>", "".join(f"{tag}\n" for tag in _head(page, config)) + "</head>", 1)


@event_priority(-60)  # as for pages
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Say nothing of dates in the sitemap, where MkDocs puts the build's and not the pages'; leave it out of a folder."""
    if template_name != "sitemap.xml":
        return output_content
    return "" if is_for_folder(config) else re.sub(r"\s*<lastmod>.*?</lastmod>", "", output_content)


@event_priority(-200)  # after every other plugin: what is written now is what is served
def on_post_build(config: MkDocsConfig) -> None:
    """Write the service worker of the finished site. An author's browser may have one of an earlier build, which has to go."""
    site = Path(config.site_dir)
    _pack_sitemap(site)
    if SESSION.serving:
        (site / SERVICE_WORKER).write_text(withdrawing_worker(), encoding="utf-8")
    elif _has_worker(config):
        text = service_worker(site, SESSION.build.course.id, config.site_name, SESSION.build.course.language)
        (site / SERVICE_WORKER).write_text(text, encoding="utf-8")


def _pack_sitemap(site: Path) -> None:
    """Pack the sitemap again: MkDocs puts the time of the build into the packed file, which then differs with each build."""
    plain = site / "sitemap.xml"
    if plain.is_file():
        # Not `gzip.compress`, whose header names another system under each Python.
        with (site / "sitemap.xml.gz").open("wb") as target, gzip.GzipFile("", "wb", fileobj=target, mtime=0) as packed:
            packed.write(plain.read_bytes())


def _head(page: Page, config: MkDocsConfig) -> list[str]:
    """Return the tags for a page's head. Browsers refuse a manifest to pages opened from a folder."""
    tags = []
    if text := _manifest(config):
        colour = json.loads(text)["theme_color"]
        # For the dark scheme the theme's script has another one.
        tags += [
            f'<meta name="theme-color" media="(prefers-color-scheme: light)" content="{colour}">',
            f'<link rel="apple-touch-icon" href="{get_relative_url(TOUCH_ICON, page.url)}">',
        ]
        tags += [] if is_for_folder(config) else [f'<link rel="manifest" href="{get_relative_url(MANIFEST, page.url)}">']
    if _has_worker(config):
        tags.append(f'<script src="{get_relative_url(register_script().path, page.url)}" defer></script>')
    return tags


def _manifest(config: MkDocsConfig) -> str:
    """Return the manifest: the one among the notes, or one made from the profile, or '' where the site has no icons."""
    docs = Path(config.docs_dir)
    if (docs / MANIFEST).is_file():
        return (docs / MANIFEST).read_text(encoding="utf-8")
    return manifest(SESSION.build.course) if (docs / TOUCH_ICON).is_file() else ""


def _needless(config: MkDocsConfig) -> list[str]:
    search: Any = config.plugins.get("material/search")
    in_english = search is None or search.config.lang in (None, ["en"])
    return [SOURCE_MAPS, *([LANGUAGES] if in_english else []), *([MANIFEST] if is_for_folder(config) else [])]


def _books(config: MkDocsConfig) -> list[Path]:
    """Return the files of the book that have been made, for the edition for a folder. `extra: book: no` leaves them out."""
    course, root = SESSION.build.course, Path(config.config_file_path).parent
    wanted = is_for_folder(config) and config.extra.get("book", True)
    return [root / book for book in (course.book, course.epub) if wanted and (root / book).is_file()]


def _has_worker(config: MkDocsConfig) -> bool:
    return not SESSION.serving and not is_for_folder(config)
