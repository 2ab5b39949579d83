"""What a page would not show as its author meant: blocks, boxes and comments that Markdown does not recognise."""

import re
from collections.abc import Iterator

from quizbank.blocks import BLOCKS
from quizbank.blocks.place import PointsAt
from quizbank.notes.blocks import STANDARD_BLOCKS
from quizbank.notes.pages.front_matter import settings_fault
from quizbank.notes.pages.line_marks import MARK, line_of, shown, unmarked
from quizbank.notes.pages.parsing import ParsedPage, lines_of_code
from quizbank.problems.problem import did_you_mean
from quizbank.texts.looks import unfit_in

# The blocks that an author may write.
BLOCK_NAMES = sorted(
    [name for name, block in BLOCKS.items() if block.points_at is not PointsAt.GENERATED]
    + [name.rpartition(".")[2] for name in STANDARD_BLOCKS]
)

_BLOCK = re.compile(r"^[ >]*(/{3,})([^|]*)(?:\|.*)?$")
_BOX = re.compile(r'^( *)(?:!!!|\?\?\?\+?) ?[\w -]+(?:".*")? *$')
_OPEN_COMMENT = re.compile(rf"<!--{MARK}")
# The comments that stand for a block while the page is made.
_OWN_COMMENT = re.compile(rf"<!--(?:{MARK})?({'|'.join(BLOCKS)}):")
_CODE_OR_COMMENT = re.compile(r"\A\s*(?:<!--|<pre|<div class=\"highlight\")")
_NOTE_IN_NOTE = re.compile(r"^(?: {4,}|\t\s*)(\[\^[^\]\s]+\]):")
_ID_AT_END = re.compile(r"\{:?[^{}]*#([\w:.-]+)[^{}]*\}\s*$")
_ID_OF_TAG = re.compile(r"""<[a-zA-Z][^<>]*?\sid=["']([^"'<>]+)""")

# An id at the end of a heading, with what stands around it; not the address of a link.
_ID_OF_HEADING = re.compile(r"(?:(?<!\])[({\[] *|(?<= ))#([A-Za-z][\w-]*) *[)}\]]? *$")

# Line, place in an author's words, message.
Fault = tuple[int, str, str]


def faults_of(page: ParsedPage, lines: list[str]) -> Iterator[Fault]:
    """Yield line, place and message of what the page shows otherwise than its author meant."""
    if fault := settings_fault("\n".join(lines)):
        yield fault[0], "settings", fault[1]
    if page.unreadable_from:
        yield _unreadable(page, lines)
    yield from _unfit_signs(lines)
    yield from _block_faults(page)
    yield from _indented_blocks(page)
    yield from _heading_faults(page, lines)
    yield from _box_faults(page, lines)
    yield from _comment_faults(page)
    yield from _repeated_ids(page, lines)


def _unfit_signs(lines: list[str]) -> Iterator[Fault]:
    """Yield the characters that no page can show, the first one of each line."""
    for number, line in enumerate(lines, 1):
        if sign := unfit_in(line):
            yield number, "", f"expected characters that a page can show, got {sign}; take it out"


def _unreadable(page: ParsedPage, lines: list[str]) -> Fault:
    for number, line in enumerate(lines[: page.unreadable_from], 1):
        if note := _NOTE_IN_NOTE.match(line):
            return number, "", f"expected each footnote at the margin, got '{note[1]}' inside the one above it"
    message = "expected text that can be read as Markdown, got something here that cannot; take it out, or write it as `code`"
    return page.unreadable_from, "", message


def _block_faults(page: ParsedPage) -> Iterator[Fault]:
    """Yield blocks of an unknown name, which a page shows as text, and blocks without an end, which swallow what follows."""
    code = lines_of_code(page)
    as_text = {line_of(line) for text in page.texts for line in text.text.split("\n") if _BLOCK.match(unmarked(line))}
    opened: list[tuple[int, str, str]] = []
    for number, line in page.starts.items():
        if not (match := _BLOCK.match(line)):
            continue
        slashes, name = match[1], match[2].strip()
        if name:
            opened.append((number, slashes, name))
            if name not in BLOCK_NAMES and number not in code:
                known = ", ".join(BLOCK_NAMES)
                yield number, "block", f"expected one of {known}, got '{name}'{_meant(name, slashes)}"
            elif number in as_text and number not in code:
                yield number, name, "expected a block, got lines that the page shows as text; look at the indented lines below it"
            elif name == "figure" and "|" not in line:
                yield number, name, f"expected '{slashes} figure | name | caption', got no name"
        elif not (closed := [block for block in opened if block[1] == slashes]):
            yield number, "block", f"expected '{slashes}' to close a block, got none to close"
        else:
            opened.remove(closed[-1])
    for number, slashes, name in opened:
        if name in BLOCK_NAMES and number not in code:
            yield number, name, f"expected '{slashes}' on a line of its own after the block, got none"


