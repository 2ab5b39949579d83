"""Writes a file whole or not at all: a full disk leaves an earlier one as it was, and no broken one."""

from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write data to `path`, making its folder, over what lies there. Raises OSError, and then nothing has changed there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
