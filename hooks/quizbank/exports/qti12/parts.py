"""Pieces of QTI 1.2 as Canvas writes and reads them: texts, conditions, feedback, metadata."""

from collections.abc import Iterable
from hashlib import sha256
from xml.etree.ElementTree import Element

from quizbank.exchange.markup import element

RESPONSE = "response1"
GENERAL, INCORRECT = "general_fb", "general_incorrect_fb"
# Canvas numbers answers within a question and feedback after them; it knows answers by digits alone.
_FIRST_ANSWER, _FIRST_MATCH = 1001, 5001


def answer_ids(count: int) -> list[str]:
    """Return the numbers of a question's answers, in the order of the file."""
    return [str(_FIRST_ANSWER + number) for number in range(count)]


def match_ids(count: int) -> list[str]:
    """Return the numbers of what can be matched with the answers."""
    return [str(_FIRST_MATCH + number) for number in range(count)]


def name_by_hash(*parts: str) -> str:
    """Return a name as Canvas gives to things: g and 32 digits of a hash."""
    return f"g{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"


def html(text: str) -> Element:
    """Return HTML as a material."""
    return element("material", None, element("mattext", {"texttype": "text/html"}, text))


def plain_words(text: str) -> Element:
    """Return words as a material that shows no HTML."""
    return element("material", None, element("mattext", {"texttype": "text/plain"}, text))


def label(identifier: str, words: Element) -> Element:
    """Return something that can be chosen."""
    return element("response_label", {"ident": identifier}, words)


def chosen(identifier: str, respondent: str = RESPONSE) -> Element:
    """Return the condition that the answer is, or holds, this."""
    return element("varequal", {"respident": respondent}, identifier)


def condition(*tests: Element, shows: str = "", score: str = "", adds: bool = False, goes_on: bool = False) -> Element:
    """Return what follows from an answer: a score in per cent, set or added, and a feedback."""
    made = element("respcondition", {"continue": "Yes" if goes_on else "No"}, element("conditionvar", None, *tests))
    if score:
        made.append(element("setvar", {"action": "Add" if adds else "Set", "varname": "SCORE"}, score))
    if shows:
        made.append(element("displayfeedback", {"feedbacktype": "Response", "linkrefid": shows}))
    return made


def always(shows: str) -> Element:
    """Return the condition of a feedback that is shown after every answer."""
    return condition(element("other"), shows=shows, goes_on=True)


def feedback(identifier: str, text: str) -> Element:
    """Return a feedback in HTML."""
    return element("itemfeedback", {"ident": identifier}, element("flow_mat", None, html(text)))


def fields(entries: Iterable[tuple[str, str]]) -> Element:
    """Return metadata as labels with their entries."""
    pairs = [(element("fieldlabel", None, name), element("fieldentry", None, entry)) for name, entry in entries]
    return element("qtimetadata", None, *(element("qtimetadatafield", None, *pair) for pair in pairs))
