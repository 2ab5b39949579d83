"""Anki's text file, imported by Anki itself into the note types of the package: the same notes as the package gives."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import portables
from anki_desk import Desk, desks
from quizbank.exchange.portable import Portable, PortablePicture
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.exports.anki import FORMAT as PACKAGE
from quizbank.exports.anki_tsv import FORMAT
from quizbank.exports.format import Card, Collection

WORD = Card("term:seed", "Seed", "What a plant grows from.", "", "plants", (("hi", "बीज"),))


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    with desks(tmp_path) as new:
        yield new


def everything() -> Collection:
    """Return the examples, a flashcard, and the hard questions, each with an id of its own."""
    kept = portables.held(portables.examples(), FORMAT)
    questions = (replace(each, id=f"{each.id}-{number}") for number, each in enumerate(portables.hard()))
    return replace(kept, decks=(*kept.decks, *portables.of(*questions).decks), words=(WORD,))


def emptied(desk: Desk, collection: Collection) -> None:
    """Leave the note types of a package in a collection, and no note."""
    desk.import_package(PACKAGE.write(collection))
    desk.col.remove_notes(list(desk.col.find_notes("")))


def held(desk: Desk) -> dict[str, tuple[str, list[str], list[str], str]]:
    """Return note type, fields, tags and deck of each note by its guid."""
    notes = ((note, note.cards()[0]) for note in desk.notes)
    return {
        note.guid: (card.note_type()["name"], list(note.fields), note.tags, desk.col.decks.name(card.did)) for note, card in notes
    }


def test_the_text_gives_the_same_notes_as_the_package(new_desk: Callable[[], Desk]) -> None:
    collection, package, text = everything(), new_desk(), new_desk()
    package.import_package(PACKAGE.write(collection))
    emptied(text, collection)
    count = package.col.note_count()
    assert text.import_text(FORMAT.write(collection)) == {"new": count}
    assert held(text) == held(package)
    assert len(held(text)) == count == 64 + 14 * 8 + 1


def test_the_text_knows_the_notes_of_the_package(new_desk: Callable[[], Desk]) -> None:
    desk, collection = new_desk(), everything()
    desk.import_package(PACKAGE.write(collection))
    before = desk.state()
    assert desk.import_text(FORMAT.write(collection)) == {"duplicate": len(before)}
    assert desk.state() == before


def test_the_text_needs_the_note_types_of_the_package(new_desk: Callable[[], Desk]) -> None:
    desk, collection = new_desk(), portables.of(next(portables.hard()))
    assert desk.import_text(FORMAT.write(collection)) == {"missing_notetype": 1}
    assert b"# Import the Anki package once before this file; it brings the note types.\n" in FORMAT.write(collection)


def test_a_picture_comes_with_the_package_only() -> None:
    question = replace(next(portables.hard()), picture=PortablePicture("a.png", b"", "a plant"))
    assert list(FORMAT.shortened(question)) == ["a text file holds no pictures; Anki shows those of the package"]
    assert list(PACKAGE.shortened(question)) == []
    assert b'<img src=""a.png""' in FORMAT.write(portables.of(question))


# What a field may not hold as it is, and what begins a comment.
SPECIAL = st.lists(st.sampled_from(("\t", '"', "\n", "\r\n", "#", ";", ",", "'", "<", "&", "=", "अ", "🙂", "x")), max_size=8)


@settings(max_examples=10, derandomize=True, database=None, deadline=None)
@given(st.lists(SPECIAL.map("".join), min_size=3, max_size=3))
def test_every_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    stem, right, why = (f"{place} {text} end" for place, text in enumerate(texts))
    choice = Choice((Alternative(right, right=True, why=why), Alternative("other", right=False)))
    collection = replace(portables.of(Portable("a", "single-choice", stem, choice)), words=(replace(WORD, back=stem),))
    with desks(tmp_path_factory.mktemp("desks")) as new:
        package, text = new(), new()
        package.import_package(PACKAGE.write(collection))
        emptied(text, collection)
        text.import_text(FORMAT.write(collection))
        assert held(text) == held(package)
