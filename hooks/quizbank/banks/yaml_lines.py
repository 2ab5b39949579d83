"""How YAML divides a file into lines, and a line into its key, its value and a comment; and the spot where the parser stopped."""

import re
from dataclasses import dataclass

Verdict = tuple[int, str] | None

KEY = re.compile(r"^(?P<lead>[ \-]*)(?P<key>[\w-]+):(?: |$)(?P<value>.*)$")
_COMMENT = re.compile(r"(?P<before>.*?\S)(?P<gap>[ \t]+)(?P<comment>#.*)$")
# What needs no quotation marks and is no sentence: an id, a number, a letter, an objective.
_ONE_NAME = re.compile(r"[a-z0-9][\w.#/-]*|[A-Z]|LO[\d.]+|[Yy]es|[Nn]o|")
# The ends of lines that the parser counts (YAML 1.1, section 4.1.4): also that of an old Mac, and signs from a word processor.
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_LONGEST = 40  # characters of a comment that are shown


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends: the one that a mark of the parser calls `line` stands at that index."""
    return _BREAK.split(text)


def cut_off(line: str) -> str:
    """Return the beginning of a comment that looks as if it were the end of the text before it, or ''.

    A comment is one that is meant as such when two spaces or more and '# ' set it off, or when '# ' comes after an id, a number
    or a letter: `marks: 1 # each`. Everything else is a text that goes on: `Our #1 client`, `Platform # 9`, `It grows. # really`.
    """
    found = _COMMENT.match(line)
    if found is None or found["before"].lstrip().startswith("#"):
        return ""
    value = re.split(r"(?::|,|^\s*-)(?: |$)", found["before"])[-1].strip()
    spaced = found["comment"][:2] in ("#", "# ")
    if spaced and (found["gap"] not in (" ", "\t") or _ONE_NAME.fullmatch(value)):
        return ""
    return found["comment"][:_LONGEST]


def value_of(line: str) -> str:
    """Return what stands after the key, or after the dash, of a line."""
    found = KEY.match(line)
    return (found["value"] if found else line.strip().removeprefix("- ")).strip()


@dataclass(frozen=True)
class Spot:
    """Where the parser stopped, counted from 0.

    At `began` and `column` it began with what it could not end; `line` is where to look.
    """

    lines: list[str]
    line: int
    began: int
    column: int
    stopped: int
    problem: str
    context: str

    @property
    def text(self) -> str:
        """The line where to look, or '' behind the end of the file."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def above(self, line: int) -> int | None:
        """Return the nearest line above that holds something, or None."""
        return next((number for number in range(min(line, len(self.lines)) - 1, -1, -1) if self.lines[number].strip()), None)
