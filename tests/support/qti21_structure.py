"""Whether a file is QTI 2.1: a strict check after the information model and the XML binding.

https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html says which elements an element may hold, in which order and with
which attributes, and that identifiers name something. Only what our packages use is known here, so anything else is reported.
"""

import re
from xml.etree.ElementTree import Element

IDENTIFIER = re.compile(r"[^\W\d][\w.-]*")
FLOAT = re.compile(r"-?\d+(\.\d+)?([eE]-?\d+)?")
_INLINE = "a|b|br|code|em|i|img|span|strong|sub|sup"
_INTERACTIVE = "textEntryInteraction|endAttemptInteraction"
_BLOCKS = "p|div|ul|ol|table|pre|blockquote|hr|h[1-6]"
_STATIC = f"(({_INLINE}|{_BLOCKS}) )*"
_EXPRESSION = "(variable|baseValue|correct|mapResponse|sum|match|equal|stringMatch|or|index|testVariables) "
_RULES = "((setOutcomeValue|responseCondition) )*"

# The elements inside, each followed by a space, as a pattern. Those of `TEXT` hold text, those of `MIXED` text and elements.
INSIDE = {
    "assessmentItem": "(responseDeclaration )*(outcomeDeclaration )*(itemBody )?(responseProcessing )?(modalFeedback )*",
    "responseDeclaration": "(correctResponse )?(mapping )?",
    "outcomeDeclaration": "(defaultValue )?",
    "correctResponse": "(value )+",
    "defaultValue": "(value )+",
    "mapping": "(mapEntry )+",
    "itemBody": f"(({_BLOCKS}|rubricBlock|choiceInteraction|matchInteraction|orderInteraction|extendedTextInteraction) )*",
    "rubricBlock": f"(({_BLOCKS}) )+",
    "choiceInteraction": "(prompt )?(simpleChoice )+",
    "orderInteraction": "(prompt )?(simpleChoice )+",
    "matchInteraction": "(prompt )?simpleMatchSet simpleMatchSet ",
    "simpleMatchSet": "(simpleAssociableChoice )*",
    "responseProcessing": _RULES,
    "responseCondition": "responseIf (responseElseIf )*(responseElse )?",
    "responseIf": _EXPRESSION + _RULES,
    "responseElse": _RULES,
    "setOutcomeValue": _EXPRESSION,
    "sum": f"({_EXPRESSION})+",
    "or": f"({_EXPRESSION})+",
    "match": _EXPRESSION * 2,
    "equal": _EXPRESSION * 2,
    "stringMatch": _EXPRESSION * 2,
    "index": "variable ",
    "ul": "(li )*",
    "ol": "(li )*",
    "table": "(thead )?(tbody )+",
    "thead": "(tr )+",
    "tbody": "(tr )+",
    "tr": "((td|th) )*",
    "blockquote": f"(({_BLOCKS}) )*",
    "assessmentTest": "(outcomeDeclaration )*(testPart )+(outcomeProcessing )?",
    "testPart": "(itemSessionControl )?(assessmentSection )+",
    "assessmentSection": "((assessmentSection|assessmentItemRef) )*",
    "outcomeProcessing": "(setOutcomeValue )*",
    **dict.fromkeys(["simpleChoice", "simpleAssociableChoice", "modalFeedback", "li", "td", "th"], _STATIC),
    "div": f"(({_INLINE}|{_BLOCKS}|{_INTERACTIVE}) )*",
    **dict.fromkeys(["p", "span", "em", "strong", "code", "sub", "sup", "h1", "h2", "h3"], f"(({_INLINE}|{_INTERACTIVE}) )*"),
    **dict.fromkeys(["a", "pre"], f"(({_INLINE}) )*"),
}
TEXT = {"value", "baseValue"}
MIXED = {*"simpleChoice simpleAssociableChoice modalFeedback li td th div p span em strong code sub sup h1 h2 h3 a pre".split()}

