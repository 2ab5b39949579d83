"""The collection inside a package: an SQLite database in Anki's schema 11, which every Anki since 2.1 reads.

Tables and columns are described at https://github.com/ankidroid/Anki-Android/wiki/Database-Structure. The bytes follow from the
notes alone: rows come in their order, ids are made from names, times are those of the content, and the two places in which
SQLite tells of itself (https://www.sqlite.org/fileformat.html#the_database_header) are overwritten.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha1
from html import unescape

from quizbank.exports.anki.ids import fixed_ids
from quizbank.exports.anki.notes import Note
from quizbank.exports.anki.settings import deck_id, settings

_SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""
# Where SQLite keeps how often a file was changed, for which of these changes its version holds, and the version itself.
_CHANGES, _VALID_FOR, _VERSION = 24, 92, 96
_COUNT, _SQLITE = (1).to_bytes(4, "big"), (3_040_000).to_bytes(4, "big")
_FIELD_END = "\x1f"
_TAG = re.compile(r"<[^>]*>")
_NOT_SYNCED = -1

Row = tuple[int | str, ...]


def database(notes: Sequence[Note], language: str, when: int) -> bytes:
    """Return the file. `language` is the course's, `when` the time of its last change in seconds since 1970."""
    with sqlite3.connect(":memory:") as base:
        base.execute("PRAGMA page_size = 4096")
        base.executescript(_SCHEMA)
        base.execute("INSERT INTO col VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", settings(notes, language, when))
        base.executemany("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _note_rows(notes, language))
        base.executemany("INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _card_rows(notes))
        base.commit()
        base.execute("VACUUM")
        file = base.serialize()
    base.close()
    return _settled(file)


def _settled(file: bytes) -> bytes:
    """Return the database without what differs from one run or SQLite to another."""
    settled = bytearray(file)
    for place, value in ((_CHANGES, _COUNT), (_VALID_FOR, _COUNT), (_VERSION, _SQLITE)):
        settled[place : place + 4] = value
    return bytes(settled)


def _note_rows(notes: Sequence[Note], language: str) -> Iterator[Row]:
    for number, note in zip(_ids("note", notes), notes, strict=True):
        tags = f" {' '.join(note.tags)} " if note.tags else ""
        first, shown = note.fields[0], _bare(note.fields[1])
        fields = _FIELD_END.join(note.fields)
        yield (number, note.guid, note.kind.id(language), note.changed, _NOT_SYNCED, tags, fields, shown, _sum(first), 0, "")


def _card_rows(notes: Sequence[Note]) -> Iterator[Row]:
    """Yield a new card for each note, to be learnt in the order of the notes."""
    pairs = zip(_ids("card", notes), _ids("note", notes), notes, strict=True)
    for due, (number, note_id, note) in enumerate(pairs, 1):
        yield (number, note_id, deck_id(note.deck), 0, note.changed, _NOT_SYNCED, 0, 0, due, *[0] * 8, "")


def _ids(what: str, notes: Iterable[Note]) -> list[int]:
    return fixed_ids(f"{what} {note.guid}" for note in notes)


def _bare(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def _sum(field: str) -> int:
    """Return what Anki looks for notes with the same first field by: the first four bytes of the SHA-1 of its words."""
    return int.from_bytes(sha1(_bare(field).encode(), usedforsecurity=False).digest()[:4], "big")
