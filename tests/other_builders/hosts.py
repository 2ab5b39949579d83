"""Starts a program of a host on this computer with its configuration from `publish/`, in a folder that its own user may read."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from places import ROOT
from waits import MILLISECONDS

PUBLISH = ROOT / "publish"
MODULES = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
APACHE_MODULES = Path("/usr/lib/apache2/modules")


@dataclass(frozen=True)
class Answer:
    """What a host answers: the status, the headers by their names in small letters, and the body as it was sent."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A program that serves a site at a port of this computer. `packs` are the encodings in which it sends texts."""

    port: int
    site: Path
    packs: tuple[str, ...]

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path as it is written. Headers are named with `_` for `-`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=MILLISECONDS / 1000)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


def _nginx(site: Path, place: Path, port: int) -> list[str]:
    recipe = (PUBLISH / "nginx.conf").read_text(encoding="utf-8")
    recipe = recipe.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/notes/site", str(site))
    brotli = MODULES.is_file()
    recipe = recipe.replace("# brotli_static on;", "brotli_static on;") if brotli else recipe
    folders = "".join(f"{name}_temp_path {place}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (place / "nginx.conf").write_text(
        (f"load_module {MODULES};\n" if brotli else "")
        + f"daemon off;\npid {place}/pid;\nerror_log {place}/log;\nevents {{ }}\n"
        + f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{folders}{recipe}}}\n",
        encoding="utf-8",
    )
    return ["nginx", "-e", f"{place}/log", "-p", str(place), "-c", str(place / "nginx.conf")]


def _caddy(site: Path, place: Path, port: int) -> list[str]:
    recipe = (PUBLISH / "Caddyfile").read_text(encoding="utf-8")
    recipe = recipe.replace("{$NOTES_ADDRESS:notes.example}", f"http://127.0.0.1:{port}")
    recipe = recipe.replace("{$NOTES_FOLDER:/srv/notes/site}", str(site))
    (place / "Caddyfile").write_text("{\n\tadmin off\n}\n" + recipe, encoding="utf-8")
    return ["caddy", "run", "--config", str(place / "Caddyfile"), "--adapter", "caddyfile"]


def _apache(site: Path, place: Path, port: int) -> list[str]:
    shutil.copy2(PUBLISH / ".htaccess", site)
    names = ("mpm_event", "authz_core", "dir", "env", "headers", "mime", "rewrite", "setenvif")
    lines = [f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in names]
    lines += [f"Listen 127.0.0.1:{port}", "ServerName notes.example", f"PidFile {place}/pid", f"ErrorLog {place}/log"]
    lines += [f"DefaultRuntimeDir {place}", "TypesConfig /etc/mime.types", f"DocumentRoot {site}"]
    # As Debian has it: the recipe has to undo this.
    lines += ["AddLanguage br .br", "AddType application/x-gzip .gz"]
    lines += ["User www-data", "Group www-data"] if os.geteuid() == 0 else []
    lines += [f"<Directory {site}>", "AllowOverride All", "Require all granted", "</Directory>"]
    (place / "apache.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ["apache2", "-D", "FOREGROUND", "-f", str(place / "apache.conf")]


Settings = Callable[[Path, Path, int], list[str]]
# For each program what writes its settings and returns the command that starts it.
HOSTS: dict[str, Settings] = {"nginx": _nginx, "caddy": _caddy, "apache2": _apache}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _wait(port: int, running: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until something answers at the port. Fails with what the program said if it ends before."""
    until = time.monotonic() + MILLISECONDS / 1000
    while time.monotonic() < until:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert running.poll() is None, log.read_text(encoding="utf-8")
    raise AssertionError(f"nothing answers at port {port}: {log.read_text(encoding='utf-8')}")


@contextmanager
def serving(program: str, site: Path, place: Path, settings: Settings | None = None) -> Iterator[Host]:
    """Serve a packed site by a program until the end of the block. `place` is an empty folder for what it writes.

    `settings` takes the place of what writes the settings of that program.
    """
    port = _free_port()
    command = (settings or HOSTS[program])(site, place, port)
    said = place / "said"
    environment = {**os.environ, "HOME": str(place), "XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": str(place)}
    with said.open("wb") as log:
        running = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        try:
            _wait(port, running, said)
            yield Host(port, site, ("gzip",) if program == "nginx" and not MODULES.is_file() else ("gzip", "br"))
        finally:
            running.terminate()
            running.wait()
