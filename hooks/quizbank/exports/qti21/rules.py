"""Rules of response processing, and declarations of variables (https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html).

A question's marks are its SCORE, from 0 to MAXSCORE. FEEDBACK holds what the answer itself brings to light; GENERAL is what comes
after every answer, or the hint.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element

RESPONSE, SCORE, MAXSCORE, FEEDBACK, GENERAL, HINT = "RESPONSE", "SCORE", "MAXSCORE", "FEEDBACK", "GENERAL", "HINT"
EXPLANATION = "EXPLANATION"
MAP_RESPONSE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"


def variable(name: str) -> Element:
    """Return the value of a variable."""
    return element("variable", {"identifier": name})


def value(kind: str, text: str) -> Element:
    """Return a constant of a base type."""
    return element("baseValue", {"baseType": kind}, text)


def set_to(name: str, expression: Element) -> Element:
    """Return the rule that sets an outcome."""
    return element("setOutcomeValue", {"identifier": name}, expression)


def add_score(share: Fraction) -> Element:
    """Return the rule that adds marks."""
    return set_to(SCORE, element("sum", None, variable(SCORE), value("float", decimal(share))))


def when(condition: Element, *rules: Element) -> Element:
    """Return rules that hold under a condition."""
    return element("responseCondition", None, element("responseIf", None, condition, *rules))


def all_or(marks: int, *rules: Element) -> Element:
    """Return all marks for the right answer, and rules for any other: some engines round each sum to three places."""
    right = element("match", None, variable(RESPONSE), element("correct", {"identifier": RESPONSE}))
    whole = element("responseIf", None, right, set_to(SCORE, value("float", str(marks))))
    return element("responseCondition", None, whole, element("responseElse", None, *rules))


def decimal(number: Fraction | int) -> str:
    """Return marks as a double says them: three times the third of a mark is a mark again."""
    return f"{float(number):.17g}" if Fraction(number) != int(number) else str(int(number))


def outcome(name: str, cardinality: str, kind: str, default: str = "", **bounds: str) -> Element:
    """Return the declaration of an outcome."""
    made = element("outcomeDeclaration", {"identifier": name, "cardinality": cardinality, "baseType": kind, **bounds})
    if default:
        made.append(element("defaultValue", None, element("value", None, default)))
    return made


def response(cardinality: str, kind: str, correct: Iterable[str], mapping: Element | None = None) -> Element:
    """Return the declaration of the answer, with the right one, if there is one, and the marks that its parts earn."""
    made = element("responseDeclaration", {"identifier": RESPONSE, "cardinality": cardinality, "baseType": kind})
    values = [element("value", None, each) for each in correct]
    if values:
        made.append(element("correctResponse", None, *values))
    if mapping is not None:
        made.append(mapping)
    return made


def mapping(entries: Mapping[str, Fraction], marks: int, any_case: bool = False) -> Element:
    """Return what each part of an answer earns, never less than nothing and never more than the question's marks."""
    case = {"caseSensitive": "false"} if any_case else {}
    rows = [element("mapEntry", {"mapKey": key, "mappedValue": decimal(share), **case}) for key, share in entries.items()]
    return element("mapping", {"lowerBound": "0", "upperBound": str(marks), "defaultValue": "0"}, *rows)


def mapped_score() -> Element:
    """Return the rule that takes the marks from the mapping."""
    return set_to(SCORE, element("mapResponse", {"identifier": RESPONSE}))
