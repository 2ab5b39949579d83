"""Marks that carry the line numbers of a page through Markdown's parser, which knows none.

A mark is two private-use characters around a number. Marks are put where they change nothing: behind the signs of a heading, into
a link's address, at the end of a block's first line. They come out where the parser took the line for what it looks like, and
nowhere else: not from code, not from a comment.
"""

import re

# A mark in a text, as a pattern with the line as a group.
MARK = "\ue000(\\d+)\ue001"
_MARK = re.compile(MARK)
_PRIVATE = re.compile("[\ue000\ue001]")
_HASHES = re.compile(r"^((?:[ >]|[-*+] |\d+\. |: )*#{1,6})")
_UNDERLINE = re.compile(r"^[ >]*(?:=+|-+)[ ]*$")
# Lines on which a mark at the end would change what they are: ends of fences and comments, blocks, definitions of links.
_NO_END_MARK = re.compile(r"^[ >]*(?:$|[`~]{3}|/{3}|<|\[|-+ *$|=+ *$)|-->")
_BEGINS_BLOCK = re.compile(r"^[ >]*(?:/{3}|!!!|\?\?\?)")
_WITH_ARGUMENT = re.compile(r"^[ >]*/{3,}[^|]*\|")
_MEANING = re.compile(r"^ {0,3}: {1,3}")
_REFERENCE = re.compile(r"^( {0,3}\[[^\[\]]*\]: *)(?=\S)")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:(?=//[^<>]*>)")
_PLACES = re.compile(r"(?<=\]\()(?=\s*\S)|(?<=<!--)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def marked(text: str) -> list[str]:
    """Return the lines of a page with marks in them. Private-use characters of the author's are replaced."""
    lines = _PRIVATE.sub("\ufffd", text).expandtabs(4).split("\n")
    return [_marked(lines, index) for index in range(len(lines))]


def begins_block(line: str) -> bool:
    """Say whether a line looks like the first or last of a block or a box."""
    return _BEGINS_BLOCK.match(line) is not None


def is_heading(line: str) -> bool:
    """Say whether a line with its mark looks like a heading."""
    return _HASHES.match(line) is not None


def line_of(text: str) -> int:
    """Return the line of the first mark in a text, or 0 when it has none."""
    mark = _MARK.search(text)
    return int(mark[1]) if mark else 0


def unmarked(text: str) -> str:
    """Return the text without marks."""
    return _MARK.sub("", text)


def shown(text: str) -> str:
    """Return a piece of text without code and comments, its marks still in it."""
    text = _CODE.sub("", text) if "`" in text else text
    return _COMMENT.sub("", text) if "<!--" in text else text


def all_lines(text: str) -> list[int]:
    """Return the lines of all marks in a text."""
    return [int(mark[1]) for mark in _MARK.finditer(text)]


def _marked(lines: list[str], index: int) -> str:
    line, mark = lines[index], f"\ue000{index + 1}\ue001"
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if "](" in line or "<!--" in line:
        line = _PLACES.sub(mark, line)
    if "://" in line and "<" in line:
        line = _AUTOLINK.sub(lambda found: found[0] + mark, line)
    if "]:" in line:
        line = _REFERENCE.sub(lambda found: found[0] + mark, line)
    heading = _HASHES.match(line) if "#" in line else None
    if heading:
        line = f"{heading[0]}{mark}{line[heading.end() :]}"
    named = _UNDERLINE.match(following) or _is_explained(lines, index)
    if _BEGINS_BLOCK.match(line) or (named and not heading and not _NO_END_MARK.search(line)):
        line = f"{line}{mark}"
    return line


def _is_explained(lines: list[str], index: int) -> bool:
    """Say whether the next line, or the one behind an empty line, begins the meaning of a word."""
    following = next((line for line in lines[index + 1 : index + 3] if line), "")
    return ":" in following[:4] and _MEANING.match(following) is not None


def for_parser(line: str) -> str:
    """Return a line without a mark at its end where it would hide from the parser what the line begins."""
    if _BEGINS_BLOCK.match(line) and not _WITH_ARGUMENT.match(line):
        return re.sub("\ue000\\d+\ue001$", "", line)
    return line
