"""Built sites, and a server that puts one under a sub-path."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol

PREFIX = "/sub/path/"


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the address of that folder (with a slash at the end), and whether pages are `name.html`."""

    folder: Path
    url: str
    flat: bool = False

    def page(self, name: str = "") -> str:
        """Return the address of a page by its path below docs/ without `.md`; '' is the start page."""
        if self.flat:
            return f"{self.url}{name or 'index'}.html"
        return f"{self.url}{name}/" if name else self.url

    def pages(self) -> list[str]:
        """Return the path of every HTML file, such as `quiz/bpo-concept/index.html`."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))


class Build(Protocol):
    """See `build_site`."""

    def __call__(self, files: Mapping[str, str] | None = None, *, offline: bool = False, **env: str) -> Path: ...


class Server(ThreadingHTTPServer):
    """Serves one folder under a sub-path of 127.0.0.1. The folder can be exchanged, as when a site is built anew."""

    daemon_threads = True
    folder: Path

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}{PREFIX}"


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def translate_path(self, path: str) -> str:
        inside = path.startswith(PREFIX)
        self.directory = str(self.server.folder)
        return super().translate_path(path.removeprefix(PREFIX[:-1]) if inside else "/not-on-this-site")

    def do_GET(self) -> None:
        """Have no icon at the root, which browsers ask for beside a file that is no page."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
