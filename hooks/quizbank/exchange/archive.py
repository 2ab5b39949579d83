"""Zip files of office programs with the same bytes for the same content: one time, one order, whoever made them."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

# The earliest time that a zip file can hold.
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)


def packed_again(made: BytesIO, first: str, when: datetime = EARLIEST) -> bytes:
    """Return a zip file with its entries in the order of their names behind the `first`, all of one time."""
    target = BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w") as packed:
        for name in sorted(source.namelist(), key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, when.astimezone(UTC).timetuple()[:6])
            entry.create_system = 0  # as Windows does; modes of files mean nothing to office programs
            packed.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.getvalue()