# Required attributes, and those that may be there.
ATTRIBUTES: dict[str, tuple[str, str]] = {
    "assessmentItem": ("identifier title adaptive timeDependent", "lang schemaLocation"),
    "responseDeclaration": ("identifier cardinality baseType", ""),
    "outcomeDeclaration": ("identifier cardinality baseType", "normalMinimum normalMaximum"),
    "mapping": ("defaultValue", "lowerBound upperBound"),
    "mapEntry": ("mapKey mappedValue", "caseSensitive"),
    "div": ("", "class"),
    "a": ("href", ""),
    "img": ("src alt", "width height"),
    "rubricBlock": ("view", ""),
    "choiceInteraction": ("responseIdentifier shuffle maxChoices", ""),
    "orderInteraction": ("responseIdentifier shuffle", ""),
    "matchInteraction": ("responseIdentifier shuffle maxAssociations", ""),
    "textEntryInteraction": ("responseIdentifier", "expectedLength"),
    "extendedTextInteraction": ("responseIdentifier", "expectedLines"),
    "endAttemptInteraction": ("responseIdentifier title", ""),
    "simpleChoice": ("identifier", "fixed"),
    "simpleAssociableChoice": ("identifier matchMax", "fixed"),
    "responseProcessing": ("", "template"),
    "setOutcomeValue": ("identifier", ""),
    "variable": ("identifier", ""),
    "mapResponse": ("identifier", ""),
    "correct": ("identifier", ""),
    "baseValue": ("baseType", ""),
    "equal": ("toleranceMode", "tolerance"),
    "stringMatch": ("caseSensitive", ""),
    "index": ("n", ""),
    "modalFeedback": ("outcomeIdentifier identifier showHide", "title"),
    "assessmentTest": ("identifier title", "schemaLocation"),
    "testPart": ("identifier navigationMode submissionMode", ""),
    "itemSessionControl": ("", "maxAttempts showFeedback allowReview showSolution"),
    "assessmentSection": ("identifier title visible", "keepTogether"),
    "assessmentItemRef": ("identifier href", "category"),
    "testVariables": ("variableIdentifier", ""),
}
# What an interaction's variable holds: cardinality and base type.
VARIABLES = {
    "choiceInteraction": {("single", "identifier"), ("multiple", "identifier")},
    "orderInteraction": {("ordered", "identifier")},
    "matchInteraction": {("multiple", "directedPair")},
    "textEntryInteraction": {("single", "string"), ("single", "float")},
    "extendedTextInteraction": {("single", "string")},
    "endAttemptInteraction": {("single", "boolean")},
}


def check(root: Element) -> None:
    """Fail at the first element that QTI 2.1 does not allow where it stands."""
    for each in root.iter():
        _check_inside(each)
        _check_attributes(each)


def _check_inside(each: Element) -> None:
    held = "".join(f"{child.tag} " for child in each)
    assert re.fullmatch(INSIDE.get(each.tag, ""), held), f"{each.tag} holds {held}"
    if each.tag not in TEXT | MIXED:
        own = (each.text or "") + "".join(child.tail or "" for child in each)
        assert not own.strip(), f"{each.tag} holds the text {own}"


def _check_attributes(each: Element) -> None:
    required, optional = (set(names.split()) for names in ATTRIBUTES.get(each.tag, ("", "")))
    names = {name.rpartition("}")[2] for name in each.attrib}
    assert required <= names <= required | optional, f"{each.tag} has {names}"
    for name in names & {"identifier", "responseIdentifier", "outcomeIdentifier"}:
        assert IDENTIFIER.fullmatch(each.attrib[name]), each.attrib[name]
    for name in names & {"mappedValue", "lowerBound", "upperBound", "normalMaximum"}:
        assert FLOAT.fullmatch(each.attrib[name]), each.attrib[name]


def check_names(item: Element) -> None:
    """Fail where an item names what it does not declare, or declares twice."""
    responses = {each.attrib["identifier"]: each for each in item.findall("responseDeclaration")}
    outcomes = {each.attrib["identifier"] for each in item.findall("outcomeDeclaration")}
    assert len(responses) + len(outcomes) == len([each for each in item if each.tag.endswith("Declaration")])
    assert len(responses.keys() | outcomes) == len(responses) + len(outcomes)
    bound = [each for each in item.iter() if "responseIdentifier" in each.attrib]
    assert sorted(each.attrib["responseIdentifier"] for each in bound) == sorted(responses)
    for each in bound:
        declared = responses[each.attrib["responseIdentifier"]].attrib
        assert (declared["cardinality"], declared["baseType"]) in VARIABLES[each.tag]
    _check_values(item, responses["RESPONSE"])
    assert {each.attrib["identifier"] for each in item.iter("setOutcomeValue")} <= outcomes
    assert {each.attrib["identifier"] for each in item.iter("variable")} <= outcomes | responses.keys()
    assert {each.attrib["outcomeIdentifier"] for each in item.iter("modalFeedback")} <= outcomes


def _check_values(item: Element, response: Element) -> None:
    choices = [each.attrib["identifier"] for each in item.iter() if each.tag in ("simpleChoice", "simpleAssociableChoice")]
    assert len(choices) == len(set(choices))
    if response.attrib["baseType"] in ("identifier", "directedPair"):
        values = [each.text or "" for each in response.iter("value")]
        keys = [each.attrib["mapKey"] for each in response.iter("mapEntry")]
        assert {name for value in (*values, *keys) for name in value.split()} <= set(choices)
        assert len(keys) == len(set(keys))
    notes = [each.attrib["identifier"] for each in item.iter("modalFeedback")]
    assert len(notes) == len(set(notes))
    for rule in item.iter("setOutcomeValue"):
        if rule[0].tag == "baseValue" and rule[0].attrib["baseType"] == "identifier":
            assert rule[0].text in notes
