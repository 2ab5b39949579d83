"""How long an author waits under `mkdocs serve` between saving a file and seeing it in the browser."""

import os
import re
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import environment
from bench.projects import Product

_EPOCH = re.compile(r"livereload\((\d+), ?(\d+)\)")
_PATIENCE = 900  # seconds after which a server is given up


@dataclass(frozen=True)
class Waited:
    """Seconds by the clock from saving to showing, and of processor time of the server meanwhile."""

    wall: float
    cpu: float


def reloads(python: Path, project: Path, product: Product, times: int) -> list[Waited]:
    """Serve a project, change a question in its first chapter some times, and return how long each change took to show."""
    file, page = ("quizzes/bank0.yml", "quiz/bank0/") if product.key == "ours" else ("docs/quiz/bank0.md", "quiz/bank0/")
    with _served(python, project) as (address, pid):
        _shown(f"{address}{page}", "")
        return [_reload(project / file, f"{address}{page}", f"saved{number}word", pid) for number in range(times)]


def _reload(file: Path, address: str, word: str, pid: int) -> Waited:
    """Put a new word into the first question of a file, and wait until its page has it."""
    text = re.sub(r"(Question 0\*\*\n\n|stem: )(saved\d+word )?", rf"\g<1>{word} ", file.read_text("utf-8"), count=1)
    start, used = time.perf_counter(), _cpu(pid)
    file.write_text(text, encoding="utf-8")
    _shown(address, word)
    return Waited(time.perf_counter() - start, _cpu(pid) - used)


@contextmanager
def _served(python: Path, project: Path) -> Iterator[tuple[str, int]]:
    """Yield the address at which a project is served, and the server's process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(python), "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment())
    try:
        _await_start(server)
        yield f"http://127.0.0.1:{port}/", server.pid
    finally:
        server.terminate()
        server.wait()


def _await_start(server: subprocess.Popen[bytes]) -> None:
    """Wait until the server says that it serves. Raises RuntimeError where it ends before. Later lines are read and dropped."""
    assert server.stdout is not None  # noqa: S101 - it was asked for
    output = server.stdout
    if not any(b"Serving on" in line for line in output):
        raise RuntimeError("mkdocs serve: expected a server, got none")
    threading.Thread(target=lambda: all(output), daemon=True).start()


def _shown(address: str, word: str) -> None:
    """Wait until a page has a word. The server itself says when there is a new build, as it does to a browser."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        page = _fetched(address)
        epoch = _EPOCH.search(page)
        if epoch and word in page:
            return
        if epoch:
            _fetched(re.sub(r"(?<=\d/).*", f"livereload/{epoch[1]}/{epoch[2]}", address))
    raise TimeoutError(f"{address}: expected a page with '{word}', got none in {_PATIENCE} s")


def _fetched(address: str) -> str:
    """Return what stands at an address, or '' where nothing does."""
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError:
        return ""


def _cpu(pid: int) -> float:
    """Return the seconds of processor time that a process has used (Linux), or 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
