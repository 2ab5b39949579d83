"""Everything that is exported, from a library: each question as its kind makes it known to other systems."""

import importlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from quizbank.exchange.portable import Asked, Deck, Portable, PortablePicture, Target
from quizbank.exports.format import Card, Collection
from quizbank.kinds import KINDS
from quizbank.library import Library
from quizbank.model.bank import Bank, Objective
from quizbank.model.picture import Picture
from quizbank.model.question import Question
from quizbank.notes.cards import objective_cards, word_cards
from quizbank.strings.words import Words
from quizbank.texts.inline import plain_words


def collected(library: Library, site: str, when: datetime, changed: dict[str, datetime] | None = None) -> Collection:
    """Return all published questions and flashcards.

    `site` is the site's address, with a slash at its end, or '' if it is not known; `when` and `changed` as in `Collection`.
    """
    course = library.course
    banks = sorted(library.banks.values(), key=lambda bank: bank.number)
    words = Words(course.language)
    return Collection(
        id=course.id,
        course=course.title,
        title=course.title,
        language=course.language,
        decks=tuple(_Chapter(library, bank, words, site).deck() for bank in banks),
        when=when,
        changed=changed or {},
        words=_words(library, site),
        objectives=tuple(card for bank in banks for card in _objectives(library, bank, site)),
        site=site,
        grouping=course.numbers,
    )


def page_address(site: str) -> Callable[[str], str]:
    """Return a function from a page's path below the docs folder to its address on the web; '' where the site's is not known."""

    def address(path: str) -> str:
        page, mark, fragment = path.partition("#")
        folder = page.removesuffix(".md").removesuffix("index")
        return f"{site}{folder}{'/' if folder and not folder.endswith('/') else ''}{mark}{fragment}" if site else ""

    return address


class _Chapter:
    """One bank and what its questions need to know of its chapter."""

    def __init__(self, library: Library, bank: Bank, words: Words, site: str) -> None:
        self.library, self.bank, self.words, self.site = library, bank, words, site
        self.targets = {objective.id: _target(objective) for objective in bank.objectives}

    def deck(self) -> Deck:
        """Return the chapter's questions."""
        bank = self.bank
        return Deck(bank.name, bank.title, bank.number, tuple(map(self.portable, bank.questions)), tuple(self.targets.values()))

    def portable(self, question: Question) -> Portable:
        """Return one question."""
        asked = self._asked(question)
        heading = self.library.heading(self.bank, question.section)
        return Portable(
            id=question.id,
            kind=question.kind,
            stem=asked.stem,
            answer=None if question.inner else asked.answer,
            marks=question.marks,
            parts=tuple(map(self.portable, question.inner)),
            title=getattr(question, "title", ""),
            explanation="\n\n".join(text for text in (asked.after, question.explanation) if text),
            hint=question.hint or "",
            picture=_picture(question.picture) if question.picture else None,
            objective=self.targets.get(question.objective, Target()),
            bloom=question.bloom,
            section=question.section,
            passage=heading.title if heading else "",
            link=page_address(self.site)(f"{self.bank.chapter}#{question.section}"),
            source=question.source or "",
            as_of=question.as_of or "",
        )

    def _asked(self, question: Question) -> Asked:
        if question.inner:
            return Asked(question.passage_text, None)
        module: Any = importlib.import_module(f"quizbank.kinds.{KINDS[question.kind].folder.name}.portable")
        asked: Asked = module.portable(question, self.words)
        return asked


def _target(objective: Objective) -> Target:
    return Target(objective.id, objective.slug, objective.text)


def _picture(picture: Picture) -> PortablePicture:
    stem, _, ending = picture.file.rpartition(".")
    width, height = picture.size
    return PortablePicture(f"{stem}-{picture.image.digest}.{ending}", picture.image.data, picture.alt, width, height)


def _words(library: Library, site: str) -> tuple[Card, ...]:
    chapters = {bank.chapter: bank.name for bank in library.banks.values()}
    glossary = library.course.pages.glossary
    return tuple(map(_card, word_cards(library.terms, glossary, page_address(site), chapters))) if glossary else ()


def _objectives(library: Library, bank: Bank, site: str) -> tuple[Card, ...]:
    chapter, box = library.chapters.get(bank.chapter), library.course.key_idea
    return tuple(map(_card, objective_cards(bank, chapter, box, plain_words, page_address(site))))


def _card(card: dict[str, Any]) -> Card:
    link = card["url"] if ":" in card["url"] else ""
    others = tuple((other["language"], ", ".join(other["words"])) for other in card.get("equivalents", ()))
    return Card(card["id"], card["front"], card["back"], link, card.get("chapter", ""), others)