def _indented_blocks(page: ParsedPage) -> Iterator[Fault]:
    """Yield blocks that stand so far from the margin that a page shows them as code."""
    code = lines_of_code(page)
    for number, line in page.starts.items():
        block = _BLOCK.match(line) if number in code and "|" in line else None
        if block and (name := block[2].strip()) in BLOCK_NAMES:
            spaces = len(line) - len(line.lstrip(" "))
            wanted = f"expected '{block[1]} {name}' at the margin, got {spaces} spaces before it"
            yield number, "block", f"{wanted}; an example of a block goes between lines of ```"


def _heading_faults(page: ParsedPage, lines: list[str]) -> Iterator[Fault]:
    """Yield headings whose id has other marks around it than Markdown takes for those of an id, so that the page shows it."""
    for heading in page.headings:
        found = _ID_OF_HEADING.search(lines[heading.line - 1])
        got = found[0].strip() if found else ""
        if found and got != f"#{found[1]}" and got[0] + got[-1] != "{}":
            yield heading.line, "heading", f"expected '{{ #{found[1]} }}' at the end of the heading, got '{got}'"


def _meant(name: str, slashes: str) -> str:
    first, _, rest = name.partition(" ")
    return f"; did you mean '{slashes} {first} | {rest}'?" if first in BLOCK_NAMES else did_you_mean(name, BLOCK_NAMES)


def _box_faults(page: ParsedPage, lines: list[str]) -> Iterator[Fault]:
    """Yield boxes whose text does not stand below them, so that the page shows an empty box and the text outside."""
    for number, line in page.starts.items():
        if not (box := _BOX.match(line)):
            continue
        body = next((below for below in lines[number:] if below.strip()), "").expandtabs(4)
        if not body.startswith(" " * (len(box[1]) + 4)):
            got = f"'{unmarked(body).strip()[:40]}' at the margin" if body else "none"
            yield number, "box", f"expected its text on the next lines, four spaces further in, got {got}"


def _comment_faults(page: ParsedPage) -> Iterator[Fault]:
    pieces = [shown(text.text) for text in page.texts]
    for piece in pieces:
        for opened in _OPEN_COMMENT.finditer(piece):
            message = "expected '-->' at the end of the comment, before the next empty line where it is indented, got none"
            yield int(opened[1]), "comment", message
    for comment in [*(text.text for text in page.texts), *page.raw]:
        for own in _OWN_COMMENT.finditer(comment):
            message = f"expected a block '/// {own[2]} | …', got the comment that stands for one while the site is made"
            yield line_of(own[0]), "comment", message


def _repeated_ids(page: ParsedPage, lines: list[str]) -> Iterator[Fault]:
    """Yield ids that stand twice on a page: a link would always lead to the first."""
    ids = [(heading.line, heading.anchor) for heading in page.headings]
    ids += [(line or _last_line(anchor, lines), anchor) for anchor, line in _other_ids(page)]
    places: dict[str, int] = {}
    for line, anchor in sorted(ids):
        if anchor in places:
            yield line, "id", f"expected each id once on a page, got '{anchor}', which line {places[anchor]} has already"
        places.setdefault(anchor, line)


def _other_ids(page: ParsedPage) -> Iterator[tuple[str, int]]:
    """Yield the ids of words that are explained and of HTML, with their lines where they are known."""
    for text in page.texts:
        if text.element == "dt" and (found := _ID_AT_END.search(unmarked(text.text))):
            yield found[1], line_of(text.text)
        yield from ((found[1], 0) for found in _ID_OF_TAG.finditer(shown(text.text)))
    for raw in page.raw:
        if not is_code_or_comment(raw):
            yield from ((found[1], 0) for found in _ID_OF_TAG.finditer(raw))


def _last_line(anchor: str, lines: list[str]) -> int:
    quoted = (f'id="{anchor}"', f"id='{anchor}'")
    return max((number for number, line in enumerate(lines, 1) if any(one in line for one in quoted)), default=1)


def is_code_or_comment(raw: str) -> bool:
    """Say whether what Markdown put aside is code or a comment, and not HTML of the page."""
    return _CODE_OR_COMMENT.match(raw) is not None
