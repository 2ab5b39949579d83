"""Zip files of office programs and e-books with the same bytes for the same content: one time, one order, whoever made them."""

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
            packed.writestr(entry(name, when), source.read(name), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.getvalue()


def entry(name: str, when: datetime) -> zipfile.ZipInfo:
    """Return what a zip file says of an entry of that name and time, whoever makes it."""
    made = zipfile.ZipInfo(name, when.astimezone(UTC).timetuple()[:6])
    made.create_system = 0  # as Windows does; modes of files mean nothing to programs that read such files
    return made
