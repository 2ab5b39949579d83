"""Read a bank's YAML as plain text values, refusing what a bank never needs before it can do harm.

Every scalar stays the text the author typed (`no` is not False, `12:30` is not 750); the model decides what is a number.
The file is read as a stream of parser events, so that depth, aliases and repeated keys are seen before anything is built.
Line numbers are looked up only when there is something to report.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from sys import intern
from typing import Any
from zlib import crc32

import yaml

from quizbank.banks.yaml_faults import explain
from quizbank.banks.yaml_lines import cut_off, split_lines
from quizbank.texts.looks import unfit_in

Data = str | list["Data"] | dict[str, "Data"]
Path_ = Sequence[str | int]

MAX_BYTES = 5_000_000
MAX_DEPTH = 12

# libyaml is about ten times faster; PyYAML's own parser gives the same events where it is missing.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# What the YAML 1.1 specification leaves out of a stream (section 5.1).
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Refused(Exception):
    """The file cannot be read as a bank. `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def read_text(path: Path) -> str:
    """Return the file's text. Raises Refused when it is larger than MAX_BYTES or is not UTF-8."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Refused(1, f"expected a file of at most {MAX_BYTES:,} bytes, got {size:,}; split the bank")
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(split_lines(raw[: error.start].decode("utf-8-sig")))
        raise Refused(line, f"expected UTF-8 text, got the byte 0x{raw[error.start]:02x}; save the file as UTF-8") from None


def parse(text: str, wanted: str = "a bank") -> Data:
    """Return the text's one YAML document as dicts, lists and strings. Raises Refused with the line.

    `wanted` is what the message about an empty file says that it should be.
    """
    loader = _Loader(text)
    try:
        data = _document(loader, wanted)
    except yaml.MarkedYAMLError as error:
        raise Refused(*explain(text, error)) from None
    except yaml.YAMLError as error:
        strange = _NOT_YAML.search(text)
        line = len(split_lines(text[: strange.start()])) if strange else 1
        raise Refused(line, f"expected YAML text, got a character that YAML does not allow ({_short(error)})") from None
    finally:
        loader.dispose()
    return data


def cut_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the sentence for each text without quotation marks that a ' #' cuts short.

    `text` is one that `parse` accepted. Where a comment may stand, YAML's own rule is: after a space, wherever that is.
    """
    if " #" not in text and "\t#" not in text:
        return
    lines = split_lines(text)
    suspects = {number for number, line in enumerate(lines) if " #" in line or "\t#" in line if cut_off(line)}
    if not suspects:
        return
    for event in yaml.parse(text, Loader=_Loader):
        if not isinstance(event, yaml.ScalarEvent) or event.style:
            continue
        end: Any = event.end_mark
        line = lines[end.line]
        if end.line in suspects and line[end.column :].lstrip().startswith("#"):
            wanted = "expected quotation marks around a text that holds ' #'"
            got = f"got the text '{_ending(event.value)}' cut short at '{cut_off(line)}'"
            yield end.line + 1, f"{wanted}, {got}; two spaces before '# ' make it a comment"


def _ending(text: str) -> str:
    return text if len(text) <= 30 else f"… {text[-30:]}"


def _document(loader: Any, wanted: str) -> Data:
    loader.get_event()  # the start of the stream
    if isinstance(loader.get_event(), yaml.StreamEndEvent):
        raise Refused(1, f"expected {wanted}, got an empty file")
    data = _node(loader, loader.get_event(), 1)
    loader.get_event()  # the end of the document
    after = loader.get_event()
    if not isinstance(after, yaml.StreamEndEvent):
        raise Refused(_line(after.start_mark), "expected one document, got a second one after '---'")
    return data


def _node(loader: Any, event: Any, depth: int) -> Data:
    kind = type(event)
    if kind is yaml.AliasEvent:
        raise Refused(_line(event.start_mark), f"expected plain values, got the alias '*{event.anchor}'; write the text out")
    if event.anchor is not None:
        raise Refused(_line(event.start_mark), f"expected plain values, got the anchor '&{event.anchor}'; write the text out")
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        raise Refused(_line(event.start_mark), f"expected plain values, got the tag '{tag}'; leave it out")
    if kind is yaml.ScalarEvent:
        return _fit(event)
    if depth > MAX_DEPTH:
        raise Refused(_line(event.start_mark), f"expected at most {MAX_DEPTH} levels of nesting, got more")
    return _sequence(loader, depth) if kind is yaml.SequenceStartEvent else _mapping(loader, depth)


def _fit(event: Any) -> str:
    """Return a text. Raises Refused if an escape has put a character into it that no page can show."""
    if sign := unfit_in(event.value):
        raise Refused(_line(event.start_mark), f"expected characters that a page can show, got {sign}; take it out")
    return str(event.value)


def _sequence(loader: Any, depth: int) -> list[Data]:
    items: list[Data] = []
    while type(event := loader.get_event()) is not yaml.SequenceEndEvent:
        items.append(_node(loader, event, depth + 1))
    return items


def _mapping(loader: Any, depth: int) -> dict[str, Data]:
    pairs: dict[str, Data] = {}
    while type(event := loader.get_event()) is not yaml.MappingEndEvent:
        key = _node(loader, event, depth + 1)
        if not isinstance(key, str):
            raise Refused(_line(event.start_mark), "expected a word as key, got a list or a mapping")
        if key in pairs:
            raise Refused(_line(event.start_mark), f"expected each key once, got '{key}' a second time")
        pairs[key] = _node(loader, loader.get_event(), depth + 1)
    return pairs


def _short(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return str(problem)


def _line(mark: Any) -> int:
    return int(mark.line) + 1 if mark is not None else 1


# The line (from 1) of each member of a mapping or a list, by its key or its number from 0, and what it holds. Empty for a text.
_Members = dict[str | int, tuple[int, "_Members"]]
_NOTHING: _Members = {}


class Lines:
    """Finds the line of any value of a text that `parse` accepted. Reads the text again, on first use only.

    A text of a file is read from there, since most are never asked for and all would take much memory. Where the file holds
    another one by then, every value is on line 1.
    """

    def __init__(self, text: str, path: Path | None = None) -> None:
        self._path, self._sum = path, _sum(text)
        self._text = text if path is None else ""
        self._root: _Members | None = None

    def of(self, path: Path_) -> int:
        """Return the line (from 1) of the key or item at `path`, or of its nearest parent that exists."""
        if self._root is None:
            self._root = _root_of(self._read())
        members, line = self._root, 1
        for step in path:
            if step not in members:
                break
            line, members = members[step]
        return line

    def of_passage(self, path: Path_, passage: str) -> int:
        """Return the line on which a passage of the value at `path` stands, or that of the value if it is written otherwise."""
        start = self.of(path)
        lines = split_lines(self._read())[start - 1 :]
        return next((number for number, line in enumerate(lines, start) if passage in line), start)

    def _read(self) -> str:
        if self._path is None:
            return self._text
        try:
            text = read_text(self._path)
        except (OSError, Refused):
            return ""
        return text if _sum(text) == self._sum else ""


def _sum(text: str) -> int:
    return crc32(text.encode())


def _root_of(text: str) -> _Members:
    loader = _Loader(text)
    try:
        loader.get_event()  # the start of the stream
        return {} if type(loader.get_event()) is yaml.StreamEndEvent else _members(loader, loader.get_event())
    finally:
        loader.dispose()


def _members(loader: Any, event: Any) -> _Members:
    """Return the members of the value that begins with `event`.

    Nodes of PyYAML, with two marks and a tag for every text, would weigh nine times as much.
    """
    members: _Members = {}
    if type(event) is yaml.SequenceStartEvent:
        while type(item := loader.get_event()) is not yaml.SequenceEndEvent:
            members[len(members)] = _line(item.start_mark), _members(loader, item)
    elif type(event) is yaml.MappingStartEvent:
        while type(key := loader.get_event()) is not yaml.MappingEndEvent:
            members[intern(key.value)] = _line(key.start_mark), _members(loader, loader.get_event())
    return members or _NOTHING
