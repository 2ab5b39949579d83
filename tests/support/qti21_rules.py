"""Runs the response processing of an item, after sections 8 and 9 of QTI 2.1's information model: what a delivery engine does."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

# A variable's value: NULL, one value, or several in their order.
Value = float | str | bool | list[str] | None
MAP_RESPONSE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"


class Run:
    """One attempt at an item: `responses` by variable; `outcomes` afterwards."""

    def __init__(self, item: Element, responses: Mapping[str, Value]) -> None:
        self._item = item
        self._declared = {each.attrib["identifier"]: each for each in item if each.tag.endswith("Declaration")}
        unanswered: dict[str, Value] = dict.fromkeys(self._declared)
        self._values: dict[str, Value] = {**unanswered, **self._defaults(), **responses}
        processing = item.find("responseProcessing")
        assert processing is not None
        self._process(processing)

    @property
    def score(self) -> float:
        score = self._values["SCORE"]
        assert isinstance(score, float)
        return score

    @property
    def full(self) -> float:
        full = self._values["MAXSCORE"]
        assert isinstance(full, float)
        return full

    def feedback(self) -> Iterator[Element]:
        """Yield the modal feedback that is shown after this attempt."""
        for each in self._item.findall("modalFeedback"):
            value = self._values[each.attrib["outcomeIdentifier"]]
            shown = value if isinstance(value, list) else [value]
            if (each.attrib["identifier"] in shown) == (each.attrib["showHide"] == "show"):
                yield each

    def _defaults(self) -> dict[str, Value]:
        found = {name: each.find("defaultValue/value") for name, each in self._declared.items()}
        given = {name: float(value.text or "") for name, value in found.items() if value is not None}
        return {**given, "SCORE": given.get("SCORE", 0.0)}

    def _process(self, processing: Element) -> None:
        template = processing.attrib.get("template")
        if template is None:
            self._follow(list(processing))
        else:
            assert template == MAP_RESPONSE
            assert not len(processing)
            self._values["SCORE"] = 0.0 if self._values["RESPONSE"] is None else self._mapped("RESPONSE")

    def _follow(self, rules: list[Element]) -> None:
        for rule in rules:
            if rule.tag == "setOutcomeValue":
                self._set(rule)
            else:
                self._branch(rule)

    def _set(self, rule: Element) -> None:
        name, value = rule.attrib["identifier"], self._value(rule[0])
        several = self._declared[name].attrib["cardinality"] != "single"
        assert value is None or several == isinstance(value, list), name
        self._values[name] = value

    def _branch(self, condition: Element) -> None:
        for branch in condition:
            if branch.tag == "responseElse":
                self._follow(list(branch))
                return
            if self._value(branch[0]) is True:
                self._follow(list(branch)[1:])
                return

    def _value(self, expression: Element) -> Value:
        found: Value = getattr(self, f"_{expression.tag}")(expression)
        return found

    def _variable(self, expression: Element) -> Value:
        return self._values[expression.attrib["identifier"]]

    def _baseValue(self, expression: Element) -> Value:  # noqa: N802 - the name is QTI's
        text = expression.text or ""
        return float(text) if expression.attrib["baseType"] == "float" else text

    def _correct(self, expression: Element) -> Value:
        declared = self._declared[expression.attrib["identifier"]]
        values = [each.text or "" for each in declared.iterfind("correctResponse/value")]
        return values[0] if declared.attrib["cardinality"] == "single" else values

    def _sum(self, expression: Element) -> Value:
        numbers = [self._value(each) for each in expression]
        assert all(isinstance(number, float) for number in numbers)
        return sum(number for number in numbers if isinstance(number, float))

    def _or(self, expression: Element) -> Value:
        return any(self._value(each) is True for each in expression)

    def _index(self, expression: Element) -> Value:
        held, place = self._value(expression[0]), int(expression.attrib["n"])
        assert held is None or isinstance(held, list)
        return held[place - 1] if held and place <= len(held) else None

    def _match(self, expression: Element) -> Value:
        one, other = (self._value(each) for each in expression)
        return None if one is None or other is None else one == other

    def _stringMatch(self, expression: Element) -> Value:  # noqa: N802 - the name is QTI's
        one, other = (self._value(each) for each in expression)
        if one is None or other is None:
            return None
        assert expression.attrib["caseSensitive"] == "false"
        return str(one).casefold() == str(other).casefold()

    def _equal(self, expression: Element) -> Value:
        typed, right = (self._value(each) for each in expression)
        if typed is None:
            return None
        assert isinstance(typed, float)
        assert isinstance(right, float)
        if expression.attrib["toleranceMode"] == "exact":
            return typed == right
        below, above = (float(part) for part in expression.attrib["tolerance"].split())
        within = right - below <= typed <= right + above
        # Some engines look at the ends and others at the distance; rounding must not make these differ.
        assert within == (-below <= typed - right <= above)
        return within

    def _mapResponse(self, expression: Element) -> Value:  # noqa: N802 - the name is QTI's
        return self._mapped(expression.attrib["identifier"])

    def _mapped(self, name: str) -> float:
        mapping = self._declared[name].find("mapping")
        assert mapping is not None
        value = self._values[name]
        parts = value if isinstance(value, list) else [] if value is None else [value]
        total = 0.0 + sum(_entry(mapping, str(part)) for part in dict.fromkeys(parts))
        total = max(total, float(mapping.attrib.get("lowerBound", "-inf")))
        return min(total, float(mapping.attrib.get("upperBound", "inf")))


def _entry(mapping: Element, key: str) -> float:
    for entry in mapping:
        any_case = entry.attrib.get("caseSensitive", "true") == "false"
        if entry.attrib["mapKey"] == key or (any_case and entry.attrib["mapKey"].casefold() == key.casefold()):
            return float(entry.attrib["mappedValue"])
    return float(mapping.attrib["defaultValue"])
