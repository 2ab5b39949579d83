"""Moodle XML, read by lxml as Moodle reads it: what is not named here is refused, so that nothing is written in vain."""

from base64 import b64decode

from lxml import etree

from moodle_rules import Option, Read

_HEAD = {"name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "tags"}
_COMBINED = {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "shownumcorrect"}
# The elements that Moodle looks for in each type besides those of the head.
_KNOWN = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "showstandardinstruction", "answer", "hint", *_COMBINED},
    "truefalse": {"answer", "hint"},
    "shortanswer": {"usecase", "answer", "hint"},
    "numerical": {"answer", "units", "unitgradingtype", "unitpenalty", "showunits", "unitsleft", "hint"},
    "matching": {"shuffleanswers", "subquestion", "hint", *_COMBINED},
    "ordering": {
        *("layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle", "answer", "hint"),
        *_COMBINED,
    },
    "essay": {
        *("responseformat", "responserequired", "responsefieldlines", "attachments", "attachmentsrequired"),
        *("graderinfo", "responsetemplate"),
    },
}


def read(data: bytes) -> list[Read]:
    """Return the questions of a file; `extra` holds every simple element by its name."""
    root = etree.fromstring(data)
    assert root.tag == "quiz"
    category, found = "", []
    for element in root:
        assert element.tag == "question"
        if element.get("type") == "category":
            category = _text(element, "category")
        else:
            found.append(_question(element, category))
    return found


def categories(data: bytes) -> list[tuple[str, str, str]]:
    """Return path, description and idnumber of each category."""
    chosen = [element for element in etree.fromstring(data) if element.get("type") == "category"]
    return [(_text(each, "category"), _text(each, "info"), each.findtext("idnumber") or "") for each in chosen]


def _question(element: etree._Element, category: str) -> Read:
    kind = element.get("type", "")
    unknown = {child.tag for child in element} - _HEAD - _KNOWN[kind]
    assert not unknown
    read_ = Read(
        type=kind,
        name=_text(element, "name"),
        stem=_html(element, "questiontext"),
        general=_html(element, "generalfeedback"),
        id=element.findtext("idnumber") or "",
        category=category,
        tags=[tag.findtext("text") or "" for tag in element.findall("tags/tag")],
        options=[_option(answer, kind) for answer in element.findall("answer")],
        pairs=[_pair(each) for each in element.findall("subquestion")],
        several=element.findtext("single") == "false",
        extra={child.tag: child.text or "" for child in element if not len(child)},
        hints=[hint.findtext("text") or "" for hint in element.findall("hint")],
        files=_files(element),
    )
    for name in ("graderinfo", "responsetemplate"):
        if element.find(name) is not None:
            read_.extra[name] = _html(element, name)
    for unit in element.findall("units/unit"):
        read_.extra["unit"] = unit.findtext("unit_name") or ""
        assert unit.findtext("multiplier") == "1"
    return read_


def _option(answer: etree._Element, kind: str) -> Option:
    assert answer.get("format") == ("html" if kind in {"multichoice", "ordering"} else "moodle_auto_format")
    return Option(
        answer.findtext("text") or "",
        float(answer.attrib["fraction"]) / 100,
        answer.findtext("feedback/text") or "",
        answer.findtext("tolerance") or "",
    )


def _pair(each: etree._Element) -> tuple[str, str]:
    assert each.get("format") == "html"
    return each.findtext("text") or "", each.findtext("answer/text") or ""


def _files(element: etree._Element) -> dict[str, bytes]:
    found = {}
    for file in element.findall("questiontext/file"):
        assert (file.get("encoding"), file.get("path")) == ("base64", "/")
        found[str(file.attrib["name"])] = b64decode(file.text or "", validate=True)
    return found


def _text(element: etree._Element, name: str) -> str:
    found = element.findtext(f"{name}/text")
    assert found is not None
    return found.strip()


def _html(element: etree._Element, name: str) -> str:
    part = element.find(name)
    assert part is not None
    assert part.get("format") == "html"
    return _text(element, name)
