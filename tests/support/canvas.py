"""QTI 1.2 as Canvas reads it: which type a question is, which answers are right, which feedback belongs to what.

After gems/plugins/qti_exporter of https://github.com/instructure/canvas-lms. `Attempt` runs the conditions themselves, after
https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_infov1p2.html, as a system would that is not Canvas.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree.ElementTree import Element

from packages import html_words, unzipped, xml

# The elements inside, each followed by a space, after the DTD of QTI 1.2.1; leaves are those that are not here.
INSIDE = {
    "questestinterop": "assessment ",
    "assessment": "(qtimetadata )*(section )+",
    "section": "(item )*",
    "item": "itemmetadata presentation (resprocessing )?(itemfeedback )*",
    "itemmetadata": "qtimetadata ",
    "qtimetadata": "(qtimetadatafield )+",
    "qtimetadatafield": "fieldlabel fieldentry ",
    "presentation": "material ((response_lid|response_str) )*",
    "response_lid": "(material )?render_choice ",
    "response_str": "render_fib ",
    "render_choice": "(response_label )+",
    "render_fib": "response_label ",
    "response_label": "(material )?",
    "material": "mattext ",
    "resprocessing": "outcomes (respcondition )+",
    "outcomes": "decvar ",
    "respcondition": "conditionvar (setvar )?(displayfeedback )?",
    "conditionvar": "((not|and|or|other|varequal) )+",
    "and": "((not|varequal|vargte|varlte) )+",
    "or": "((and|varequal) )+",
    "not": "varequal ",
    "itemfeedback": "flow_mat ",
    "flow_mat": "material ",
}


def check(root: Element) -> None:
    """Fail at the first element that does not belong where it stands, and where a reference leads to nothing."""
    for each in root.iter():
        held = "".join(f"{child.tag} " for child in each)
        assert re.fullmatch(INSIDE.get(each.tag, ""), held), f"{each.tag} holds {held}"
    for item in root.iter("item"):
        notes = [each.attrib["ident"] for each in item.iter("itemfeedback")]
        assert len(notes) == len(set(notes))
        assert {each.attrib["linkrefid"] for each in item.iter("displayfeedback")} == set(notes)
        asked = {each.attrib["ident"] for each in item.iter() if each.tag in ("response_lid", "response_str")}
        assert {each.attrib["respident"] for each in item.iter() if "respident" in each.attrib} <= asked
        for choices in item.iter("render_choice"):
            labels = [each.attrib["ident"] for each in choices]
            assert len(labels) == len(set(labels))


def assessments(data: bytes) -> Iterator[Element]:
    """Yield the assessments of a package in the order of its manifest."""
    files = unzipped(data)
    for resource in xml(files["imsmanifest.xml"]).findall("resources/resource"):
        if resource.attrib["type"] == "imsqti_xmlv1p2":
            (file,) = resource.findall("file")
            yield xml(files[file.attrib["href"]])


def metadata(item: Element) -> dict[str, str]:
    """Return the metadata of an item by their labels."""
    fields = item.iterfind("itemmetadata/qtimetadata/qtimetadatafield")
    return {each.findtext("fieldlabel") or "": each.findtext("fieldentry") or "" for each in fields}


def material(holder: Element | None) -> str:
    """Return the words of a material as a learner reads them."""
    assert holder is not None
    text = holder.find("material/mattext")
    assert text is not None
    html = text.attrib["texttype"] == "text/html"
    return html_words(text.text or "") if html else " ".join((text.text or "").split())


def feedback(item: Element) -> dict[str, str]:
    """Return the words of each feedback by its name."""
    return {each.attrib["ident"]: material(each.find("flow_mat")) for each in item.iter("itemfeedback")}


def choices(holder: Element) -> dict[str, str]:
    """Return the name of each choice by its words."""
    found = {material(each): each.attrib["ident"] for each in holder.iter("response_label")}
    assert len(found) == len(list(holder.iter("response_label")))
    return found


def accepted(item: Element) -> list[str]:
    """Return what Canvas accepts when it is typed: all that any condition compares the answer with."""
    return [each.text or "" for each in item.iter("varequal")]


def bounds(item: Element) -> tuple[Decimal, Decimal, Decimal]:
    """Return the number that Canvas takes for the right one, and the least and the greatest that it accepts."""
    (exact,) = accepted(item)
    (low,), (high,) = ([each.text or "" for each in item.iter(tag)] for tag in ("vargte", "varlte"))
    return Decimal(exact), Decimal(low), Decimal(high)


@dataclass
class Attempt:
    """What an answer earns, in per cent, and which feedback it brings. `answers` are what was chosen or typed, by response."""

    item: Element
    answers: Mapping[str, list[str]]
    score: float = 0.0
    shown: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for condition in self.item.iter("respcondition"):
            if all(self._holds(test) for test in condition.findall("conditionvar/*")):
                self._follow(condition)
                if condition.attrib["continue"] == "No":
                    break

    def _follow(self, condition: Element) -> None:
        points = condition.find("setvar")
        if points is not None:
            before = self.score if points.attrib["action"] == "Add" else 0.0
            self.score = before + float(points.text or "")
        self.shown.extend(each.attrib["linkrefid"] for each in condition.iter("displayfeedback"))

    def _holds(self, test: Element) -> bool:
        given = self.answers.get(test.attrib.get("respident", ""), [])
        match test.tag:
            case "other":
                return True
            case "and":
                return all(map(self._holds, test))
            case "or":
                return any(map(self._holds, test))
            case "not":
                return not self._holds(test[0])
            case "varequal":
                return (test.text or "").casefold() in [each.casefold() for each in given]
            case "vargte":
                return Decimal(given[0]) >= Decimal(test.text or "")
            case "varlte":
                return Decimal(given[0]) <= Decimal(test.text or "")
        raise AssertionError(test.tag)
