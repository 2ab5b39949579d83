"""A file that we wrote, read and written again is the same file, for every format that is written and read."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import example_course
import imports
import portables
from quizbank.banks.load import load_bank
from quizbank.exchange.portable import Deck, Portable, PortablePicture
from quizbank.exchange.shapes import Choice
from quizbank.exchange.texts import block_html, line_html
from quizbank.exports import NAMES as WRITTEN
from quizbank.exports import load_format
from quizbank.exports.collect import collected
from quizbank.exports.flatten import flattened
from quizbank.exports.format import Collection, Format
from quizbank.imports import NAMES as READ
from quizbank.imports.bank.compose import Around, composed

# Formats that hold no picture, and how their export says so: the question comes back without it, reported as taken in part.
NO_PICTURES = {"anki-tsv": "a text file holds no pictures; Anki shows those of the package"}
BOTH = sorted(set(WRITTEN) & set(READ))
# What kinds become when they come back from a format that knows shapes only: these are kinds for every shape.
OWN = {
    "single-choice",
    "multiple-choice",
    "true-false",
    "matching",
    "sorting",
    "ordering",
    "fill-in",
    "numeric",
    "short-answer",
    "case",
}


def decks(name: str, format_: Format) -> Iterator[tuple[Collection, Deck]]:
    """Yield each chapter of the examples by itself, as far as the format holds it, one with hard texts, one with a picture."""
    with_picture = [portables.of(pictured())] if name not in NO_PICTURES else []
    for collection in (portables.examples(), portables.of(*portables.hard()), *with_picture):
        held = portables.held(collection, format_)
        yield from ((held.only(deck), deck) for deck in one_of_each(held.decks))


def pictured() -> Portable:
    """Return a question with a picture that is shown smaller than it is."""
    picture = PortablePicture("leaf-0123456789.png", imports.png(), 'A "green" leaf & its stem', 6, 4)
    return replace(next(portables.hard()), picture=picture)


def one_of_each(decks: Iterable[Deck]) -> list[Deck]:
    """Return the first chapter with each set of kinds: the examples have several with the same."""
    first: dict[frozenset[str], Deck] = {}
    for deck in decks:
        first.setdefault(frozenset(question.kind for question in deck.all_questions), deck)
    first.pop(frozenset(), None)
    return list(first.values())


def given_ids(found: tuple[Portable, ...], wanted: tuple[Portable, ...]) -> tuple[Portable, ...]:
    """Return what was found with the ids that it had, for formats that have none."""
    pairs = zip(found, wanted, strict=True)
    return tuple(
        replace(one, id=one.id or other.id, parts=given_ids(one.parts, other.parts) if one.parts else ()) for one, other in pairs
    )


@pytest.mark.parametrize("name", BOTH)
def test_what_was_read_is_written_as_the_same_bytes(name: str) -> None:
    format_ = load_format(name)
    for collection, deck in decks(name, format_):
        written = format_.write(collection)
        beside = dict(format_.beside(collection))
        found = imports.read(name, written, f"x.{format_.ending}", beside=beside.get)
        assert imports.refusals(found) == []
        single = tuple(one.question for one in found.taken)
        questions = given_ids(single if format_.cases else tuple(flattened(single)), deck.questions)
        again = replace(collection, decks=(replace(deck, questions=questions),))
        assert format_.write(again) == written, deck.name


@pytest.mark.parametrize("name", ["anki-tsv", "gift", "moodle", "qti12", "qti21"])
def test_kinds_answers_reasons_and_passages_come_back_and_not_only_the_bytes(name: str) -> None:
    format_ = load_format(name)
    held = portables.held(portables.examples(), format_)
    whole = {deck.name: deck for deck in portables.examples().decks}
    for deck in one_of_each(held.decks):
        single = [one.question for one in imports.read(name, format_.write(held.only(deck)), f"x.{format_.ending}").taken]
        kinds = [each.kind for each in whole[deck.name].questions if compared(each, deck.questions)]
        assert [each.kind for each in single] == kinds
        for found, each in zip(flattened(single), flattened(deck.questions), strict=True):
            assert told(found, name) == told(each, name)


def compared(question: Portable, held: tuple[Portable, ...]) -> bool:
    """Say whether a format holds a question, or the parts of a case."""
    return any(part.id == each.id for part in question.each for one in held for each in one.each)


def told(question: Portable, name: str) -> tuple[object, ...]:
    """Return what every format keeps of a question, but for the order of groups and how the lines of a table are written."""
    answer = question.answer if question.kind not in ("distinguish", "sorting") else type(question.answer)
    if name == "gift" and isinstance(answer, Choice):
        answer = replace(answer, shuffled=True)
    place = (question.section, question.passage, question.link, question.explanation)
    return question.id, question.kind, question.objective.slug, question.bloom, *place, answer


@pytest.mark.parametrize("name", NO_PICTURES)
def test_a_picture_that_a_format_cannot_hold_is_said_to_be_lost_on_both_ways(name: str) -> None:
    format_ = load_format(name)
    assert NO_PICTURES[name] in format_.shortened(pictured())
    (one,) = imports.read(name, format_.write(portables.of(pictured())), f"x.{format_.ending}").taken
    assert one.lost == ("its picture 'leaf-0123456789.png' is not in the file and is left out",)
    assert format_.write(portables.of(one.question)) == format_.write(portables.of(replace(pictured(), picture=None)))


def test_formats_of_ours_that_are_written_are_read() -> None:
    assert {"aiken", "csv", "docx", "json", "kahoot", "xlsx"} <= set(BOTH)


def on_paper(question: Portable) -> Portable:
    """Return what paper and key say of a question: no id, kind, hint, objective, level, passage of the notes or source.

    The file of a picture has another name, and Word draws it at the size that it has on paper. Which of the spare partners
    comes first is said only where they have reasons.
    """
    picture = question.picture and PortablePicture("", question.picture.data, question.picture.alt, question.picture.width)
    stem, explanation = block_html(question.stem), block_html(question.explanation)
    parts = tuple(map(on_paper, question.parts))
    answer = as_html(question.answer)
    return Portable("", "", stem, answer, question.marks, parts, question.title, explanation, picture=picture)


def as_html(answer: Any) -> Any:
    """Return an answer with all its texts as HTML: two ways to write a table or to escape a sign are one text."""
    if isinstance(answer, str):
        return line_html(answer)
    if isinstance(answer, tuple):
        return tuple(map(as_html, answer))
    if is_dataclass(answer) and not isinstance(answer, type):
        return type(answer)(**{each.name: as_html(getattr(answer, each.name)) for each in fields(answer)})
    return answer


def test_word_gives_back_all_that_paper_and_key_say() -> None:
    format_ = load_format("docx")
    for collection in (portables.examples(), portables.of(*portables.hard()), portables.of(pictured())):
        found = imports.read("docx", format_.write(collection), "x.docx")
        assert found.refused == ()
        assert [one.lost for one in found.taken if one.lost] == []
        wanted = [question for deck in collection.decks for question in deck.questions]
        assert len(found.taken) == len(wanted)
        for one, question in zip(found.taken, wanted, strict=True):
            assert on_paper(one.question) == on_paper(question)


def test_a_word_file_that_became_a_bank_is_exported_as_the_same_bytes(tmp_path: Path) -> None:
    format_ = load_format("docx")
    library = example_course.library()
    for deck in one_of_each(portables.examples().decks):
        # A bank's written answer has as many marks as its points, and a distinction counts some of its rows only.
        kept = tuple(each for each in deck.questions if not each.picture and each.kind != "distinguish")
        if not kept:
            continue
        collection = portables.examples().only(replace(deck, questions=kept))
        written = format_.write(collection)
        bank = library.banks[deck.name]
        made = composed(imports.read("docx", written, "x.docx").taken, Around(deck.name, deck.title, bank.chapter, (), "LO99.1"))
        assert made.refused == ()
        path = tmp_path / f"{deck.name}.yml"
        path.write_text(made.text, encoding="utf-8")
        loaded, problems = load_bank(path, tmp_path)
        assert loaded is not None, problems
        again = collected(replace(library, banks={deck.name: loaded}), portables.SITE, portables.WHEN)
        assert format_.write(replace(collection, decks=again.decks)) == written, deck.name


@pytest.mark.parametrize("name", ["csv", "json", "xlsx"])
def test_a_bank_that_was_exported_comes_back_as_a_bank_and_is_exported_alike(name: str, tmp_path: Path) -> None:
    format_ = load_format(name)
    library = example_course.library()
    for deck in one_of_each(portables.examples().decks):
        kept = tuple(question for question in deck.questions if {question.kind, *(part.kind for part in question.parts)} <= OWN)
        if not kept or any(each.picture for each in kept):
            continue
        collection = replace(portables.examples(), decks=(replace(deck, questions=kept),)).only(replace(deck, questions=kept))
        written = format_.write(collection)
        bank = library.banks[deck.name]
        headings = tuple(library.chapters[bank.chapter].headings)
        around = Around(deck.name, deck.title, bank.chapter, headings, "LO99.1")
        made = composed(imports.read(name, written, f"x.{format_.ending}").taken, around)
        assert made.refused == ()
        assert made.drafts == 0, made.text
        path = tmp_path / f"{deck.name}.yml"
        path.write_text(made.text, encoding="utf-8")
        loaded, problems = load_bank(path, tmp_path)
        assert loaded is not None, problems
        assert problems == []
        again = collected(replace(library, banks={deck.name: loaded}), portables.SITE, portables.WHEN)
        own = replace(again.decks[0], objectives=deck.objectives)
        assert format_.write(replace(collection, decks=(own,))) == written, deck.name
