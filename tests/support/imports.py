"""Files of other systems for tests of imports, and the way from one to a bank that is read as an author's would be."""

import base64
import random
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document

import portables
from places import ROOT
from quizbank.banks.load import load_bank
from quizbank.exports import load_format
from quizbank.imports import load_reader
from quizbank.imports.bank.compose import Around, Composed, composed
from quizbank.imports.choose import reader_of
from quizbank.imports.reader import File, Found
from quizbank.model.bank import Bank
from quizbank.problems.problem import Problem

AROUND = Around("new", "Plants", "plants.md", ("leaves", "roots"), "LO1.1")


def read(name: str, data: bytes | str, file: str = "x.txt", **more: Any) -> Found:
    """Return what a reader finds, after a look that the file is known as one of its format."""
    made = File(file, data.encode() if isinstance(data, str) else data, **more)
    assert reader_of(made) is load_reader(name)
    return load_reader(name).read(made)


def bank(found: Found, around: Around = AROUND, pictures: bool = True) -> tuple[Composed, Bank, list[Problem]]:
    """Return the bank of what was found: as text, and as its author's own reader reads that."""
    made = composed(found.taken, around)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.yml"
        path.write_text(made.text, encoding="utf-8")
        (path.parent / "pictures").mkdir()
        for name, data in made.pictures.items():
            (path.parent / "pictures" / name).write_bytes(data)
        loaded, problems = load_bank(path, path.parent)
    assert loaded is not None, problems
    return made, loaded, problems


def only(found: Found) -> Any:
    """Return the one question that was found, when nothing was refused."""
    assert found.refused == ()
    (one,) = found.taken
    return one.question


def refusals(found: Found, file: str = "x") -> list[str]:
    """Return what was refused, as it is printed."""
    return [f"{file}:{each.line}: {each.where}: {each.message}" for each in found.refused]


def png(side: int = 8, colour: bytes = b"\xff\x00\x00") -> bytes:
    """Return a picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + colour * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def base64_of(data: bytes) -> str:
    """Return bytes in Base64."""
    return base64.b64encode(data).decode()


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def workbook(*rows: list[Any], before: int = 0) -> bytes:
    """Return a spreadsheet with these rows, below some empty ones."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, before + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def document(*paragraphs: str) -> bytes:
    """Return a Word document."""
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return saved(made)


def saved(made: Any) -> bytes:
    """Return the file of a Word document."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()


FOLDER = ROOT / "tests/data/imports"
_FILES = {
    "text": "teacher.txt",
    "aiken": "aiken.txt",
    "gift": "questions.gift",
    "moodle": "moodle.xml",
    "qti12": "qti12.xml",
    "qti21": "qti21.xml",
    "anki-tsv": "anki.txt",
    "csv": "table.csv",
}


@cache
def samples() -> dict[str, tuple[str, bytes]]:
    """Return a file of every format that is read, by the name of its reader: what it is called, and its bytes."""
    found = {name: (file, (FOLDER / file).read_bytes()) for name, file in _FILES.items()}
    lines = found["text"][1].decode().split("\n")
    found["docx"] = ("x.docx", document(*lines))
    for name in ("xlsx", "kahoot", "json"):
        format_ = load_format(name)
        held = portables.held(portables.examples(), format_)
        first = next(deck for deck in held.decks if deck.questions)
        found[name] = (f"x.{format_.ending}", format_.write(held.only(first)))
    return found


def mutated(data: bytes, random_: random.Random) -> bytes:
    """Return a file with a few faults: bytes changed, pieces cut out, doubled or put elsewhere, signs of formats put in."""
    signs = [
        b"{",
        b"}",
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"<![CDATA[",
        b"]]>",
        b"\x00",
        b"\xff",
        b'"',
        b"\t",
        b"=",
        b"~",
        b"->",
        b"\n\n",
    ]
    signs += [
        b"%",
        b"::",
        b"\\",
        b"{{c1::",
        b"}}",
        b"ANSWER: Z\n",
        b"999. ",
        b"a) ",
        b"<table>",
        b"nan",
        b"1e999",
        b"\xed\xa0\x80",
    ]
    made = bytearray(data)
    for _ in range(random_.randint(1, 6)):
        place, other = random_.randrange(len(made) + 1), random_.randrange(len(made) + 1)
        first, last = min(place, other), max(place, other)
        piece = bytes(made[first : min(last, first + 200)])
        match random_.randrange(4):
            case 0:
                made[first : first + len(piece)] = b""
            case 1:
                made[place:place] = random_.choice(signs)
            case 2:
                made[other:other] = piece
            case _:
                made[place : place + 1] = bytes([random_.randrange(256)])
    return bytes(made)
