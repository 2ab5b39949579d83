"""Every Python makes the same course to the byte. `make reproducible` runs this; it needs another Python than the one it runs in.

Environments that exist already are named by `OTHER_PYTHONS`, the paths of their interpreters with the system's separator.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT
from reproduce import ELSEWHERE, HERE, make_all, sums

VERSIONS = [f"3.{minor}" for minor in range(11, 15) if minor != sys.version_info.minor]
LOCKS = ("requirements-print.lock", "requirements-exchange.lock")


def works(python: str) -> bool:
    """Say whether it starts: what pyenv puts on the path may stand for a version that is not chosen."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


NAMED = [python for python in os.environ.get("OTHER_PYTHONS", "").split(os.pathsep) if python]
FOUND = [python for version in VERSIONS if (python := shutil.which(f"python{version}")) and works(python)]


def environment(python: str, folder: Path) -> str:
    """Return the interpreter of an environment with what the locks hold."""
    if python in NAMED:
        return python
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    inside = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    for lock in LOCKS:
        subprocess.run([inside, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(ROOT / lock)], check=True)
    return inside


def test_there_is_another_python_to_try() -> None:
    assert NAMED or FOUND, f"expected one of Python {', '.join(VERSIONS)} on the path or in OTHER_PYTHONS, got none"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return sums(make_all(sys.executable, HERE, tmp_path_factory.mktemp("ours"), None))


@pytest.mark.parametrize("python", NAMED or FOUND)
def test_another_python_makes_the_same_files(python: str, ours: dict[str, str], tmp_path: Path) -> None:
    theirs = sums(make_all(environment(python, tmp_path / "environment"), ELSEWHERE, tmp_path, None))
    assert [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)] == []
