"""Built sites, and servers that put them under a sub-path. A site is built once in a run, whichever process asks for it first."""

import hashlib
import json
import os
import shutil
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

from builder import mkdocs
from images import write_files
from places import ROOT
from waits import SECONDS

PREFIX = "/sub/path/"
BUILT = "/built/"  # beside the sites, where the shelf says which are there
# Who sends this header gets nothing to search in. On every page that is loaded the theme makes an index of all texts anew, which
# takes a third of the time, and few tests search.
WITHOUT_SEARCH = "X-Without-Search"
_NOTHING = b'{"config": {"lang": ["en"], "separator": " ", "pipeline": []}, "docs": []}'
_EMPTY = {
    "/assets/javascripts/workers/search.": ("text/javascript", b""),
    "/search/search_index.json": (
        "application/json",
        b'{"config": {"lang": ["en"], "separator": " ", "pipeline": []}, "docs": []}',
    ),
}


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the address of that folder (with a slash at the end), and whether pages are `name.html`."""

    folder: Path
    url: str
    flat: bool = False

    @property
    def origin(self) -> str:
        """Return the scheme, host and port of the address."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def path(self) -> str:
        """Return the path of the address, with a slash at both ends."""
        return urlsplit(self.url).path

    def page(self, name: str = "") -> str:
        """Return the address of a page by its path below docs/ without `.md`; '' is the start page."""
        if self.flat:
            return f"{self.url}{name or 'index'}.html"
        return f"{self.url}{name}/" if name else self.url

    def quiz(self, name: str) -> str:
        """Return the address of a bank's quiz with all its questions in view."""
        return f"{self.page(f'quiz/{name}')}#all"

    def pages(self) -> list[str]:
        """Return the path of every HTML file, such as `quiz/bpo-concept/index.html`."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))


class Build(Protocol):
    """See `build_site`."""

    def __call__(self, files: Mapping[str, str | bytes] | None = None, *, offline: bool = False, **env: str) -> Path: ...


class _Handler(SimpleHTTPRequestHandler):
    server: "Server"

    def translate_path(self, path: str) -> str:
        inside = path.startswith(PREFIX)
        self.directory = str(self.server.folder)
        return super().translate_path(path.removeprefix(PREFIX[:-1]) if inside else "/not-on-this-site")

    def do_GET(self) -> None:
        """Have no icon at the root, which browsers ask for beside a file that is no page."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        elif self.headers[WITHOUT_SEARCH] and (empty := next((_EMPTY[part] for part in _EMPTY if part in self.path), None)):
            self._send(*empty)
        else:
            super().do_GET()

    def _send(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Serves one folder under a sub-path of 127.0.0.1. The folder can be exchanged, as when a site is built anew."""

    daemon_threads = True
    handler = _Handler
    folder: Path

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), self.handler)
        self.url = f"http://127.0.0.1:{self.server_port}{PREFIX}"
        if folder:
            self.folder = folder
        threading.Thread(target=partial(self.serve_forever, poll_interval=0.05), daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over browsers that leave a page before all of it has come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def stop(self) -> None:
        """Answer no more."""
        self.shutdown()
        self.server_close()


@dataclass(frozen=True)
class Shelf:
    """The sites of one run, each in a folder of its own below `folder`, which is served at `url`."""

    folder: Path
    url: str

    def site(self, files: Mapping[str, str | bytes] | None, env: Mapping[str, str]) -> Site:
        """Return the site of a project, served under the address for which it was built."""
        name = _name(files, env)
        url = f"{self.url}{name}/site/"
        return Site(self._built(name, files, {**env, "SITE_URL": url}), url, flat=env.get("DIRECTORY_URLS") == "false")

    def build(self, files: Mapping[str, str | bytes] | None, env: Mapping[str, str]) -> Path:
        """Return the folder of the site of a project. Nobody may change what is in it: others look at it too."""
        return self._built(_name(files, env), files, env)

    def _built(self, name: str, files: Mapping[str, str | bytes] | None, env: Mapping[str, str]) -> Path:
        """Build, or wait until the process has built that came first. The server of the shelf knows when it has."""
        place = self.folder / name
        told = place / "told"
        try:
            place.mkdir()
        except FileExistsError:
            self._ask("GET", name)
        else:
            told.write_text(build(place, files, env), encoding="utf-8")
            self._ask("PUT", name)
        assert told.is_file(), f"another process began to build {name} and did not end within {SECONDS:.0f} seconds"
        assert told.read_text(encoding="utf-8") == "", told.read_text(encoding="utf-8")
        return place / "site"

    def _ask(self, method: str, name: str) -> None:
        """Say that a site is built (PUT), or wait for that (GET)."""
        request = Request(urljoin(self.url, f"{BUILT}{name}"), method=method)  # noqa: S310 - our own server
        with urlopen(request, timeout=2 * SECONDS):  # noqa: S310
            pass


def build(place: Path, files: Mapping[str, str | bytes] | None, env: Mapping[str, str]) -> str:
    """Build the course, or a project made of `files`, strictly, into the folder `site` of a place. Returns what went wrong."""
    project = ROOT if files is None else place / "project"
    write_files(project, files or {})
    arguments = ["build", "--strict", "--quiet", "--site-dir", str(place / "site")]
    ours = {name: value for name, value in os.environ.items() if name not in {"SITE_URL", "OFFLINE"}}
    code, said = mkdocs(arguments, project, {**ours, "NO_MKDOCS_2_WARNING": "1", "EXPORTS": "no", **env})
    return "" if code == 0 else f"mkdocs build --strict failed:\n{said}"


def _name(files: Mapping[str, str | bytes] | None, env: Mapping[str, str]) -> str:
    """Return a name for what is built: the same for the same project and settings, and no other's."""
    given = json.dumps([dict(files) if files is not None else "course", dict(env)], sort_keys=True, default=bytes.hex)
    return hashlib.sha256(given.encode()).hexdigest()[:12]


class _ShelfHandler(_Handler):
    """Besides the files, answers when a site is built: `/built/NAME` waits for it, and is told by a PUT."""

    server: "ShelfServer"

    def do_GET(self) -> None:
        if self.path.startswith(BUILT):
            self.server.built(self.path).wait(SECONDS)
            self._done()
        else:
            super().do_GET()

    def do_PUT(self) -> None:
        self.server.built(self.path).set()
        self._done()

    def _done(self) -> None:
        self.send_response(204)
        self.end_headers()


class ShelfServer(Server):
    """Serves the shelf."""

    handler = _ShelfHandler

    def __init__(self, folder: Path) -> None:
        self._events: defaultdict[str, threading.Event] = defaultdict(threading.Event)
        self._lock = threading.Lock()
        super().__init__(folder)

    def built(self, path: str) -> threading.Event:
        """Return what is set when a site is built."""
        with self._lock:
            return self._events[path]


class OpenShelf:
    """A shelf with its folder and its server, for as long as the run lasts."""

    def __init__(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="sites-"))
        self._server = ShelfServer(folder)
        self.shelf = Shelf(folder, self._server.url)

    def close(self) -> None:
        """Stop the server and remove the sites."""
        self._server.stop()
        shutil.rmtree(self.shelf.folder, ignore_errors=True)
