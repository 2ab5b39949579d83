"""Makes everything of a course in new processes: by any Python, under another path, time zone, locale, hash seed and umask."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from places import ROOT

SEED = "any-seed"
# A commit has one time; where there is none, this one counts. See https://reproducible-builds.org/specs/source-date-epoch/.
EPOCH = "1700000000"
ADDRESS = "https://notes.example/"


class Place(NamedTuple):
    """What differs between two computers and must not show."""

    folder: str
    umask: int
    environment: Mapping[str, str]


HERE = Place("here", 0o022, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"})
ELSEWHERE = Place(
    "quite another place/with a space and ü",
    0o077,
    {"TZ": "Asia/Kolkata", "LC_ALL": "tr_TR.UTF-8", "LANG": "hi_IN.UTF-8", "PYTHONHASHSEED": "4242", "COLUMNS": "40"},
)


def make_all(python: str, place: Place, base: Path, project: Path | None) -> Path:
    """Make both editions, the zip, the e-book, the exports and the papers of a course with a Python.

    Returns the folder of what was made. `project` is the folder of a course without an engine of its own; None is the course of
    this project.
    """
    root = base / place.folder
    shutil.copytree(project or ROOT, root / "course", ignore=_made_here)
    made = root / "made"
    quizbank = [python, str(_engine(root))]
    names = ("site", "offline", "exports", "papers")
    site, offline, exports, papers = (str(made / name) for name in names)
    build = [python, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
    for command, more in (
        ([*build, site], {"EXPORTS": "no"}),
        ([*build, offline], {"OFFLINE": "true", "BOOK": "no"}),
        ([*quizbank, "zip", offline, str(made / "edition.zip")], {}),
        ([python, str(_engine(root).with_name("quiz_book.py")), "--epub", "--out", str(made)], {}),
        ([*quizbank, "export", "--out", exports], {}),
        ([*quizbank, "paper", "--seed", SEED, "--out", papers], {}),
    ):
        _run(command, root / "course", place, more)
    return made


def sums(made: Path) -> dict[str, str]:
    """Return the hash of each file below a folder by its path."""
    files = sorted(path for path in made.rglob("*") if path.is_file())
    return {path.relative_to(made).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _made_here(folder: str, names: list[str]) -> set[str]:
    """Return what a build has left at the top of the project, and what is no part of it."""
    return {".git", ".venv", "site", "offline", "dist", "exports"} & {*names} if Path(folder) == ROOT else {"__pycache__"}


def _engine(root: Path) -> Path:
    inside = root / "course" / "hooks" / "quizbank"
    return inside if inside.is_dir() else ROOT / "hooks" / "quizbank"


def _run(command: list[str], folder: Path, place: Place, more: Mapping[str, str]) -> None:
    ours = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP") if name in os.environ}
    env = {**ours, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS, "SOURCE_DATE_EPOCH": EPOCH, **place.environment, **more}
    run = subprocess.run(
        command,
        cwd=folder,
        env=env,
        umask=place.umask if os.name == "posix" else -1,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert run.returncode == 0, f"{command}:\n{run.stdout}{run.stderr}"
