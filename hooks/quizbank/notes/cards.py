"""The flashcards: a word of the glossary each, and an objective each with the key ideas of the sections that teach it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from quizbank.model.bank import Bank, Objective
from quizbank.notes.chapters import Chapter
from quizbank.notes.glossary import Term
from quizbank.notes.pages.front_matter import lines_of
from quizbank.texts.plain import plain_text

UrlFunction = Callable[[str], str]

# What the practice pages know of one card.
Card = dict[str, object]

_NONE: Mapping[str, str] = MappingProxyType({})


def word_cards(terms: list[Term], glossary: str, url: UrlFunction, chapters: Mapping[str, str] = _NONE) -> Iterator[Card]:
    """Yield a card for each word of the page `glossary`. `url` gives the address of a page as seen from the site's root.

    `chapters` are the names of banks by the pages of their chapters: a word belongs to the chapter to which its entry leads.
    A word that the glossary names in other languages too has these under `equivalents`, in the glossary's order.
    """
    for term in terms:
        place = f"{url(glossary)}#{term.anchor}"
        chapter = {"chapter": chapters[term.page]} if term.page in chapters else {}
        yield _card("term", term.anchor, term.name, term.meaning, place, **chapter, **equivalents(term))


def equivalents(term: Term) -> Card:
    """Return what a term is called in other languages, as an entry `equivalents`; nothing where the glossary names none."""
    others = [{"language": other.language, "words": list(other.words)} for other in term.equivalents]
    return {"equivalents": others} if others else {}


def objective_cards(
    bank: Bank, chapter: Chapter | None, box: str, words: Callable[[str], str], url: UrlFunction
) -> Iterator[Card]:
    """Yield a card for each objective that has a key idea for its back. `words` are the plain words of a bank's text.

    `box` is the title of the boxes that hold key ideas, as the course's profile has it.
    """
    ideas = key_ideas(chapter, box)
    for objective in bank.objectives:
        taught = [section for section in sections_of(bank, objective) if section in ideas][:2]  # more is too much for a card
        if taught:
            back = " ".join(ideas[section] for section in taught)
            more = {"label": bank.title, "chapter": bank.name} | ({"was": f"objective:{objective.was}"} if objective.was else {})
            place = f"{url(bank.chapter)}#{taught[0]}"
            yield _card("objective", objective.slug, _as_question(words(objective.text)), back, place, **more)


def objectives_without_card(bank: Bank, chapter: Chapter | None, box: str) -> list[tuple[int, Objective]]:
    """Return the objectives that get no card, with their places in the bank: no section that tests them has a key idea."""
    ideas = key_ideas(chapter, box)
    return [(index, one) for index, one in enumerate(bank.objectives) if ideas.keys().isdisjoint(sections_of(bank, one))]


def sections_of(bank: Bank, objective: Objective) -> list[str]:
    """Return the sections whose questions test the objective, those inside cases too, each once."""
    return list(dict.fromkeys(part.section for part in bank.parts if part.objective == objective.id))


def key_ideas(chapter: Chapter | None, box: str) -> dict[str, str]:
    """Return the key idea of each section that has one, in plain words, by the id of its heading."""
    return dict(_key_ideas(chapter, box)) if chapter else {}


def _key_ideas(chapter: Chapter, box: str) -> Iterator[tuple[str, str]]:
    pattern = _box_titled(box)
    lines = lines_of(chapter.text)
    headings = sorted(chapter.headings.values(), key=lambda heading: heading.line)
    ends = [heading.line - 1 for heading in headings[1:]] + [len(lines)] * bool(headings)
    for heading, end in zip(headings, ends, strict=True):
        if idea := pattern.search("\n".join(lines[heading.line : end])):
            yield heading.anchor, " ".join(plain_text(idea[1]).split())


@cache
def _box_titled(title: str) -> re.Pattern[str]:
    return re.compile(rf'^!!! abstract "{re.escape(title)}"\n((?: {{4}}.*(?:\n|\Z)|\n)+)', re.MULTILINE)


def _card(sort: str, name: str, front: str, back: str, url: str, **more: object) -> Card:
    return {"id": f"{sort}:{name}", "sort": sort, "front": front, "back": back, "url": url, **more}


def _as_question(objective: str) -> str:
    """Return 'Can you tell acids from bases?' for 'Tell acids from bases.'."""
    return f"Can you {objective[0].lower()}{objective[1:].removesuffix('.')}?"
