"""The questions of a GIFT file as pieces of text, with their lines, categories and titles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizbank.imports.readers.gift.scan import hidden, shown

_CATEGORY = re.compile(r"^\s*\$(?:CATEGORY|COURSE)\s*:\s*(.*)$", re.IGNORECASE)
_TITLE = re.compile(r"\s*::(.*?)::\s*", re.DOTALL)
_COMMENT = re.compile(r"^\s*//(.*)$")
_ID = re.compile(r"\[id:((?:[^\]\\]|\\.)*)\]")
_TAG = re.compile(r"\[tag:([^\]]*)\]")

_FARTHEST = 400  # lines between two braces


@dataclass(frozen=True)
class Block:
    """One question: its text with escaped signs hidden, its line, and the category, title, id and tags given for it."""

    text: str
    line: int
    category: str
    title: str
    id: str
    tags: tuple[str, ...] = ()


def blocks_in(text: str) -> Iterator[Block]:
    """Yield the questions. An empty line ends one, unless it stands between braces."""
    category, comment = "", ""
    lines: list[str] = []
    start = 1
    everything = [*re.split("\r\n|\r|\n", text.removeprefix("\ufeff")), ""]
    for number, line in enumerate(everything, 1):
        if not line.strip() and _is_open(lines) and not _closes(everything[number : number + _FARTHEST]):
            yield _block(lines, start, category, comment)
            lines, comment = [], ""
        if found := _COMMENT.match(line):
            comment = f"{comment} {found[1]}"
        elif (found := _CATEGORY.match(line)) and not _is_open(lines):
            category = shown(hidden(found[1])).strip()
        elif line.strip() or _is_open(lines):
            start = start if lines else number
            lines.append(line)
        elif lines:
            yield _block(lines, start, category, comment)
            lines, comment = [], ""


def _closes(lines: list[str]) -> bool:
    """Say whether the next brace closes one. Where it opens one, that of the question before was forgotten."""
    text = hidden("\n".join(lines))
    opens, closes = text.find("{"), text.find("}")
    return closes >= 0 and not 0 <= opens < closes


def _is_open(lines: list[str]) -> bool:
    text = hidden("\n".join(lines[-_FARTHEST:]))
    return text.rfind("{") > text.rfind("}")


def _block(lines: list[str], line: int, category: str, comment: str) -> Block:
    text = hidden("\n".join(lines))
    title = _TITLE.match(text)
    given = _ID.search(comment)
    named = shown(title[1]).strip() if title else ""
    own = re.sub(r"\\(.)", r"\1", given[1]) if given else ""
    tags = tuple(tag.strip() for tag in _TAG.findall(comment))
    return Block(text[title.end() :] if title else text, line, category, named, own, tags)
