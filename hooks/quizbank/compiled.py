"""What the engine makes of its own files in the same way each time: made once, and kept beside Python's compiled modules.

Templates and scripts change with the engine, not with a course, yet to compile them took a large part of every small build. What
is kept is found by a digest of everything that it was made from, so it never has to be renewed; the oldest goes when there is
too much. As with Python's own files, a folder that cannot be written to, or `PYTHONDONTWRITEBYTECODE`, only costs time.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path

FOLDER = Path(cache_from_source(__file__)).parent / "quizbank"
MOST = 1000  # files; an engine makes about 150


def kept(source: str, maker: str, make: Callable[[], str]) -> str:
    """Return what `make` makes of a text. `maker` is another text for every other way of making."""
    name = digest(maker, source)
    known = read(name)
    if known is not None:
        return known.decode("utf-8")
    made = make()
    write(name, made.encode("utf-8"))
    return made


def digest(*texts: str) -> str:
    """Return the name under which to keep what is made from some texts by this Python."""
    return hashlib.sha256("\0".join([sys.version, *texts]).encode("utf-8")).hexdigest()


def read(name: str) -> bytes | None:
    """Return what is kept under a name, or None. What was damaged on the disk is not used."""
    try:
        checksum, _, data = (FOLDER / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if checksum == hashlib.sha256(data).hexdigest().encode() else None


def write(name: str, data: bytes) -> None:
    """Keep data under a name, unless Python keeps nothing either. Others may read and write at the same time."""
    if sys.dont_write_bytecode:
        return
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        _drop_oldest()
        handle, path = tempfile.mkstemp(dir=FOLDER)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        Path(path).replace(FOLDER / name)


def _drop_oldest() -> None:
    """Make room for one more file."""
    files = sorted(FOLDER.iterdir(), key=lambda file: file.stat().st_mtime)
    for file in files[: max(0, len(files) - MOST + 1)]:
        file.unlink(missing_ok=True)
