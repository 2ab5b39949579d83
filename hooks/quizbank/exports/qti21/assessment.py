"""The assessmentTest: a section for each chapter, within it one for each case, and the items in their order."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element, name_of
from quizbank.exchange.portable import Deck, Portable
from quizbank.exchange.texts import plain_line
from quizbank.exports.format import Collection
from quizbank.exports.qti21.item import item_path, root_attributes

# A hint is asked for in an attempt of its own, so attempts have no limit; learners see feedback and solutions.
_CONTROL = {"maxAttempts": "0", "showFeedback": "true", "allowReview": "true", "showSolution": "true"}


def assessment_test(collection: Collection, names: Iterable[str]) -> Element:
    """Return the test. `names` are the identifiers of the items, in their order."""
    left = iter(names)
    sections = [_chapter(deck, left) for deck in collection.decks]
    part = element(
        "testPart",
        {"identifier": "PART", "navigationMode": "nonlinear", "submissionMode": "individual"},
        element("itemSessionControl", _CONTROL),
        *sections,
    )
    head = root_attributes(name_of(collection.id), collection.title)
    declared = (_outcome("SCORE"), _outcome("MAXSCORE"))
    return element(
        "assessmentTest", head, *declared, part, element("outcomeProcessing", None, *map(_summed, ("SCORE", "MAXSCORE")))
    )


def _outcome(name: str) -> Element:
    return element("outcomeDeclaration", {"identifier": name, "cardinality": "single", "baseType": "float"})


def _summed(name: str) -> Element:
    total = element("sum", None, element("testVariables", {"variableIdentifier": name}))
    return element("setOutcomeValue", {"identifier": name}, total)


def _chapter(deck: Deck, names: Iterator[str]) -> Element:
    entries = [_case(each, names) if each.parts else _reference(each, next(names)) for each in deck.questions]
    return _section(f"chapter-{name_of(deck.name)}", deck.title, entries)


def _case(case: Portable, names: Iterator[str]) -> Element:
    entries = [_reference(part, next(names)) for part in case.parts]
    return _section(f"case-{name_of(case.id)}", plain_line(case.title or case.stem), entries)


def _section(identifier: str, title: str, entries: Iterable[Element]) -> Element:
    attributes = {"identifier": identifier, "title": title, "visible": "true", "keepTogether": "true"}
    return element("assessmentSection", attributes, *entries)


def _reference(question: Portable, name: str) -> Element:
    categories = [name_of(tag) for tag in (question.kind, question.objective.slug, question.bloom) if tag]
    kept = {"category": " ".join(categories)} if categories else {}
    return element("assessmentItemRef", {"identifier": name, "href": item_path(name), **kept})
