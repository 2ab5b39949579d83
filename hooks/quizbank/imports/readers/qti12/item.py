"""One item of QTI 1.2: its words, its responses, its marks, its feedback."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quizbank.imports.files.html_text import Texts
from quizbank.imports.files.xml_text import inner_html, words
from quizbank.imports.readers.qti12.conditions import Rule

_RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp")


class ItemNotRead(Exception):
    """An item cannot be taken; the message says what was expected and what is there."""


@dataclass
class Item:
    """An item while it is read."""

    element: Any
    texts: Texts
    rules: list[Rule] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What the program that wrote it calls its kind, in small letters; '' where it does not say."""
        return self.said("question_type") or self.said("cc_profile") or self.said("qmd_itemtype")

    def said(self, label: str) -> str:
        """Return what a field of the item's metadata says, in small letters."""
        for each in self.element.iter("qtimetadatafield"):
            if words(each, "fieldlabel").strip().lower() == label:
                return words(each, "fieldentry").strip().lower()
        return words(self.element.find(f"itemmetadata/{label}")).strip().lower()

    @property
    def responses(self) -> list[Any]:
        """The elements that take an answer."""
        found = self.element.find("presentation")
        return list(found.iter(*_RESPONSES)) if found is not None else []

    def text_of(self, element: Any) -> str:
        """Return the words of the material directly in an element, without those of answers below it."""
        return "\n\n".join(text for each in _materials(element) if (text := self._material(each)))

    def _material(self, material: Any) -> str:
        texts = []
        for each in material:
            if each.tag in ("mattext", "matemtext"):
                kind = (each.get("texttype") or "text/plain").lower()
                html = "".join(each.itertext()) if not len(each) else inner_html(each)
                texts.append(
                    self.texts.markdown(html, "html" if "html" in kind or len(each) or _TAGGED.search(html) else "plain")
                )
            elif each.tag == "matimage":
                self.texts.markdown(
                    f'<img src="{each.get("uri") or each.get("entityref") or ""}" alt="{each.get("label") or ""}">'
                )
            elif each.tag == "matbreak":
                texts.append("")
        return "\n\n".join(text for text in texts if text)

    def feedback(self, name: str) -> str:
        """Return the text of a feedback, by its name."""
        for each in self.element.iter("itemfeedback"):
            if each.get("ident") == name:
                return self.text_of(each)
        return ""


_TAGGED = re.compile(r"</?(?:p|div|b|i|strong|em|sub|sup|br|span|img|ul|ol|li|table)\b[^<>]*>", re.IGNORECASE)


def _materials(element: Any) -> Iterator[Any]:
    """Yield the materials of an element in order, but those that belong to an answer."""
    for each in element:
        if each.tag == "material":
            yield each
        elif each.tag in ("flow", "flow_mat", "solution", "solutionmaterial", "hint", "hintmaterial") or (
            each.tag in _RESPONSES and element.tag in ("presentation", "flow")
        ):
            yield from _materials(each)


def labels(response: Any) -> list[Any]:
    """Return what can be chosen for a response."""
    return list(response.iter("response_label"))
