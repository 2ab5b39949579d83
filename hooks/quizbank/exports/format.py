"""What a format declares, and what it is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from quizbank.exchange.portable import Deck, Portable
from quizbank.texts.numbers import Grouping


@dataclass(frozen=True)
class Card:
    """One flashcard: its name for ever, and both sides in plain text.

    `link` is the page that it comes from, '' where the site's address is not known; `deck` is the bank of its chapter, '' for
    none; `others` are its names in other languages, as (language tag, words).
    """

    id: str
    front: str
    back: str
    link: str = ""
    deck: str = ""
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Collection:
    """What one file holds. `decks` are the chapters, in order; `words` and `objectives` are the flashcards.

    `title` is the file's own: the course's, or with one deck the chapter's. `when` is the time of the last change of anything;
    `changed` gives the time of a question's own last change by its id, where that is known. `site` is the address of the site,
    with a slash at its end, or ''.
    """

    id: str
    course: str
    title: str
    language: str
    decks: tuple[Deck, ...]
    when: datetime
    changed: dict[str, datetime]
    words: tuple[Card, ...] = ()
    objectives: tuple[Card, ...] = ()
    site: str = ""
    grouping: Grouping = "indian"

    def changed_at(self, question_id: str) -> datetime:
        """Return when a question was last changed (UTC): by its own history, else the time of the last change of anything."""
        return self.changed.get(question_id, self.when).astimezone(UTC)

    def only(self, deck: Deck) -> "Collection":
        """Return what belongs to one chapter."""
        words, objectives = ([card for card in cards if card.deck == deck.name] for cards in (self.words, self.objectives))
        return replace(self, title=deck.title, decks=(deck,), words=tuple(words), objectives=tuple(objectives))


def _nothing(_: Portable) -> Iterator[str]:
    yield from ()


def _no_files(_: Collection) -> Iterator[tuple[str, bytes]]:
    yield from ()


@dataclass(frozen=True)
class Format:
    """A format of files.

    `title` is what people call it, `ending` that of its files, without a dot. `unable` returns why the format cannot hold a
    question, as a sentence without its full stop, or ''. `shortened` yields what a question loses in it though it is there:
    feedback, a picture, marks. `write` returns the file that holds a collection; every question in it is one that the format can
    hold. Where the format has no `cases`, each question of a case comes by itself, with the case's passage before its stem.
    `beside` yields the names and the bytes of files that lie beside those of a collection, such as pictures.
    """

    title: str
    ending: str
    unable: Callable[[Portable], str]
    write: Callable[[Collection], bytes]
    shortened: Callable[[Portable], Iterator[str]] = _nothing
    cases: bool = False
    beside: Callable[[Collection], Iterator[tuple[str, bytes]]] = _no_files
