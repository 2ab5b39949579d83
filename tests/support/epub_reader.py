"""An EPUB file, read back: what it lists, its documents as trees, where its links lead, and what EPUBCheck says of it."""

import posixpath
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

HTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
PACKAGE = "EPUB/package.opf"
AROUND = ("mimetype", "META-INF/container.xml", PACKAGE)


class Book:
    """A file that was read. Documents go by their names in the manifest; they are trees, so they are well-formed."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            self.entries = packed.infolist()
            self.files = {entry.filename: packed.read(entry) for entry in self.entries}
        self.package = fromstring(self.files[PACKAGE])  # noqa: S314 - a file of our own
        self.items = {str(item.get("href")): item for item in self.package.iter(f"{OPF}item")}
        self.documents = {
            name: fromstring(self.files[f"EPUB/{name}"])  # noqa: S314 - as above
            for name, item in self.items.items()
            if item.get("media-type") == "application/xhtml+xml"
        }

    @property
    def order(self) -> list[str]:
        """The names of the documents in the order of reading."""
        names = {item.get("id"): name for name, item in self.items.items()}
        return [names[one.get("idref")] for one in self.package.iter(f"{OPF}itemref")]

    def meta(self, name: str) -> list[str]:
        """Return the values of a property of the book."""
        return [one.text or "" for one in self.package.iter(f"{OPF}meta") if one.get("property") == name]

    def links(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield where each link of a document within the file leads: to which document, and to which id in it, '' for none."""
        for link in self.documents[name].iter(f"{HTML}a"):
            path, _, anchor = str(link.get("href")).partition("#")
            if ":" not in path:
                yield posixpath.normpath(path) if path else name, anchor

    def ids(self, name: str) -> list[str]:
        """Return the ids of a document, in order."""
        return [str(element.get("id")) for element in self.documents[name].iter() if element.get("id")]

    def images(self) -> Iterator[tuple[str, Element]]:
        """Yield each image with the name of its document."""
        for name, document in self.documents.items():
            yield from ((name, image) for image in document.iter(f"{HTML}img"))

    def words(self, name: str) -> str:
        """Return the words of a document with single spaces."""
        return " ".join("".join(self.documents[name].itertext()).split())

    def faults(self) -> list[str]:
        """Return what is wrong with manifest, ids and links."""
        inside = {f"EPUB/{name}" for name in self.items} | {*AROUND}
        faults = [f"in the file or in the manifest alone: {name}" for name in inside ^ set(self.files)]
        every = [anchor for name in self.documents for anchor in self.ids(name)]
        faults += [f"twice: {anchor}" for anchor in {*every} if every.count(anchor) > 1]
        for name in self.documents:
            for document, anchor in self.links(name):
                if document not in self.documents or (anchor and anchor not in self.ids(document)):
                    faults.append(f"{name}: leads nowhere: {document}#{anchor}")
        faults += [
            f"{name}: no such image: {image.get('src')}" for name, image in self.images() if image.get("src") not in self.items
        ]
        return faults


def checker() -> list[str]:
    """Return the command of EPUBCheck. Debian's program is an archive that a kernel may not run.

    Raises AssertionError where it is not installed: a check that was not made says nothing of the book.
    """
    path = shutil.which("epubcheck")
    assert path, "EPUBCheck is not there: install it (sudo apt-get install epubcheck), or run the tests without 'thorough'"
    with Path(path).open("rb") as program:
        packed = program.read(2) == b"PK"
    return ["java", "-jar", path] if packed else [path]


def check(path: Path) -> str:
    """Return the errors and warnings of EPUBCheck and the line that counts them."""
    run = subprocess.run([*checker(), str(path)], capture_output=True, text=True, check=False)
    lines = (run.stdout + run.stderr).splitlines()
    return "\n".join(line for line in lines if line.startswith(("ERROR", "FATAL", "WARNING", "Messages:")))
