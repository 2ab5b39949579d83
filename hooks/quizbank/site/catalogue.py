"""What the practice pages know of the whole site, as scripts that register themselves: from a folder, nothing else can be read.

The catalogue lists every question without its words; each bank's script brings the words, when a page asks for them.
"""

from collections.abc import Callable, Iterator
from operator import attrgetter

from quizbank.library import Library
from quizbank.model.bank import Bank
from quizbank.model.question import BLOOM_LEVELS, Question
from quizbank.notes.cards import Card, equivalents, objective_cards, word_cards
from quizbank.notes.glossary import Term
from quizbank.papers.fingerprint import content_hash, rules_hash
from quizbank.render.renderer import Renderer
from quizbank.site.addresses import quiz_page
from quizbank.site.assets import Asset, data_script
from quizbank.site.page import passage
from quizbank.texts.inline import on_site

# Stands for a question's label, which the page that shows it knows (`frontend/practice/placing.js`).
LABEL = "…"

UrlFunction = Callable[[str], str]


def data_scripts(library: Library, renderer: Renderer, url: UrlFunction) -> dict[str, Asset]:
    """Return the data scripts by their names as parts: catalogue, cards, terms, papers, and `data:bank:NAME` for each bank.

    `url` gives the address of a path as seen from the site's root; so do all addresses in the scripts.
    """
    banks = {f"data:bank:{name}": _bank_script(bank, library, renderer, url) for name, bank in library.banks.items()}
    catalogue = {
        "banks": [_bank_entry(bank, library, renderer, banks[f"data:bank:{bank.name}"], url) for bank in _in_order(library)]
    }
    papers = [{**paper.as_json(), "rules": rules_hash(paper)} for paper in library.mock_papers().values()]
    return {
        "data:catalogue": data_script("catalogue", "catalogue", catalogue),
        "data:cards": data_script("cards", "cards", list(_cards(library, renderer, url))),
        "data:terms": data_script("terms", "terms", {term.anchor: _term_entry(term) for term in library.terms}),
        "data:papers": data_script("papers", "papers", papers),
        **banks,
    }


def _in_order(library: Library) -> list[Bank]:
    return sorted(library.banks.values(), key=attrgetter("number"))


def _bank_entry(bank: Bank, library: Library, renderer: Renderer, script: Asset, url: UrlFunction) -> dict[str, object]:
    chapter = library.chapters.get(bank.chapter)
    titles = {anchor: heading.title for anchor, heading in chapter.headings.items()} if chapter else {}
    sections = list(dict.fromkeys(question.section for question in bank.questions))
    return {
        "name": bank.name,
        "title": bank.title,
        "contrasts": bank.contrasts,
        "chapter": bank.chapter,
        "url": url(bank.chapter),
        "quiz": url(quiz_page(bank.name)),
        "script": script.path,
        "objectives": {objective.id: renderer.plain(objective.text) for objective in bank.objectives},
        "sections": {section: titles.get(section, "") for section in sections},
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
    return data_script(f"bank:{bank.name}", f"bank:{bank.name}", html)


def _cards(library: Library, renderer: Renderer, url: UrlFunction) -> Iterator[Card]:
    yield from word_cards(library.terms, library.course.pages.glossary, url)
    for bank in _in_order(library):
        yield from objective_cards(bank, library.chapters.get(bank.chapter), library.course.key_idea, renderer.plain, url)
