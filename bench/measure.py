"""Measures one command: processor time, time by the clock, and the most memory that it held."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one run took: seconds of CPU (user and system, children included) and of the clock, and megabytes at the most."""

    cpu: float
    wall: float
    memory: float


def measure(command: Sequence[str], folder: Path, accepted: tuple[int, ...] = (0,)) -> Run:
    """Run a command in a folder, in a fresh process. Raises RuntimeError, with its output, where it ends in another code."""
    start = time.perf_counter()
    with open(folder / "output.txt", "wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=environment())
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        raise RuntimeError(
            f"{' '.join(command)}: {(folder / 'output.txt').read_text(encoding='utf-8', errors='replace')[-2000:]}"
        )
    kilobyte = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes there
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * kilobyte / 1e6)


def build(python: Path, project: Path) -> Run:
    """Build a project into `site` beside its settings, as it is published: our checks stop a build only where it is strict."""
    return measure([str(python), "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site"], project)


def environment() -> dict[str, str]:
    """Return the environment of a command: Python keeps its compiled modules, as it does for everybody who builds twice."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}
