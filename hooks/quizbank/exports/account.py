"""What a format takes, and what it leaves out: counted by kind, with the reasons, so that nothing is lost in silence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from quizbank.exchange.portable import Deck, Portable
from quizbank.exports.flatten import flattened
from quizbank.exports.format import Collection, Format


@dataclass(frozen=True)
class Account:
    """Of one format: how many questions of each kind it takes.

    Of those that it leaves out, and of those that lose something in it, the ids by kind and reason.
    """

    taken: Counter[str] = field(default_factory=Counter)
    left: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    lessened: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def note(self, question: Portable, format_: Format) -> bool:
        """Count a question. Returns whether the format takes it."""
        reason = format_.unable(question)
        if reason:
            self.left.setdefault((question.kind, reason), []).append(question.id)
            return False
        self.taken[question.kind] += 1
        for loss in format_.shortened(question):
            self.lessened.setdefault((question.kind, loss), []).append(question.id)
        return True


def divided(collection: Collection, format_: Format) -> tuple[Collection, Account]:
    """Return the part of a collection that a format can hold, and the account of it."""
    account = Account()
    decks = tuple(replace(deck, questions=tuple(_kept(deck, format_, account))) for deck in collection.decks)
    return replace(collection, decks=decks), account


def _kept(deck: Deck, format_: Format, account: Account) -> Iterable[Portable]:
    questions = deck.questions if format_.cases else flattened(deck.questions)
    for question in questions:
        if question.parts:
            parts = tuple(part for part in question.parts if account.note(part, format_))
            if parts:
                yield replace(question, parts=parts)
        elif account.note(question, format_):
            yield question
