"""Requests a second: nginx with the published settings on this computer, asked by wrk for a few seconds."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from other_builders.hosts import HOSTS, Host

CONNECTIONS, SECONDS = 32, 4
LOG = "access"
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_FAILED = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.+)")


class Rate(NamedTuple):
    """What wrk measured for one page: requests a second, and the bytes of one answer on the wire."""

    name: str
    requests: float
    size: int


def with_a_log(site: Path, place: Path, port: int) -> list[str]:
    """Write the settings of nginx with a log of what each answer weighs, its headers in it. Returns the command."""
    command = HOSTS["nginx"](site, place, port)
    settings = place / "nginx.conf"
    log = f"log_format bytes '$request_uri $status $bytes_sent';\naccess_log {place / LOG} bytes;"
    settings.write_text(settings.read_text(encoding="utf-8").replace("access_log off;", log), encoding="utf-8")
    return command


def rates(host: Host, pages: Mapping[str, str], encoding: str) -> list[Rate]:
    """Ask for each page, by its name, as often as the server answers. Raises ValueError where it answers with an error."""
    measured = []
    for name, path in pages.items():
        size = len(host.get(path, Accept_Encoding=encoding).body)
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Accept-Encoding: {encoding}"]
        run = subprocess.run([*command, f"http://127.0.0.1:{host.port}{path}"], capture_output=True, text=True, check=True)
        measured.append(Rate(name, read_rate(name, run.stdout), size))
    return measured


def read_rate(name: str, said: str) -> float:
    """Return the requests a second from what wrk says. Raises ValueError where a request failed."""
    failed, rate = _FAILED.search(said), _RATE.search(said)
    if failed or not rate:
        raise ValueError(f"{name}: expected answers without an error, got '{failed[0] if failed else said.strip()}'")
    return float(rate[1])


def weight(log: Path) -> tuple[int, int]:
    """Return how many answers a log holds, and their bytes in all."""
    sizes = [int(line.rpartition(" ")[2]) for line in log.read_text(encoding="utf-8").splitlines()]
    return len(sizes), sum(sizes)
