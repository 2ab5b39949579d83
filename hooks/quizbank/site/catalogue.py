"""What the practice pages know of the whole site, as scripts that register themselves: from a folder, nothing else can be read.

The catalogue lists every question without its words; each bank's script brings the words, when a page asks for them.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.model.question import BLOOM_LEVELS, Question
from quizbank.notes.cards import Card, equivalents, objective_cards, word_cards
from quizbank.notes.glossary import Term
from quizbank.papers.fingerprint import content_hash, rules_hash
from quizbank.render.renderer import Renderer
from quizbank.site.addresses import quiz_page
from quizbank.site.assets import Asset, areas_in, data_script, marks_script
from quizbank.site.page import passage
from quizbank.texts.inline import on_site

# Stands for a question's label, which the page that shows it knows (`frontend/practice/placing.js`).
LABEL = "…"

UrlFunction = Callable[[str], str]
Entry = dict[str, object]


class Listed(NamedTuple):
    """A bank's script and its entry in the catalogue. Both hold for as long as the bank is the same object."""

    bank: Bank
    script: Asset
    entry: Entry


def data_scripts(
    library: Library, renderer: Renderer, url: UrlFunction, known: dict[str, Listed] | None = None
) -> Iterator[tuple[str, Asset]]:
    """Yield the data scripts with their names as parts: `data:bank:NAME` for each bank, then catalogue, cards, terms and papers.

    `marks` is no part: it stands alone. One at a time, since those of all banks together would take more memory than the banks.

    `url` gives the address of a path as seen from the site's root; so do all addresses in the scripts.
    `known` is what was made before, by the banks' names, and takes down what is made now.
    """
    entries: dict[str, Entry] = {}
    for name, bank in library.banks.items():
        listed = known.get(name) if known else None
        if listed is None or listed.bank is not bank:
            listed = _listed(bank, library, renderer, url)
        if known is not None:
            known[name] = listed
        entries[name] = listed.entry
        yield f"data:bank:{name}", listed.script
        del listed  # a build keeps no script
    catalogue = {"banks": [entries[bank.name] for bank in _in_order(library)]}
    papers = [{**paper.as_json(), "rules": rules_hash(paper)} for paper in library.mock_papers().values()]
    yield "data:catalogue", data_script("catalogue", "catalogue", catalogue)
    yield "data:cards", data_script("cards", "cards", list(_cards(library, renderer, url)))
    yield "data:terms", data_script("terms", "terms", {term.anchor: _term_entry(term) for term in library.terms})
    yield "data:papers", data_script("papers", "papers", papers)
    yield "marks", marks_script(library.course.id, list(_chapters(catalogue["banks"])))


def _listed(bank: Bank, library: Library, renderer: Renderer, url: UrlFunction) -> Listed:
    script = _bank_script(bank, library, renderer, url)
    return Listed(bank, script, _bank_entry(bank, library, renderer, script.path, url))


def _chapters(banks: list[Entry]) -> Iterator[dict[str, object]]:
    """Yield what marks a chapter as done: where its reading ends, and the questions of its quizzes."""
    by_page: dict[object, dict[str, Any]] = {}
    for bank in banks:
        chapter = {"page": bank["chapter"], "url": bank["url"], "end": bank["end"], "parts": []}
        by_page.setdefault(bank["chapter"], chapter)["parts"] += _part_ids(bank)
    yield from by_page.values()


def _part_ids(bank: dict[str, Any]) -> list[str]:
    return [part["id"] for question in bank["questions"] for part in question.get("parts", [question])]


def _in_order(library: Library) -> list[Bank]:
    return sorted(library.banks.values(), key=attrgetter("number"))


def _bank_entry(bank: Bank, library: Library, renderer: Renderer, script: str, url: UrlFunction) -> Entry:
    chapter = library.chapters.get(bank.chapter)
    headings = chapter.headings if chapter else {}
    titles = {anchor: heading.title for anchor, heading in headings.items()}
    read = [anchor for anchor, heading in headings.items() if heading.level == 2]  # where a reader may stop
    sections = list(dict.fromkeys([*read, *(question.section for question in bank.questions)]))
    return {
        "name": bank.name,
        "title": bank.title,
        "contrasts": bank.contrasts,
        "chapter": bank.chapter,
        "url": url(bank.chapter),
        "quiz": url(quiz_page(bank.name)),
        "script": script,
        "objectives": {objective.id: renderer.plain(objective.text) for objective in bank.objectives},
        "sections": {section: titles.get(section, "") for section in sections},
        "end": read[-1] if read else "",
        "questions": [_question_entry(question) for question in bank.questions],
        "prints": "".join(map(content_hash, bank.questions)),
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
        **({"worth": question.worth} if question.worth != Question.most_marks else {}),
        **({"parts": parts} if question.is_case else {}),
    }


def _term_entry(term: Term) -> dict[str, object]:
    return {"name": term.name, "meaning": term.meaning, **equivalents(term)}


def _bank_script(bank: Bank, library: Library, renderer: Renderer, url: UrlFunction) -> Asset:
    html = {
        question.id: on_site(renderer.question(question, LABEL, passage(library, bank, question.section, url)), url)
        for question in bank.questions
    }
    script = data_script(f"bank:{bank.name}", f"bank:{bank.name}", html)
    return replace(script, areas=frozenset(areas_in(script.text)))


def _cards(library: Library, renderer: Renderer, url: UrlFunction) -> Iterator[Card]:
    banks = {bank.chapter: bank.name for bank in reversed(_in_order(library))}  # of two banks on a chapter, the first
    yield from word_cards(library.terms, library.course.pages.glossary, url, banks)
    for bank in _in_order(library):
        yield from objective_cards(bank, library.chapters.get(bank.chapter), library.course.key_idea, renderer.plain, url)
