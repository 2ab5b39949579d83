"""The environments that are measured in: the project's own, and two for the plugins of others, each from a lock file."""

import subprocess
import sys
import venv
from pathlib import Path

from bench.projects import ROOT

LOCKS = {"peers": ROOT / "requirements-bench.lock", "superquiz": ROOT / "requirements-bench-superquiz.lock"}


def python_of(environment: str, folder: Path) -> Path:
    """Return the Python of an environment, which is made below `folder` if it is not there yet."""
    if environment == "own":
        return Path(sys.executable)
    python = folder / environment / "bin" / "python"
    done = folder / environment / LOCKS[environment].name
    wanted = LOCKS[environment].read_bytes()
    if not (done.is_file() and done.read_bytes() == wanted):
        venv.create(folder / environment, with_pip=True, clear=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r"]
        subprocess.run([str(python), *install, str(LOCKS[environment])], check=True)
        done.write_bytes(wanted)
    return python


def versions(python: Path) -> dict[str, str]:
    """Return the versions of what is measured, by their names."""
    script = "import importlib.metadata as m; print(*(f'{d.name.lower()}=={d.version}' for d in m.distributions()))"
    told = subprocess.run([str(python), "-c", script], check=True, capture_output=True, text=True).stdout
    known = dict(each.split("==", 1) for each in told.split())
    return {name: version for name, version in sorted(known.items()) if name.startswith("mkdocs") and name != "mkdocs-get-deps"}
