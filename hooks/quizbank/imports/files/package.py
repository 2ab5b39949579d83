"""Packages of XML files (IMS content packages) and single XML files: every document in them, with the files beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quizbank.imports.files.archive import Archive, is_zip
from quizbank.imports.files.xml_text import root_of
from quizbank.imports.reader import File, NotReadable

_MANIFEST = "imsmanifest.xml"
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


@dataclass(frozen=True)
class Package:
    """The documents of a file: one, or those of a package in the order of its manifest, then of their names."""

    file: File

    @cached_property
    def _archive(self) -> Archive | None:
        return Archive(self.file.data) if is_zip(self.file.data) else None

    def documents(self, mark: bytes, wanted: str) -> Iterator[tuple[str, Any]]:
        """Yield the name and the root of each document that holds `mark`. Raises NotReadable for a single file that is no XML."""
        if self._archive is None:
            yield self.file.name, root_of(self.file.data, wanted)
            return
        for name in self._in_order():
            data = self._archive.read(name)
            if data and mark in data.replace(b"\x00", b""):
                try:
                    yield name, root_of(data, wanted)
                except NotReadable:
                    continue  # the others may be whole

    def _in_order(self) -> list[str]:
        archive = self._archive
        if archive is None:
            return []
        names = [
            name for name in archive.names if name.lower().endswith((".xml", ".qti", ".dat")) and not name.endswith(_MANIFEST)
        ]
        manifest = next((archive.read(name) for name in archive.names if name.rpartition("/")[2] == _MANIFEST), None) or b""
        return sorted(names, key=lambda name: (_place(manifest, name), name))

    @cached_property
    def manifest(self) -> Any:
        """The root of the manifest of a package; None where there is none."""
        archive = self._archive
        name = next((name for name in archive.names if name == _MANIFEST), "") if archive else ""
        try:
            return root_of(archive.read(name) or b"", "a manifest") if archive and name else None
        except NotReadable:
            return None

    @cached_property
    def pictures(self) -> Mapping[str, bytes]:
        """The pictures of a package by their paths and by their names alone."""
        archive = self._archive
        if archive is None:
            return {}
        paths = [name for name in archive.names if name.lower().endswith(_PICTURES)]
        found = {name: data for name in paths if (data := archive.read(name))}
        return {name.rpartition("/")[2]: data for name, data in found.items()} | found


def _place(manifest: bytes, name: str) -> int:
    place = manifest.find(b'href="' + name.encode() + b'"')
    return place if place >= 0 else len(manifest)


def holds_mark(file: File, mark: bytes) -> bool:
    """Say whether a file, or a document in its package, holds a mark. Never raises."""
    if not is_zip(file.data):
        return mark in file.data[:200_000].replace(b"\x00", b"")
    try:
        archive = Archive(file.data)
    except NotReadable:
        return False
    return any(mark in (archive.read(name) or b"") for name in archive.names if name.lower().endswith((".xml", ".qti", ".dat")))
