"""Anki itself, as a library: an empty collection in a folder, what it says of a file that it imports, and how it shows cards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import anki.collection  # before what it imports itself
from anki.cards import Card
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest, ImportLogWithChanges
from anki.notes import Note
from anki.scheduler.v3 import CardAnswer, Scheduler
from lxml import html

# What Anki can say of a note that it finds in a file.
SAYINGS = (
    "new",
    "updated",
    "duplicate",
    "conflicting",
    "first_field_match",
    "missing_notetype",
    "missing_deck",
    "empty_first_field",
)


@dataclass
class Desk:
    """One collection of a learner."""

    folder: Path
    col: Collection

    def import_package(self, data: bytes) -> dict[str, int]:
        """Import a package with Anki's own settings, learning progress left out. Returns how many notes are what."""
        path = self._path("package.apkg", data)
        return said(self.col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions())))

    def import_text(self, data: bytes) -> dict[str, int]:
        """Import a text file as its headers have it."""
        path = self._path("notes.txt", data)
        metadata = self.col.get_csv_metadata(path, None)
        return said(self.col.import_csv(ImportCsvRequest(path=path, metadata=metadata)))

    def _path(self, name: str, data: bytes) -> str:
        path = self.folder / name
        path.write_bytes(data)
        return str(path)

    @property
    def notes(self) -> Iterator[Note]:
        """All notes, in the order in which their cards come."""
        return (card.note() for card in self.cards)

    @property
    def cards(self) -> Iterator[Card]:
        """All cards, in the order in which they come."""
        return (self.col.get_card(number) for number in self.col.find_cards("", order="c.due, c.id"))

    def card(self, name: str) -> Card:
        """Return the card of a question or flashcard by its id."""
        (number,) = self.col.find_cards(f'"ID:{name}"')
        return self.col.get_card(number)

    def rate(self, name: str) -> None:
        """Rate the card of a question as good, as a learner does who sees it first in its deck."""
        self.col.decks.select(self.card(name).did)
        scheduler = self.col.sched
        assert isinstance(scheduler, Scheduler)
        (queued,) = scheduler.get_queued_cards().cards[:1]
        card = self.col.get_card(queued.card.id)
        card.start_timer()
        answer = scheduler.build_answer(card=card, states=queued.states, rating=CardAnswer.GOOD)
        scheduler.answer_card(answer)

    def state(self) -> list[tuple[object, ...]]:
        """Return everything that a learner would see changed."""
        rows = "select n.guid, n.mid, n.mod, n.tags, n.flds, c.did, c.reps, c.ivl, c.due, c.queue from notes n, cards c"
        return self.rows(f"{rows} where c.nid = n.id order by n.guid")

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Return what the database says."""
        assert self.col.db is not None
        return [tuple(row) for row in self.col.db.all(query)]


@contextmanager
def desks(folder: Path) -> Iterator[Callable[[], Desk]]:
    """Give a function that makes a new learner with an empty collection, each in a folder of its own."""
    made: list[Desk] = []

    def new() -> Desk:
        place = folder / f"learner-{len(made)}"
        place.mkdir()
        made.append(Desk(place, anki.collection.Collection(str(place / "collection.anki2"))))
        return made[-1]

    yield new
    for desk in made:
        desk.col.close()


def said(log: ImportLogWithChanges) -> dict[str, int]:
    """Return what Anki says of the notes of a file, without what it says of none."""
    counts = {saying: len(getattr(log.log, saying)) for saying in SAYINGS}
    return {saying: count for saying, count in counts.items() if count}


def sides(card: Card) -> tuple[str, str]:
    """Return both sides of a card as Anki renders them."""
    shown = card.render_output()
    return shown.question_text, shown.answer_text


def visible(fragment: str) -> str:
    """Return the words of HTML in one line, without what scripts and styles say."""
    root = html.fragment_fromstring(fragment, create_parent="div")
    for element in root.xpath(".//script | .//style"):
        element.drop_tree()
    return " ".join(root.text_content().split())
