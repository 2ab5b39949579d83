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
    """Return a choice. Its options are A, B, C in the order of the file."""
    named = {f"CHOICE_{number}": option for number, option in enumerate(answer.options, 1)}
    html = {name: texts.line(option.text) for name, option in named.items()}
    shuffle = answer.shuffled
    return _question(named, html, stem, texts, _earned(answer, named, marks), marks, answer.several, shuffle)


def truth(answer: Truth, marks: int, stem: tuple[Element, ...], texts: Texts) -> Question:
    """Return a statement with the choices True and False."""
    named = {
        "TRUE": Alternative("", answer.right, answer.why_true),
        "FALSE": Alternative("", not answer.right, answer.why_false),
    }
    html = {"TRUE": texts.say("kind.true"), "FALSE": texts.say("kind.false")}
    earned = {name: Fraction(marks) for name, option in named.items() if option.right}
    return _question(named, html, stem, texts, earned, marks, several=False, shuffle=False)


def _earned(answer: Choice, named: dict[str, Alternative], marks: int) -> dict[str, Fraction]:
    """Return what each option earns: a right one its share; a wrong one costs that, or more where wrong ones are fewer."""
    right = sum(option.right for option in answer.options)
    wrong = len(answer.options) - right
    if not answer.several:
        return {name: Fraction(marks) for name, option in named.items() if option.right}
    share, cost = Fraction(marks, right), Fraction(marks, min(right, wrong) if wrong else right)
    return {name: share if option.right else -cost for name, option in named.items()}


def _question(
    named: dict[str, Alternative],
    html: dict[str, str],
    stem: tuple[Element, ...],
    texts: Texts,
    earned: dict[str, Fraction],
    marks: int,
    several: bool,
    shuffle: bool,
) -> Question:
    right = [name for name, option in named.items() if option.right]
    declared = response("multiple" if several else "single", "identifier", right, mapping(earned, marks))
    body = (*stem, _interaction(html, several, shuffle))
    notes = noted((name, texts.block(option.why) if option.why else "") for name, option in named.items())
    shown = (set_to(FEEDBACK, variable(RESPONSE)),) if notes else ()
    return Question(declared, body, (mapped_score(), *shown), "choiceInteraction", notes, several, mapped=True)


def _interaction(html: dict[str, str], several: bool, shuffle: bool) -> Element:
    attributes = {"responseIdentifier": RESPONSE, "shuffle": str(shuffle).lower(), "maxChoices": "0" if several else "1"}
    return element("choiceInteraction", attributes, *_options(html))


def _options(html: dict[str, str]) -> Iterable[Element]:
    return (labelled("simpleChoice", text, {"identifier": name}) for name, text in html.items())
