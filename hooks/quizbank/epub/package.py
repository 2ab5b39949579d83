"""Packs an EPUB 3 file: its documents and pictures, what it says of itself, the same bytes from the same input.

EPUB 3.3 and EPUB Accessibility 1.1, W3C Recommendations of May 2023.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from quizbank.epub.documents import CONTENTS, FOLDER
from quizbank.exchange.archive import entry
from quizbank.print.book import Cover

_INSIDE = "EPUB"
_CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{_INSIDE}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True)
class Item:
    """A file of the book: its id in the manifest, its name, its media type, whether it is read in turn, what it serves for."""

    id: str
    name: str
    type: str
    read: bool = False
    properties: str = ""


@dataclass(frozen=True)
class Contents:
    """What goes into the file: documents in the order of reading, pictures with their media types, all by their names."""

    documents: Mapping[str, str]
    pictures: Mapping[str, bytes]
    types: Mapping[str, str]
    cover_picture: str = ""

    @property
    def items(self) -> list[Item]:
        """The manifest."""
        documents = [
            Item(f"document-{number}", name, _XHTML, True, "nav" if name == CONTENTS else "")
            for number, name in enumerate(self.documents, 1)
        ]
        pictures = [
            Item(name.partition(".")[0], name, self.types[name], properties="cover-image" * (name == self.cover_picture))
            for name in sorted(self.pictures)
        ]
        return [*documents, Item("style", "book.css", "text/css"), *pictures]


def packed(contents: Contents, cover: Cover, course: str, when: datetime) -> bytes:
    """Return the EPUB file. `course` is the course's id, from which the book's own follows; `when` is the time of its sources.

    That time stands in the file and on all entries, both times in UTC. It must not be before 1980, as a zip file knows none.
    """
    when = when.astimezone(UTC)
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{_INSIDE}/package.opf": _package(contents, cover, course, when).encode(),
        f"{_INSIDE}/book.css": (FOLDER / "book.css").read_bytes(),
        **{f"{_INSIDE}/{name}": text.encode() for name, text in contents.documents.items()},
        **{f"{_INSIDE}/{name}": contents.pictures[name] for name in sorted(contents.pictures)},
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        # By this entry, first and as it is, programs know what the file is.
        archive.writestr(entry("mimetype", when), b"application/epub+zip", zipfile.ZIP_STORED)
        for name, data in files.items():
            archive.writestr(entry(name, when), data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.getvalue()


def identifier(course: str) -> str:
    """Return the book's identifier: the same for every edition of a course, so that readers keep their place in a newer one."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:quizbank:{course}')}"


def _package(contents: Contents, cover: Cover, course: str, when: datetime) -> str:
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("package.opf.j2").render(
        cover=cover,
        identifier=identifier(course),
        modified=f"{when:%Y-%m-%dT%H:%M:%SZ}",
        accessibility=list(_accessibility(bool({*contents.pictures} - {contents.cover_picture}))),
        items=contents.items,
    )


def _accessibility(has_pictures: bool) -> Iterator[tuple[str, str]]:
    """Yield what is true of every book, and of one with pictures: each of them has its words, or the checks stop the book."""
    yield from (("accessMode", "textual"), *([("accessMode", "visual")] if has_pictures else []))
    yield "accessModeSufficient", "textual"
    for feature in ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"):
        yield "accessibilityFeature", feature
    if has_pictures:
        yield "accessibilityFeature", "alternativeText"
    yield "accessibilityHazard", "none"
