"""Makes the service worker of a finished site: its script, begun with the list of the site's files and their hashes."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from markupsafe import Markup, escape

from quizbank.site.addresses import SERVICE_WORKER
from quizbank.site.assets import Asset
from quizbank.site.minify import minified_script
from quizbank.site.safety.policy import with_own_policy
from quizbank.strings.words import DEFAULT, Words

FOLDER = Path(__file__).parent
# What is asked for without standing in a page: by the theme's script, to search and to move between pages.
_ASKED_BY_SCRIPTS = {"search/search_index.json", "sitemap.xml"}
_NO_PAGES = {"404.html"}
_TAGS = re.compile(r"<(?:link|img|source|image|use|audio|video)\b[^>]*>")
_ADDRESS = re.compile(r'\s(?:href|src|poster)="([^"]+)"|\ssrcset="([^"]+)"')
_IN_STYLES = re.compile(r"""url\(["']?(?!data:)([^"')]+)""")


@cache
def register_script() -> Asset:
    """Return the script by which a page asks for the worker. It finds the worker from its own address."""
    text = minified_script((FOLDER / "register.js").read_text(encoding="utf-8"))
    return Asset(f"assets/offline/register-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)


def service_worker(site: Path, site_id: str, name: str, language: str = DEFAULT) -> str:
    """Return the worker's script for the finished site in a folder.

    `site_id` begins the names of its caches, `name` is the site's name for readers, `language` the
    course's. The same files give the same script,
    and any other content another one, by which browsers see that there is a new version.
    """
    files = {path: _integrity((site / path).read_bytes()) for path in kept_files(site)}
    code = (FOLDER / "service-worker.js").read_text(encoding="utf-8")
    lost = lost_page(name, Words(language))
    version = hashlib.sha256(json.dumps([files, code, lost]).encode()).hexdigest()[:16]
    values = {"SITE": site_id, "VERSION": version, "FILES": files, "LOST_PAGE": lost}
    given = "".join(f"const {name} = {json.dumps(value, separators=(',', ':'))};\n" for name, value in values.items())
    return f"{given}{minified_script(code)}\n"


def lost_page(name: str, words: Words) -> str:
    """Return the page that stands for one that is not kept. The worker puts in the address of the home page, `{start}`."""
    link = Markup('<a href="{{start}}">{}</a>').format(words.say("offline.go_home"))
    values = {
        "language": words.language,
        "site": escape(name),
        "lost": escape(words.say("offline.lost")),
        "try_later": escape(words.say("offline.try_later")),
        "kept": words.around("offline.kept", link=link),
    }
    page = (FOLDER / "lost.html").read_text(encoding="utf-8")
    return with_own_policy(re.sub(r"\{(\w+)\}", lambda found: values[found[1]], page))


def withdrawing_worker() -> str:
    """Return the script of a worker that ends the one before it."""
    return minified_script((FOLDER / "withdraw.js").read_text(encoding="utf-8"))


def kept_files(site: Path) -> list[str]:
    """Return the paths of what readers need: pages, styles, scripts, the search index, and the images that pages show.

    First the start page and what all pages share, then the other pages. Downloads and unused images are left out.
    """
    present = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path for path in present if path.endswith(".html")} - _NO_PAGES
    code = {path for path in present if path.endswith((".css", ".js"))} - {SERVICE_WORKER}
    shown = {address for path in sorted(pages | code) for address in _shown_by(site, path)}
    shared = (code | shown | _ASKED_BY_SCRIPTS) & present - pages
    start = {"index.html"} & pages
    return [*start, *sorted(shared), *sorted(pages - start)]


def _shown_by(site: Path, path: str) -> Iterator[str]:
    """Yield the paths of the files that a page or a style sheet shows or loads. Those of other sites look like none of ours."""
    suffix = PurePosixPath(path).suffix
    if suffix == ".js":
        return
    text = (site / path).read_text(encoding="utf-8")
    found = _in_page(text) if suffix == ".html" else (match[1] for match in _IN_STYLES.finditer(text))
    for address in found:
        yield unquote(urlsplit(urljoin(f"/{path}", address)).path).removeprefix("/")


def _in_page(text: str) -> Iterator[str]:
    for tag in _TAGS.finditer(text):
        for match in _ADDRESS.finditer(tag[0]):
            yield from [match[1]] if match[1] else (part.split()[0] for part in match[2].split(",") if part.strip())


def _integrity(content: bytes) -> str:
    """Return the hash in the form of the browsers' subresource integrity."""
    return f"sha256-{b64encode(hashlib.sha256(content).digest()).decode()}"
