"""The package, an .apkg file: a zip of the collection, the pictures under numbers, and which name each number has.

After https://github.com/ankidroid/Anki-Android/wiki/Database-Structure and https://docs.ankiweb.net/exporting.html.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime

from quizbank.exports.anki.database import database
from quizbank.exports.anki.notes import notes_of
from quizbank.exports.format import Collection

_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def package(collection: Collection) -> bytes:
    """Return the file that holds a collection."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in _files(collection):
            packed.writestr(_entry(name, collection.when), data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return file.getvalue()


def _files(collection: Collection) -> Iterator[tuple[str, bytes]]:
    pictures = {
        question.picture.name: question.picture.data
        for deck in collection.decks
        for question in deck.questions
        if question.picture
    }
    names = sorted(pictures)
    yield "collection.anki2", database(list(notes_of(collection)), collection.language, int(collection.when.timestamp()))
    yield "media", json.dumps(dict(enumerate(names)), ensure_ascii=False).encode()
    yield from ((str(number), pictures[name]) for number, name in enumerate(names))


def _entry(name: str, when: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, when.timetuple()[:6])
    entry.external_attr = _PLAIN_FILE
    entry.create_system = _UNIX
    return entry
