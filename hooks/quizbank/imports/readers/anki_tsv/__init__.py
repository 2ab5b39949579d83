"""Anki's text files, after https://docs.ankiweb.net/importing/text-files.html: lines with tabs, told about by lines with '#'.

A note with named columns is read as a table, if these are columns of questions. Any other is a card: the front asks and the back
answers, unless lettered options stand on the front, or the front has gaps of the form {{c1::word}}.
"""

from quizbank.imports.files.decoding import decoded, looks_binary
from quizbank.imports.ours.cases import in_cases
from quizbank.imports.reader import File, Found, NotReadable, Reader, Refused, Taken
from quizbank.imports.readers.anki_tsv.cards import CardNotRead, question_of
from quizbank.imports.readers.anki_tsv.notes import Notes, notes_in
from quizbank.imports.readers.anki_tsv.ours import own_note, question_of_ours
from quizbank.imports.tables.headings import sureness
from quizbank.imports.tables.read import table_of
from quizbank.problems.wording import counted

_HEADS = ("#separator:", "#html:", "#notetype", "#deck", "#tags", "#columns:", "#guid")
_FEWEST_COLUMNS = 3


def _fits(file: File) -> int:
    if looks_binary(file.data):
        return 0
    start = decoded(file.data[:3000]).lstrip("\ufeff").lower()
    if start.startswith(_HEADS):
        return 88
    first = start.partition("\n")[0]
    return 15 if "\t" in first and file.ending in ("txt", "tsv") else 0


def _read(file: File) -> Found:
    notes = notes_in(decoded(file.data))
    if not notes.rows:
        raise NotReadable("expected notes below the lines with '#', got none")
    if sureness([notes.columns], file.columns) >= _FEWEST_COLUMNS:
        return table_of(file, [(1, notes.columns), *notes.rows])
    return _cards(notes)


def _cards(notes: Notes) -> Found:
    taken: list[Taken] = []
    refused: list[Refused] = []
    beside = 0
    for line, row in notes.rows:
        cells = notes.fields_of(row)
        own = own_note(notes.kind_of(row), cells)
        if own and not own.asks:
            beside += 1
            continue
        try:
            question, lost = question_of_ours(own, notes.tags_of(row)) if own else question_of(cells, notes.html)
        except CardNotRead as fault:
            refused.append(Refused(line, " ".join(cells[0].split())[:40] if cells else "note", str(fault)))
        else:
            taken.append(Taken(question, line, notes.deck_of(row), lost))
    told = (f"left out: {counted(beside, 'card')} of key terms and objectives, which the course makes itself",) * bool(beside)
    return Found(in_cases(taken), tuple(refused), told)


READER = Reader("Anki (text)", _fits, _read)
