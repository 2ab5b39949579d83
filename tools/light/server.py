"""Serves a built site as the recipes of `publish/` tell a host to: packed texts, and how long a browser may keep each file.

Nothing else is done: no HTTP/2, no Brotli, which half of the usual hosts do not have either.
"""

import gzip
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from precompress import TEXTS

# As in publish/nginx.conf: a name with a hash never changes its content.
_FOR_EVER = re.compile(r"[.-][0-9a-f]{8,10}\.(min\.)?(js|css)$")
_A_DAY = re.compile(r"\.(svg|png|jpe?g)$")


@lru_cache(maxsize=512)
def _packed(path: Path) -> bytes:
    """Return a file in gzip, packed once for all requests."""
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """Answers requests for files of one folder, and says nothing in the terminal."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send a text in gzip to who takes it, and all else as the library does."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (takes and path.is_file() and path.suffix in TEXTS):
            return super().send_head()
        return self._send_packed(path, _packed(path))

    def _send_packed(self, path: Path, body: bytes) -> BytesIO:
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path.name)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        """Say how long the answer may be kept, in every answer."""
        self.send_header("Cache-Control", kept_for(self.path))
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """Passes over browsers that leave a page before all of it has come."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of every error but a connection that has ended."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def kept_for(address: str) -> str:
    """Return the value of the header Cache-Control for a path of the site."""
    path = address.split("?")[0]
    if _FOR_EVER.search(path):
        return "public, max-age=31536000, immutable"
    return "public, max-age=86400" if _A_DAY.search(path) else "no-cache"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder while the block runs. Yields the address of its root, with a slash at its end."""
    server = _Server(("127.0.0.1", 0), lambda *args: Handler(*args, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
