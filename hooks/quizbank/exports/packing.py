"""Packages of files: the same zip from the same files, on every machine and in every year."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

# The earliest time that a zip file can hold.
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def packed(files: Mapping[str, bytes], when: datetime) -> bytes:
    """Return a zip file that holds files by their paths, in the order in which they are given, all with one time (UTC)."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(_entry(name, when), data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.getvalue()


def _entry(name: str, when: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, max(when.astimezone(UTC), _EARLIEST).timetuple()[:6])
    entry.external_attr = _PLAIN_FILE
    entry.create_system = _UNIX
    return entry
