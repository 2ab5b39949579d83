"""Packs a built site into one zip file, the same bytes from the same files."""

import os
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

# The earliest time that a zip file can hold. It stands where the time of the last commit is not known.
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def write_zip(folder: Path, target: Path, when: datetime) -> int:
    """Pack the files of a folder, sorted by path, all with one time and one mode. Returns the size of the zip file in bytes.

    Raises FileNotFoundError when the folder has no index.html to open.
    """
    if not (folder / "index.html").is_file():
        raise FileNotFoundError(f"{folder}: expected a built site, got no index.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    with zipfile.ZipFile(target, "w") as packed:
        for name in sorted(files):
            packed.writestr(_entry(name, when), files[name].read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.stat().st_size


def source_time(root: Path) -> datetime:
    """Return the time of what is being built: SOURCE_DATE_EPOCH (seconds since 1970) if set, else the last commit's."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or _commit_time(root)
    return max(datetime.fromtimestamp(int(given), UTC), _EARLIEST) if given else _EARLIEST


def _commit_time(root: Path) -> str:
    try:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ""


def _entry(name: str, when: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, when.timetuple()[:6])
    entry.external_attr = _PLAIN_FILE
    entry.create_system = _UNIX
    return entry
