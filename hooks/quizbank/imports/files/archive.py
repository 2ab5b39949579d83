"""Files in files (ZIP), opened so that none can fill the memory: what unpacks to too much is refused before it is unpacked."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from quizbank.imports.reader import NotReadable

MOST_ENTRIES, MOST_UNPACKED, MOST_RATIO = 5_000, 100_000_000, 200
_SMALL = 1_000_000  # bytes below which it does not matter how well they were packed


class Archive:
    """A ZIP file that was looked through. Raises NotReadable where it is none, is damaged, or unpacks to too much."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise NotReadable("expected a whole ZIP file, got one that is damaged or incomplete") from None
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise NotReadable(f"expected a package of at most {MOST_ENTRIES:,} files, got {len(entries):,}")
        size = sum(entry.file_size for entry in entries)
        if size > MOST_UNPACKED or (size > _SMALL and size > MOST_RATIO * len(data)):
            raise NotReadable(
                f"expected a package that unpacks to at most {MOST_UNPACKED:,} bytes, got {size:,} from {len(data):,}"
            )

    @property
    def names(self) -> list[str]:
        """The names of the files, in their order."""
        return [entry.filename for entry in self._zip.infolist() if not entry.is_dir()]

    def read(self, name: str) -> bytes | None:
        """Return a file, or None where there is none of that name or it is damaged."""
        try:
            with self._zip.open(name) as entry:
                return entry.read(self._zip.getinfo(name).file_size)
        except (KeyError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
            return None

    def refuse_entities(self) -> None:
        """Raise NotReadable where a file of an Office document declares entities: none needs them, and they can fill memory."""
        for name, data in self._xml():
            if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
                raise NotReadable(f"expected an Office document, got declarations of entities in its part {name}")

    def _xml(self) -> Iterator[tuple[str, bytes]]:
        for name in self.names:
            if name.endswith((".xml", ".rels")):
                data = self.read(name)
                if data is None:
                    raise NotReadable(f"expected a whole document, got a damaged part {name}")
                yield name, data.replace(b"\x00", b"")


def is_zip(data: bytes) -> bool:
    """Say whether a file begins as a ZIP file does."""
    return data.startswith(b"PK\x03\x04")


def holds(data: bytes, ending: str) -> bool:
    """Say whether a ZIP file holds a file whose name ends so. False for what is none."""
    try:
        return is_zip(data) and any(name.lower().endswith(ending) for name in Archive(data).names)
    except NotReadable:
        return False
