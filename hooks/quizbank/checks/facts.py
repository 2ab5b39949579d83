"""The inventory of facts that the notes must teach, and which of them no section covers.

A tripwire for omissions: a section covers a fact when it holds, for each group of terms, one of the alternatives at the start
of a word. That proves no good teaching.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError

from quizbank.banks.reading import open_source
from quizbank.banks.yaml_reader import Lines
from quizbank.model.bank import Bank
from quizbank.model.fields import Slug, Text
from quizbank.model.part import Part
from quizbank.notes.chapters import Chapter
from quizbank.problems.problem import Problem, did_you_mean, page_name
from quizbank.problems.wording import faults_in

FILE = "facts.yml"

_HEADING = re.compile(r"(?m)^#{1,4} ")
_IN_WORD = re.compile("[a-z0-9]")
_DASHES = str.maketrans({"’": "'", "‑": "-", "–": "-"})


def _alternatives(group: str) -> str:
    """Refuse an empty alternative: it would stand in every section."""
    if not all(map(str.strip, group.split("|"))):
        raise ValueError(f"expected words between the bars, got '{group}'")
    return group


class Fact(Part):
    """One fact. Each of `must_terms` lists alternatives between bars."""

    id: Slug
    topic: Text
    priority: Literal["core", "supporting", "marginal"]
    statement: Text
    must_terms: Annotated[tuple[Annotated[Text, AfterValidator(_alternatives)], ...], Field(min_length=1)]
    note: Text | None = None


class Inventory(Part):
    """All facts, and the pages in whose sections a reader would look for those of each topic."""

    topics: dict[str, tuple[Text, ...]]
    facts: tuple[Fact, ...]


def check_facts(root: Path, chapters: Mapping[str, Chapter], banks: Iterable[Bank] = ()) -> tuple[list[Problem], str]:
    """Return a problem for each fact that no section of its topic's pages covers, and a line that counts the covered ones.

    Questions of `banks` that name a fact which is not there are problems too.

    Without an inventory in `root` there is nothing to cover: no problem, and no line.
    """
    path = root / FILE
    if not path.is_file():
        return [], ""
    source, data = open_source(path, root, "an inventory of facts", FILE)
    if data is None:
        return source.problems, ""
    try:
        inventory = Inventory.model_validate(data)
    except ValidationError as errors:
        faults = faults_in(errors, Inventory)
        return [*source.problems, *(Problem(FILE, source.lines.of(place), "", message) for place, message in faults)], ""
    missing = list(_missing(inventory, chapters, source.lines))
    others = [*source.problems, *_repeated(inventory, source.lines), *_strange(inventory, banks)]
    return [*missing, *others], f"facts covered: {len(inventory.facts) - len(missing)} of {len(inventory.facts)}"


def _repeated(inventory: Inventory, lines: Lines) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, fact in enumerate(inventory.facts):
        taken = first.setdefault(fact.id, index)
        if taken != index:
            other = lines.of(("facts", taken, "id"))
            message = f"expected an id that no other fact has, got '{fact.id}', the id of the fact on line {other}"
            yield Problem(FILE, lines.of(("facts", index, "id")), "", message)


def _missing(inventory: Inventory, chapters: Mapping[str, Chapter], lines: Lines) -> Iterator[Problem]:
    sections = {path: _sections(chapter.text) for path, chapter in chapters.items()}
    for index, fact in enumerate(inventory.facts):
        pages = inventory.topics.get(fact.topic)
        if pages is None:
            message = f"expected one of the topics {', '.join(inventory.topics)}, got '{fact.topic}'"
            line = lines.of(("facts", index, "topic"))
            yield Problem(FILE, line, fact.id, message + did_you_mean(fact.topic, inventory.topics))
        elif not any(_covers(section, fact) for page in pages for section in sections.get(page, [])):
            message = f"expected a section of {' or '.join(pages) or 'some page'} that teaches this, got none: {fact.statement}"
            needs = tuple(map(page_name, pages))
            yield Problem(FILE, lines.of(("facts", index)), fact.id, message, needs=needs)


def _strange(inventory: Inventory, banks: Iterable[Bank]) -> Iterator[Problem]:
    known = [fact.id for fact in inventory.facts]
    for bank in banks:
        for question in bank.all_questions:
            for name in question.facts:
                if name not in known:
                    message = f"expected the id of a fact in {FILE}, got '{name}'{did_you_mean(name, known)}"
                    yield bank.problem(question, "facts", message)


def _sections(text: str) -> list[str]:
    return [_plain(section) for section in _HEADING.split(text)]


def _plain(text: str) -> str:
    return " ".join(text.lower().translate(_DASHES).split())


def _covers(section: str, fact: Fact) -> bool:
    return all(any(_begins_word(section, _plain(term)) for term in group.split("|")) for group in fact.must_terms)


def _begins_word(section: str, term: str) -> bool:
    """Say whether a term stands in a text where a word begins. A pattern for each term would take longer than all the rest."""
    place = section.find(term)
    while place > 0 and _IN_WORD.match(section[place - 1]):
        place = section.find(term, place + 1)
    return place >= 0
