"""Everything in a collection as notes of Anki: what they say, the deck and the tags of each, and when it was last changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizbank.exchange.portable import Deck, Portable, PortablePicture
from quizbank.exports.anki import notetypes
from quizbank.exports.anki.answers import fields_of
from quizbank.exports.anki.answers.pieces import Fields, Setting
from quizbank.exports.anki.ids import guid
from quizbank.exports.anki.notetypes import NoteType
from quizbank.exports.anki.texts import Html, words
from quizbank.exports.format import Card, Collection
from quizbank.strings.words import Words

# Between a deck and one inside it, and between a tag and one below it.
BELOW = "::"


@dataclass(frozen=True)
class Note:
    """One note: `fields` in the order of its type, tags without spaces, and the time of its last change in seconds since 1970."""

    kind: NoteType
    guid: str
    fields: tuple[str, ...]
    deck: str
    tags: tuple[str, ...]
    changed: int


def notes_of(collection: Collection) -> Iterator[Note]:
    """Yield the questions in their order, then the words, then the objectives."""
    setting = Setting(Words(collection.language), Html(collection.site), collection.grouping)
    for deck in collection.decks:
        yield from (_asked(question, deck, collection, setting) for question in deck.questions)
    yield from (_flashcard(card, _term(card, setting), "anki.words", collection, setting) for card in collection.words)
    yield from (
        _flashcard(card, _prompt(card, setting), "anki.objectives", collection, setting) for card in collection.objectives
    )


def _asked(question: Portable, deck: Deck, collection: Collection, setting: Setting) -> Note:
    kind, own = fields_of(question.answer, setting)
    chapter = f"{deck.number:02} {deck.title}"
    tags = [f"chapter::{deck.name}", f"kind::{question.kind}"]
    tags += [f"objective::{question.objective.slug}"] * bool(question.objective.slug)
    tags += [f"bloom::{question.bloom}"] * bool(question.bloom)
    return _note(question.id, kind, _shared(question, setting) | own, collection, _deck_name(collection, chapter), tags)


def _shared(question: Portable, setting: Setting) -> Fields:
    """Return the fields that the note types of all questions have."""
    html, said = setting.html, setting.words
    source = " ".join(text for text in (question.source, question.as_of and f"({question.as_of})") if text)
    return {
        "Question": html.block(question.stem),
        "Picture": _picture(question.picture) if question.picture else "",
        "Explanation": html.block(question.explanation),
        "Hint": html.block(question.hint),
        "Review": said.say("question.review", title=_link(question.link, html.line(question.passage)))
        if question.passage
        else "",
        "Marks": said.say("question.marks", n=question.marks) if question.marks else "",
        "Objective": html.line(" ".join([question.objective.id, question.objective.text]).strip()),
        "Source": html.block(source),
    }


def _term(card: Card, setting: Setting) -> tuple[NoteType, Fields]:
    others = "".join(f'<p lang="{words(language)}" class="quiz-other">{words(names)}</p>' for language, names in card.others)
    return notetypes.TERM, {"Term": words(card.front), "Meaning": words(card.back), "Other languages": others}


def _prompt(card: Card, setting: Setting) -> tuple[NoteType, Fields]:
    return notetypes.OBJECTIVE, {"Prompt": words(card.front), "Answer": words(card.back)}


def _flashcard(card: Card, said: tuple[NoteType, Fields], deck: str, collection: Collection, setting: Setting) -> Note:
    kind, own = said
    link = {"Review": _link(card.link, setting.words.say("cards.review")) if card.link else ""}
    tags = [f"chapter::{card.deck}"] * bool(card.deck)
    return _note(card.id, kind, own | link, collection, _deck_name(collection, setting.words.say(deck)), tags)


def _note(name: str, kind: NoteType, texts: Fields, collection: Collection, deck: str, tags: list[str]) -> Note:
    fields = kind.values({"ID": words(name), **texts})
    changed = int(collection.changed_at(name).timestamp())
    return Note(kind, guid(collection.id, name), fields, deck, tuple(sorted(re.sub(r"\s+", "-", tag) for tag in tags)), changed)


def _deck_name(collection: Collection, name: str) -> str:
    """Return the name of a deck inside that of the course. What would begin another level in a title is a colon."""
    return BELOW.join(re.sub(r":{2,}", ":", part) for part in (collection.course, name))


def _picture(picture: PortablePicture) -> str:
    size = f' width="{picture.width}" height="{picture.height}"' if picture.width and picture.height else ""
    return f'<p><img src="{words(picture.name)}" alt="{words(picture.alt)}"{size}></p>'


def _link(address: str, text: str) -> str:
    return f'<a href="{words(address)}">{text}</a>' if address else text
