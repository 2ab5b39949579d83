"""Matching and sorting as matches of two sets, and steps as an order. Each right row earns its share of the marks."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element
from quizbank.exchange.order import ordered
from quizbank.exchange.shapes import Alternative, Pairs, Sequence
from quizbank.exports.feedback import Texts
from quizbank.exports.qti21.asked import Question, labelled
from quizbank.exports.qti21.rules import RESPONSE, add_score, all_or, mapped_score, mapping, response, value, variable, when


def pairs(answer: Pairs, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return a matching, or a sorting where the answer has groups: these keep their order."""
    rights = answer.groups or mixed(answer.rights)
    names = {text: f"RIGHT_{number}" for number, text in enumerate(rights, 1)}
    lefts = _set([(f"LEFT_{number}", pair.left, 1) for number, pair in enumerate(answer.pairs, 1)], texts, fixed=False)
    used = Counter(pair.right for pair in answer.pairs)
    most = {text: 0 if answer.groups else max(1, used[text]) for text in rights}
    partners = _set([(names[text], text, most[text]) for text in rights], texts, fixed=bool(answer.groups))
    keys = [f"LEFT_{number} {names[pair.right]}" for number, pair in enumerate(answer.pairs, 1)]
    earned = mapping(dict.fromkeys(keys, Fraction(marks, len(keys))), marks)
    attributes = {"responseIdentifier": RESPONSE, "shuffle": "true", "maxAssociations": str(len(keys))}
    body = (*stem, element("matchInteraction", attributes, lefts, partners))
    return Question(response("multiple", "directedPair", keys, earned), body, (mapped_score(),), "matchInteraction", mapped=True)


def sequence(answer: Sequence, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return steps to be put in order. Their names say where they stand in the file, not where they belong."""
    right = [step.text for step in answer.steps]
    names = {text: f"STEP_{number}" for number, text in enumerate(mixed(right), 1)}
    steps = [labelled("simpleChoice", texts.line(text), {"identifier": name}) for text, name in names.items()]
    body = (*stem, element("orderInteraction", {"responseIdentifier": RESPONSE, "shuffle": "true"}, *steps))
    share = Fraction(marks, len(right))
    shares = tuple(when(_stands(place, names[text]), add_score(share)) for place, text in enumerate(right, 1))
    declared = response("ordered", "identifier", [names[text] for text in right])
    return Question(declared, body, (all_or(marks, *shares),), "orderInteraction")


def mixed(entries: Iterable[str]) -> list[str]:
    """Return entries, each once, in an order that follows from their words and tells nothing."""
    return [option.text for option in ordered(Alternative(text, right=False) for text in dict.fromkeys(entries))]


def _set(entries: Iterable[tuple[str, str, int]], texts: Texts, fixed: bool) -> Element:
    kept = {"fixed": "true"} if fixed else {}
    choices = [
        labelled("simpleAssociableChoice", texts.line(text), {"identifier": name, "matchMax": str(most), **kept})
        for name, text, most in entries
    ]
    return element("simpleMatchSet", None, *choices)


def _stands(place: int, name: str) -> Element:
    return element("match", None, element("index", {"n": str(place)}, variable(RESPONSE)), value("identifier", name))
