"""Aiken, after https://docs.moodle.org/en/Aiken_format: a stem in a line, a line for each option, "ANSWER: B", an empty line."""

import re
from collections.abc import Iterator

from quizbank.exchange.from_plain import from_plain
from quizbank.exchange.portable import Portable
from quizbank.exchange.shapes import Alternative, Choice
from quizbank.imports.answers.orders import keeps_order
from quizbank.imports.files.decoding import decoded, looks_binary
from quizbank.imports.reader import File, Found, Reader, Refused, Taken

_OPTION = re.compile(r"\s*([A-Za-z])\s?[.)]\s+(.*\S)\s*")
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*([A-Za-z])\s*", re.IGNORECASE)
_STRICT = re.compile(r"^ANSWER: ?[A-Z]\s*$", re.MULTILINE)
_NUMBERED = re.compile(r"^\s*(?:Q\.?\s*)?\d{1,3}\s*[.)]\s", re.MULTILINE | re.IGNORECASE)


def _fits(file: File) -> int:
    if looks_binary(file.data):
        return 0
    text = decoded(file.data)
    return 55 if _STRICT.search(text) and not _NUMBERED.search(text) and "{" not in text.split("ANSWER:")[0][-1:] else 0


def _read(file: File) -> Found:
    lines = re.split("\r\n|\r|\n", decoded(file.data).removeprefix("\ufeff"))
    results = list(_questions(lines))
    refused = tuple(each for each in results if isinstance(each, Refused))
    return Found(tuple(each for each in results if isinstance(each, Taken)), refused)


def _questions(lines: list[str]) -> Iterator[Taken | Refused]:
    """Yield a question for each key. What stands before one up to the key before it is its stem and its options."""
    start = 0
    for place, line in enumerate(lines):
        if key := _ANSWER.fullmatch(line):
            yield _question(lines[start:place], start + 1, key[1])
            start = place + 1
    rest = next((place for place in range(start, len(lines)) if lines[place].strip()), None)
    if rest is not None:
        yield Refused(rest + 1, "end of the file", "expected 'ANSWER: ' and a letter behind the last options, got none")


def _question(lines: list[str], first: int, key: str) -> Taken | Refused:
    found = [(place, _OPTION.fullmatch(line)) for place, line in enumerate(lines) if line.strip()]
    begin = next((index for index, (_, match) in enumerate(found) if match and match[1].upper() == "A"), len(found))
    stem = from_plain("\n".join(lines[place] for place, _ in found[:begin]))
    line = first + (found[0][0] if found else 0)
    options = [match for _, match in found[begin:] if match]
    letters = [match[1].upper() for match in options]
    if not stem or len(options) < 2:
        got = f"{len(options)} options" if stem else "no stem"
        return Refused(line, f"ANSWER: {key}", f"expected a question in a line and two options or more, got {got}")
    if key.upper() not in letters or len(options) < len(found) - begin:
        wrong = next((lines[place].strip() for place, match in found[begin:] if not match), f"ANSWER: {key}")
        return Refused(line, f"ANSWER: {key}", f"expected options such as 'A. text' and the letter of one of them, got '{wrong}'")
    answers = tuple(Alternative(from_plain(match[2]), match[1].upper() == key.upper()) for match in options)
    return Taken(Portable("", "", stem, Choice(answers, shuffled=not keeps_order(match[2] for match in options))), line)


READER = Reader("Aiken", _fits, _read)
