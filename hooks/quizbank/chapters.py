"""What the checker needs to know of the Markdown chapters: headings, links and question blocks, each with its line.

A light scan by line, not a rendering: it is enough for anchors and links, and a test compares its anchors with the built site's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from markdown.extensions.toc import slugify

from quizbank.plain import plain_text
from quizbank.problems import Problem, did_you_mean, file_name

_FENCE = re.compile(r"^\s*(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:?([^}]*)\}\s*$")
_ID = re.compile(r"#([\w-]+)")
_ANCHOR = re.compile(r"""\{[^{}]*#([\w:.-]+)[^{}]*\}|\bid=["']([^"']+)["']""")
_BLOCK = re.compile(r"^\s*/{3,}\s*(quiz|objectives)\s*(?:\|\s*(.*?)\s*)?$")
_FIGURE = re.compile(r"^\s*(/{3,})\s*figure\s*\|\s*([^|]*?)\s*(?:\|\s*(.*?)\s*)?$")
_ANY_BLOCK = re.compile(r"^\s*(/{3,})\s*([^|]*?)\s*(?:\|.*)?$")
_BLOCK_NAMES = ("example", "figure", "objectives", "quiz")
_CODE = re.compile(r"(`+).*?\1")
_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")


@dataclass(frozen=True)
class Heading:
    """A heading: its level (1 to 6), its id in the page, its words, its line."""

    level: int
    anchor: str
    title: str
    line: int


@dataclass(frozen=True)
class Reference:
    """Something a page points at: a link's target, or the argument of the block `name` ('quiz', 'objectives'), and its line."""

    target: str
    line: int
    name: str = ""


@dataclass(frozen=True)
class FigureBlock:
    """A figure on a page: its name, its caption, the number of words that tell what it shows, and its line."""

    name: str
    caption: str
    words: int
    line: int


@dataclass(frozen=True)
class Chapter:
    """One Markdown page. `file` is its name for messages, `path` its path below the docs folder.

    `anchors` are ids that an author gave to anything, headings among them. `problems` are blocks that Markdown does not take
    for what the author meant.
    """

    file: str
    path: str
    headings: dict[str, Heading]
    links: tuple[Reference, ...]
    blocks: tuple[Reference, ...]
    anchors: tuple[str, ...]
    figures: tuple[FigureBlock, ...]
    problems: tuple[Problem, ...]
    text: str


def read_chapters(docs: Path, root: Path) -> dict[str, Chapter]:
    """Return every Markdown page below `docs`, by its path there. `root` is where file names in messages start."""
    chapters = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if path.is_file() and "/." not in f"/{name}":  # MkDocs leaves out names that start with a dot, too
            chapters[name] = scan(path.read_text(encoding="utf-8-sig", errors="replace"), file_name(path, root), name)
    return chapters


def scan(text: str, file: str, path: str) -> Chapter:
    """Return what one page holds. Fenced code and inline code count as text, not as headings, links or blocks."""
    headings: dict[str, Heading] = {}
    links: list[Reference] = []
    blocks: list[Reference] = []
    anchors: list[str] = []
    lines = list(_prose(text))
    for number, line in lines:
        if match := _HEADING.match(line):
            heading = _heading(match, number, headings)
            headings[heading.anchor] = heading
        if match := _BLOCK.match(line):
            blocks.append(Reference(match[2] or "", number, match[1]))
        line = _CODE.sub("", line)
        links += [Reference(found[1], number) for found in _LINK.finditer(line)]
        anchors += [found[1] or found[2] for found in _ANCHOR.finditer(line)]
    figures, problems = tuple(_figures(lines)), tuple(_block_faults(lines, file))
    return Chapter(file, path, headings, tuple(links), tuple(blocks), tuple(anchors), figures, problems, text)


def _figures(lines: list[tuple[int, str]]) -> Iterator[FigureBlock]:
    for index, (number, line) in enumerate(lines):
        if match := _FIGURE.match(line):
            slashes, name, caption = match.groups()
            yield FigureBlock(name, caption or "", _words_before(slashes, lines[index + 1 :]), number)


def _words_before(end: str, lines: list[tuple[int, str]]) -> int:
    body = takewhile(lambda one: one[1].strip() != end, lines)
    return sum(len(text.split()) for _, text in body)


def _block_faults(lines: list[tuple[int, str]], file: str) -> Iterator[Problem]:
    """Yield blocks of an unknown name, which a page shows as text, and blocks without an end, which swallow what follows."""
    opened: list[tuple[int, str, str]] = []
    for number, line in lines:
        if not (match := _ANY_BLOCK.match(line)):
            continue
        slashes, name = match.groups()
        if name:
            opened.append((number, slashes, name))
            if name not in _BLOCK_NAMES:
                known = ", ".join(_BLOCK_NAMES)
                yield Problem(file, number, "block", f"expected one of {known}, got '{name}'{_meant(name, slashes)}")
        elif not (closed := [block for block in opened if block[1] == slashes]):
            yield Problem(file, number, "block", f"expected '{slashes}' to close a block, got none to close")
        else:
            opened.remove(closed[-1])
    for number, slashes, name in opened:
        if name in _BLOCK_NAMES:
            yield Problem(file, number, name, f"expected '{slashes}' on a line of its own after the block, got none")


def _meant(name: str, slashes: str) -> str:
    first, _, rest = name.partition(" ")
    return f"; did you mean '{slashes} {first} | {rest}'?" if first in _BLOCK_NAMES else did_you_mean(name, _BLOCK_NAMES)


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines outside fenced code, numbered from 1."""
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and line.strip() == match[1]:
                fence = ""
        elif match:
            fence = match[1]
        else:
            yield number, line


def _heading(match: re.Match[str], line: int, taken: dict[str, Heading]) -> Heading:
    title = match[2]
    attributes = _ATTRIBUTES.search(title)
    own = _ID.search(attributes[1]) if attributes else None
    if attributes:
        title = title[: attributes.start()]
    title = plain_text(title)
    anchor = own[1] if own else _free(slugify(title, "-"), taken)
    return Heading(len(match[1]), anchor, title, line)


def _free(anchor: str, taken: dict[str, Heading]) -> str:
    """Return the anchor, numbered as Python-Markdown's toc does when it is taken already."""
    number, free = 0, anchor
    while free in taken:
        number += 1
        free = f"{anchor}_{number}"
    return free
