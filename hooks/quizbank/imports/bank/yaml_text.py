"""YAML as authors of banks write it: plain texts where they can be, quotation marks where they must be, a comment at each gap."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 120
WANTED = "  # wanted: "
_LONG = 90  # characters from which a text gets lines of its own
# Words and numbers that begin with a letter, a digit or an opening bracket of words, and hold nothing that YAML would read.
_PLAIN = re.compile(r"[^\W_](?:[^\n\t:#]|:(?=\S)|(?<=\S)#)*", re.UNICODE)
_OTHER_TYPE = re.compile(r"(?:yes|no|true|false|on|off|y|n|null|~|\.inf|\.nan|[-+.]?\d[\d.,_:eExXoO+-]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Gap:
    """A key without its value: what is wanted there."""

    wanted: str


@dataclass(frozen=True)
class Bare:
    """A value that stands without quotation marks: yes, a number."""

    text: str


@dataclass(frozen=True)
class Remarked:
    """A value with a comment behind it."""

    text: str
    remark: str


Value = str | Gap | Bare | Remarked | Sequence["Value"] | Mapping[str, "Value"]


def yaml_lines(data: Mapping[str, Value], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping."""
    for key, value in data.items():
        yield from _entry(f"{' ' * indent}{key}:", value, indent)


def _entry(start: str, value: Value, indent: int) -> Iterator[str]:
    match value:
        case Gap():
            yield f"{start}{WANTED}{value.wanted}"
        case Bare():
            yield f"{start} {value.text}"
        case Remarked():
            yield f"{start} {quoted(value.text)}{WANTED}{value.remark}"
        case str():
            yield from _text(start, value, indent + 2)
        case Mapping():
            yield start
            yield from yaml_lines(value, indent + 2)
        case _:
            yield start
            for each in value:
                yield from _item(each, indent + 2)


def _item(value: Value, indent: int) -> Iterator[str]:
    """Yield the lines of an entry of a list; a mapping begins behind the hyphen."""
    mark = f"{' ' * indent}- "
    if isinstance(value, Mapping):
        first, *others = yaml_lines(value, indent + 2)
        yield mark + first.lstrip()
        yield from others
    else:
        first, *others = _entry(mark.rstrip(), value, indent)
        yield first
        yield from others


def _text(start: str, text: str, indent: int) -> Iterator[str]:
    if "\n" in text and _stands_in_lines(text):
        yield f"{start} |-"
        yield from (f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
    elif len(text) > _LONG and _folds(text):
        yield f"{start} >-"
        yield from (f"{' ' * indent}{line}" for line in _wrapped(text, WIDTH - indent))
    else:
        yield f"{start} {quoted(text)}"


def quoted(text: str) -> str:
    """Return a text as it stands behind its key in one line."""
    if _PLAIN.fullmatch(text) and not _OTHER_TYPE.fullmatch(text) and not text.endswith((":", " ")):
        return text
    if "\n" not in text and "\t" not in text and ("\\" in text or '"' in text):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


def _stands_in_lines(text: str) -> bool:
    """Say whether a text may stand as it is in a block: no space at its beginning, none at the end of a line, nothing odd."""
    lines = text.split("\n")
    return (
        not text[:1].isspace() and not text.endswith("\n") and all(line == line.rstrip() and "\t" not in line for line in lines)
    )


def _folds(text: str) -> bool:
    return (
        "\n" not in text and "\t" not in text and text == " ".join(text.split(" ")) and "  " not in text and text == text.strip()
    )


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False, expand_tabs=False)
