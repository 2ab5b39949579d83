"""Choices: one right option, any number of them, or true and false. What a chosen option earns stands in the mapping."""

from collections.abc import Iterable
from fractions import Fraction
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element
from quizbank.exchange.shapes import Alternative, Choice, Truth
from quizbank.exports.feedback import Texts
from quizbank.exports.qti21.asked import Question, labelled, noted
from quizbank.exports.qti21.rules import FEEDBACK, RESPONSE, mapped_score, mapping, response, set_to, variable


def choice(answer: Choice, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return a choice. Its options are numbered in the order of the file."""
    names = [f"CHOICE_{number}" for number in range(1, len(answer.options) + 1)]
    shown = {name: texts.line(option.text) for name, option in zip(names, answer.options, strict=True)}
    return _question(answer, shown, marks, stem, texts)


def truth(answer: Truth, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return a statement with the choices True and False."""
    options = (Alternative("", answer.right, answer.why_true), Alternative("", not answer.right, answer.why_false))
    shown = {"TRUE": texts.say("kind.true"), "FALSE": texts.say("kind.false")}
    return _question(Choice(options, shuffled=False), shown, marks, stem, texts)


def _question(answer: Choice, shown: dict[str, str], marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return a choice of which `shown` gives the names of its options, in their order, and their words as HTML."""
    named = dict(zip(shown, answer.options, strict=True))
    right = [name for name, option in named.items() if option.right]
    cardinality = "multiple" if answer.several else "single"
    declared = response(cardinality, "identifier", right, mapping(_earned(answer, named, marks), marks))
    notes = noted((name, texts.block(option.why) if option.why else "") for name, option in named.items())
    told = (set_to(FEEDBACK, variable(RESPONSE)),) if notes else ()
    body = (*stem, _interaction(shown, answer.several, answer.shuffled))
    return Question(declared, body, (mapped_score(), *told), "choiceInteraction", notes, answer.several, mapped=True)


def _earned(answer: Choice, named: dict[str, Alternative], marks: int) -> dict[str, Fraction]:
    """Return what each option earns: a right one its share; a wrong one costs that, or more where wrong ones are fewer."""
    right = sum(option.right for option in answer.options)
    wrong = len(answer.options) - right
    if not answer.several:
        return {name: Fraction(marks) for name, option in named.items() if option.right}
    share, cost = Fraction(marks, right), Fraction(marks, min(right, wrong) if wrong else right)
    return {name: share if option.right else -cost for name, option in named.items()}


def _interaction(html: dict[str, str], several: bool, shuffle: bool) -> Element:
    attributes = {"responseIdentifier": RESPONSE, "shuffle": str(shuffle).lower(), "maxChoices": "0" if several else "1"}
    return element("choiceInteraction", attributes, *_options(html))


def _options(html: dict[str, str]) -> Iterable[Element]:
    return (labelled("simpleChoice", text, {"identifier": name}) for name, text in html.items())
