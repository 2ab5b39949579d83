"""What the practice pages know of the whole site, as scripts that register themselves: from a folder, nothing else can be read.

The catalogue lists every question without its words; each bank's script brings the words, when a page asks for them.
"""

import json
import re
from collections.abc import Callable, Iterator
from operator import attrgetter

from quizbank.assets import Asset, named, part
from quizbank.chapters import Chapter
from quizbank.check import quiz_page
from quizbank.glossary import PAGE as GLOSSARY
from quizbank.library import Library
from quizbank.model import BLOOM_LEVELS, Bank, Question
from quizbank.render import Renderer

UrlFunction = Callable[[str], str]

_CORE_IDEA = re.compile(r'^!!! abstract "Core idea"\n((?: {4}.*\n|\n)+)', re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`]")


def data_scripts(library: Library, renderer: Renderer, url: UrlFunction) -> dict[str, Asset]:
    """Return the data scripts by name: `catalogue`, `cards`, `papers`, and `bank:NAME` for each bank.

    `url` gives the address of a path as seen from the site's root; so do all addresses in the scripts.
    """
    banks = {f"bank:{name}": _bank_script(bank, library, renderer, url) for name, bank in library.banks.items()}
    catalogue = {"banks": [_bank_entry(bank, library, banks[f"bank:{bank.name}"], url) for bank in _in_order(library)]}
    return {
        "catalogue": _script("catalogue", "catalogue", catalogue),
        "cards": _script("cards", "cards", list(_cards(library, url))),
        "papers": _script("papers", "papers", [paper.as_json() for paper in library.mock_papers().values()]),
        **banks,
    }


def _in_order(library: Library) -> list[Bank]:
    return sorted(library.banks.values(), key=attrgetter("number"))


def _script(name: str, key: str, data: object) -> Asset:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return named(name.replace(":", "-"), ".js", part(f"quiz.data[{json.dumps(key)}] = {text};", name))


def _bank_entry(bank: Bank, library: Library, script: Asset, url: UrlFunction) -> dict[str, object]:
    chapter = library.chapters.get(bank.chapter)
    titles = {anchor: heading.title for anchor, heading in chapter.headings.items()} if chapter else {}
    sections = list(dict.fromkeys(question.section for question in bank.questions))
    return {
        "name": bank.name,
        "title": bank.title,
        "contrasts": bank.contrasts,
        "url": url(bank.chapter),
        "quiz": url(quiz_page(bank.name)),
        "script": script.path,
        "objectives": {objective.id: objective.text for objective in bank.objectives},
        "sections": {section: titles.get(section, "") for section in sections},
        "questions": [_question_entry(question) for question in bank.questions],
    }


def _question_entry(question: Question) -> dict[str, object]:
    parts = [{"id": part.id, "objective": part.objective, "marks": part.marks} for part in question.parts]
    return {
        "id": question.id,
        "kind": question.kind,
        "bloom": BLOOM_LEVELS.index(question.bloom),
        "marks": question.marks,
        "objective": question.objective,
        "section": question.section,
        **({"parts": parts} if question.parts != (question,) else {}),
    }


def _bank_script(bank: Bank, library: Library, renderer: Renderer, url: UrlFunction) -> Asset:
    html = {
        question.id: renderer.question(question, "Question", library.passage(bank, question.section, url))
        for question in bank.questions
    }
    return _script(f"bank:{bank.name}", f"bank:{bank.name}", html)


def _cards(library: Library, url: UrlFunction) -> Iterator[dict[str, str]]:
    """Yield the flashcards: a word each, then an objective each whose sections have a core idea, which is its back."""
    for term in library.terms:
        place = f"{url(GLOSSARY)}#{term.anchor}"
        yield _card("term", term.anchor, term.name, term.meaning, place, label="Word of the glossary")
    for bank in _in_order(library):
        for objective in bank.objectives:
            section, ideas = _ideas_of(bank, objective.id, library.chapters.get(bank.chapter))
            if ideas:
                place = f"{url(bank.chapter)}#{section}"
                question = _as_question(objective.text)
                yield _card("objective", objective.id, question, " ".join(ideas), place, label=bank.title, chapter=bank.name)


def _card(sort: str, name: str, front: str, back: str, url: str, **more: str) -> dict[str, str]:
    return {"id": f"{sort}:{name}", "sort": sort, "front": front, "back": back, "url": url, **more}


def _as_question(objective: str) -> str:
    """Return 'Can you tell BPO from KPO?' for 'Tell BPO from KPO.'."""
    return f"Can you {objective[0].lower()}{objective[1:].removesuffix('.')}?"


def _ideas_of(bank: Bank, objective: str, chapter: Chapter | None) -> tuple[str, list[str]]:
    """Return the first section that teaches an objective, and the core ideas of the first two: more is too much for a card."""
    ideas = dict(_core_ideas(chapter)) if chapter else {}
    sections = list(dict.fromkeys(question.section for question in bank.questions if question.objective == objective))
    told = [section for section in sections if section in ideas][:2]
    return (told[0] if told else ""), [ideas[section] for section in told]


def _core_ideas(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Yield the id of each section that opens with its core idea, and the idea in plain words."""
    lines = chapter.text.splitlines(keepends=True)
    headings = sorted(chapter.headings.values(), key=lambda heading: heading.line)
    ends = [heading.line - 1 for heading in headings[1:]] + [len(lines)]
    for heading, end in zip(headings, ends, strict=True):
        if idea := _CORE_IDEA.search("".join(lines[heading.line : end])):
            yield heading.anchor, " ".join(_MARKS.sub("", _LINK.sub(r"\1", idea[1])).split())
