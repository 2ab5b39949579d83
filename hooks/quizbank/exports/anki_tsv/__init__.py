"""Anki's text import: a line for each note, into the note types of the package, which has to be imported once before.

After https://docs.ankiweb.net/importing/text-files.html: headers (`#key:value`), then fields parted by tabs, each in quotation
marks where it holds a tab, a line break or a quotation mark. A spreadsheet can open and sort it. Pictures come with
the package only.
"""

import csv
import io
from collections.abc import Iterator

from quizbank.exchange.portable import Portable
from quizbank.exports.anki.notes import notes_of
from quizbank.exports.anki.notetypes import NOTE_TYPES
from quizbank.exports.format import Collection, Format
from quizbank.strings.words import Words

# The special columns, in their order; the fields of the note come behind them.
COLUMNS = ("guid", "notetype", "deck", "tags")


def _unable(_: Portable) -> str:
    """Return '': a line can hold every note."""
    return ""


def _shortened(question: Portable) -> Iterator[str]:
    if question.picture:
        yield "a text file holds no pictures; Anki shows those of the package"


def _write(collection: Collection) -> bytes:
    file = io.StringIO()
    file.writelines(f"#{key}:{value}\n" for key, value in _headers())
    file.write(f"# {Words(collection.language).say('anki.first')}\n")
    rows = csv.writer(file, delimiter="\t", lineterminator="\n")
    most = max(len(kind.fields) for kind in NOTE_TYPES)
    for note in notes_of(collection):
        fields = [*note.fields, *[""] * (most - len(note.fields))]
        rows.writerow([note.guid, note.kind.title(collection.language), note.deck, " ".join(note.tags), *fields])
    return file.getvalue().encode()


def _headers() -> Iterator[tuple[str, str]]:
    yield from (("separator", "tab"), ("html", "true"))
    yield from ((f"{name} column", str(place)) for place, name in enumerate(COLUMNS, 1))


FORMAT = Format("Anki (text)", "txt", _unable, _write, _shortened, rank=9, how="downloads.how_anki_tsv")
