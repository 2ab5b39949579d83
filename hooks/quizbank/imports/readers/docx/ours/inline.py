"""The words of a paragraph as HTML: its runs with the marks that their styles and their looks mean, and its links."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile
from typing import Any, NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Names of character styles, and looks of runs, with the element of HTML that means the same.
_STYLES = {
    "Strong": "b",
    "Emphasis": "i",
    "Code": "code",
    "Subscript": "sub",
    "Superscript": "sup",
    "Struck out": "del",
    "Struckout": "del",
}
_LOOKS = {"b": "b", "i": "i", "strike": "del"}
_OFF = ("0", "false", "none")
_MARKS = re.compile(r"\s*\[(\d{1,3})\]\s*")


class Run(NamedTuple):
    """Letters, the elements they stand in from the outermost on, and the address that they lead to, '' for none."""

    text: str
    marks: tuple[str, ...]
    address: str = ""


def line_of(paragraph: Any) -> tuple[str, int]:
    """Return the words of a paragraph as HTML, and the marks that stand behind its last tab, 0 for none."""
    runs = list(_runs(paragraph))
    last = next((index for index in range(len(runs) - 1, -1, -1) if "\t" in runs[index].text), None)
    if last is None:
        return html_of(runs), 0
    before, _, behind = runs[last].text.rpartition("\t")
    rest = behind + "".join(run.text for run in runs[last + 1 :])
    found = _MARKS.fullmatch(rest)
    if rest.strip() and not found:
        return html_of(runs), 0
    return html_of([*runs[:last], runs[last]._replace(text=before)]), int(found[1]) if found else 0


def html_of(runs: Sequence[Run]) -> str:
    """Return runs as HTML: what neighbours stand in together is one element."""
    found: list[str] = []
    opened: list[str] = []
    for run in runs:
        if not run.text:
            continue
        wanted = [f'a href="{escape(run.address)}"'] * bool(run.address) + list(run.marks)
        keep = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(opened, wanted, strict=False)))
        text = escape(run.text.replace("\u00a0", " "), quote=False)
        found += [*_closed(opened[keep:]), *(f"<{name}>" for name in wanted[keep:]), text]
        opened = wanted
    return "".join([*found, *_closed(opened)]).strip()


def _closed(names: Sequence[str]) -> list[str]:
    return [f"</{name.split(' ')[0]}>" for name in reversed(names)]


def _runs(paragraph: Any) -> Iterator[Run]:
    names = {style.style_id: style.name for style in paragraph.part.document.styles}
    for element in paragraph._p:
        if element.tag == f"{_W}hyperlink":
            address = _address(paragraph, element)
            yield from (_run(each, names, address) for each in element.iter(f"{_W}r"))
        elif element.tag == f"{_W}r":
            yield _run(element, names, "")
        elif element.tag in (f"{_W}ins", f"{_W}smartTag", f"{_W}sdt"):
            yield from (_run(each, names, "") for each in element.iter(f"{_W}r"))


def _address(paragraph: Any, link: Any) -> str:
    relation = paragraph.part.rels.get(link.get(f"{_R}id", ""))
    return str(relation.target_ref) if relation is not None and relation.is_external else ""


def _run(element: Any, names: dict[str, str], address: str) -> Run:
    return Run("".join(map(_text, element)), tuple(dict.fromkeys(_marks(element.find(f"{_W}rPr"), names))), address)


def _text(element: Any) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    return {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}noBreakHyphen": "-"}.get(element.tag, "")


def _marks(properties: Any, names: dict[str, str]) -> Iterator[str]:
    """Yield the element of a run's style, and those of its looks."""
    for each in properties if properties is not None else ():
        name, value = each.tag.removeprefix(_W), each.get(f"{_W}val", "")
        if name == "rStyle" and (mark := _STYLES.get(names.get(value, value))):
            yield mark
        elif name == "noProof" and not _styled(properties, "Marks"):
            yield "code"
        elif name in _LOOKS and value not in _OFF:
            yield _LOOKS[name]
        elif name == "vertAlign" and value in ("subscript", "superscript"):
            yield value[:3]


def _styled(properties: Any, name: str) -> bool:
    style = properties.find(f"{_W}rStyle")
    return style is not None and style.get(f"{_W}val") == name
