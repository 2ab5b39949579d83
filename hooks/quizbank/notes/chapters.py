"""What the checker needs to know of the Markdown chapters: headings, links and question blocks, each with its line.

`parsing.py` reads a page as Python-Markdown does; this module says what of it matters, and what an author did not mean.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from quizbank.blocks import BLOCKS
from quizbank.blocks.place import PointsAt
from quizbank.notes.pages.fences import open_fences
from quizbank.notes.pages.front_matter import lines_of
from quizbank.notes.pages.line_marks import MARK, line_of, shown, unmarked
from quizbank.notes.pages.page_faults import faults_of, is_code_or_comment
from quizbank.notes.pages.parsing import ParsedHeading as Heading
from quizbank.notes.pages.parsing import ParsedPage, lines_of_code, parse
from quizbank.problems.problem import Problem, file_name, page_name

__all__ = ["Chapter", "FigureBlock", "Heading", "PictureLink", "Reference", "read_chapters", "scan"]

_ID = re.compile(r"""\{[^{}]*#([\w:.-]+)[^{}]*\}|\bid=["']([^"']+)["']""")
_NAMELESS = {PointsAt.FIGURE, PointsAt.GENERATED, PointsAt.NOTHING}
_REFERRING = [name for name, block in BLOCKS.items() if block.points_at not in _NAMELESS]
_BLOCK = re.compile(rf"^[ >]*/{{3,}}\s*({'|'.join(_REFERRING)})\s*(?:\|(.*))?$")
_AUTOLINK = re.compile(rf"<([A-Za-z][A-Za-z0-9+.-]*:(?:{MARK})?//[^<>]*)>")
_PICTURE = re.compile(rf"(?<!\\)!\[([^\]]*)\]\(((?:{MARK})?\s*)<?([^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")
_PICTURE_ELSEWHERE = re.compile(r"(?<!\\)!\[[^\]\n]*\]\s?\[|<img\b", re.IGNORECASE)
_LINK = re.compile(rf"(?<!\\)\[([^\]]*)\]\(((?:{MARK})?\s*)<?([^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")


@dataclass(frozen=True)
class Reference:
    """What a page points at, and its line: the target of a link with the words `name`, or the argument of the block `name`."""

    target: str
    line: int
    name: str = ""


@dataclass(frozen=True)
class FigureBlock:
    """A figure on a page: its name, its caption, the number of words that describe what it shows, and its line."""

    name: str
    caption: str
    words: int
    line: int


@dataclass(frozen=True)
class PictureLink:
    """A picture on a page: the words for who cannot see it, its address, and its line.

    `alt` is None where it is written otherwise than `![alt](address)`.
    """

    alt: str | None
    target: str
    line: int


@dataclass(frozen=True)
class Chapter:
    """One Markdown page. `file` is its name for messages, `path` its path below the docs folder.

    `anchors` are ids that an author gave to anything, headings among them. `problems` are what a page would show otherwise than
    its author meant.
    """

    file: str
    path: str
    headings: dict[str, Heading]
    links: tuple[Reference, ...]
    blocks: tuple[Reference, ...]
    anchors: tuple[str, ...]
    figures: tuple[FigureBlock, ...]
    pictures: tuple[PictureLink, ...]
    problems: tuple[Problem, ...]
    text: str


def read_chapters(docs: Path, root: Path) -> dict[str, Chapter]:
    """Return every Markdown page below `docs`, by its path there. `root` is where file names in messages start."""
    chapters = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if path.is_file() and "/." not in f"/{name}":  # MkDocs leaves out names that start with a dot, too
            text, problems = _text_of(path, file_name(path, root))
            chapter = scan(text, file_name(path, root), name)
            chapters[name] = replace(chapter, problems=(*problems, *chapter.problems))
    return chapters


def _text_of(path: Path, file: str) -> tuple[str, list[Problem]]:
    """Return the text of a page, and what is wrong with its bytes: what cannot be read is replaced, the rest is shown."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"expected UTF-8 text, got the byte 0x{raw[error.start]:02x}; save the file as UTF-8"
        return raw.decode("utf-8-sig", "replace"), [Problem(file, line, "", message)]


@lru_cache(maxsize=500)
def scan(text: str, file: str, path: str) -> Chapter:
    """Return what one page holds. Code, comments and settings hold no headings, links or blocks."""
    page = parse(text)
    lines = lines_of(text)
    code = {line.strip() for element in page.root.iter("code") for line in unmarked(element.text or "").split("\n")}
    fences = (Problem(file, line, "code", message, breaks=page_name(path)) for line, message in open_fences(lines, code))
    return Chapter(
        file=file,
        path=path,
        headings=_by_anchor(page.headings),
        links=tuple(_links(page)),
        blocks=tuple(_blocks(page)),
        anchors=tuple(anchor for anchor, _ in _given_ids(page)),
        figures=tuple(_figures(page)),
        pictures=tuple(_pictures(page, lines)),
        problems=(*(Problem(file, *fault) for fault in faults_of(page, lines)), *fences),
        text=text,
    )


def _by_anchor(headings: list[Heading]) -> dict[str, Heading]:
    """Return the headings by their ids; of two with one id the first, to which links lead."""
    found: dict[str, Heading] = {}
    for heading in headings:
        found.setdefault(heading.anchor, heading)
    return found


def _links(page: ParsedPage) -> Iterator[Reference]:
    for text in page.texts:
        for link in _LINK.finditer(shown(text.text)):
            yield Reference(unmarked(link[4]), line_of(link[2]), unmarked(link[1]))
    yield from (Reference(unmarked(url).strip("<>"), line_of(url)) for url in page.references)
    for text in page.texts:
        yield from (Reference(unmarked(link[1]), line_of(link[0])) for link in _AUTOLINK.finditer(shown(text.text)))


def _pictures(page: ParsedPage, lines: list[str]) -> Iterator[PictureLink]:
    """Yield the pictures of a page. Those that are written in another way have no mark: the line is the first that holds it."""
    for text in page.texts:
        seen = shown(text.text)
        for found in _PICTURE.finditer(seen):
            yield PictureLink(unmarked(found[1]), unmarked(found[4]), line_of(found[2]))
    pieces = [shown(text.text) for text in page.texts] + [raw for raw in page.raw if not is_code_or_comment(raw)]
    for found in (found for piece in pieces for found in _PICTURE_ELSEWHERE.finditer(piece)):
        yield PictureLink(None, "", next((number for number, line in enumerate(lines, 1) if found[0] in line), 1))


def _blocks(page: ParsedPage) -> Iterator[Reference]:
    code = lines_of_code(page)
    for number, line in page.starts.items():
        if number not in code and (block := _BLOCK.match(line)):
            yield Reference((block[2] or "").strip(), number, block[1])


def _given_ids(page: ParsedPage) -> Iterator[tuple[str, int]]:
    """Yield each id that an author gave to anything, with its line where that is known."""
    pieces = [shown(text.text) for text in page.texts] + [raw for raw in page.raw if not is_code_or_comment(raw)]
    for piece in pieces:
        yield from ((found[1] or found[2], line_of(piece)) for found in _ID.finditer(piece))


def _figures(page: ParsedPage) -> Iterator[FigureBlock]:
    for figure in page.root.iterfind(".//div[@class='site-figure']"):
        caption = figure.findtext("figure/figcaption") or ""
        argument = figure.attrib.get("id", "") + caption
        parts = [part for part in figure.iterfind("details/*") if part.tag != "summary"]
        words = [word for part in parts for word in " ".join(part.itertext()).split()]
        words += (figure.findtext("details") or "").split()
        name = unmarked(figure.attrib.get("id", "")).removeprefix("fig-")
        yield FigureBlock(name, unmarked(caption).strip(), len(words), line_of(argument))
