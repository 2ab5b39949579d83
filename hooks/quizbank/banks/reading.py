"""What reading any author's file needs: its data, and a place for every fault that was found in it, with the line."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

from quizbank.banks.yaml_reader import Data, Lines, Refused, cut_texts, parse, read_text
from quizbank.kinds import KINDS
from quizbank.problems.problem import Problem, file_name
from quizbank.problems.wording import Fault, faults_in
from quizbank.texts.looks import has_latin, may_be_odd, odd_characters, raw_markup

Loc = tuple[str | int, ...]

# Keys whose texts are names, or shown without Markdown.
_PLAIN = frozenset("chapter contrasts slug was style kinds chapters".split()).union(
    *(kind.model.plain_keys for kind in KINDS.values())
)

# A file's name stands in addresses and in the argument of blocks.
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Source:
    """One file being read, with its problems so far. Its name is what the file is called elsewhere."""

    def __init__(self, path: Path, root: Path) -> None:
        self.name = path.stem
        self.file = file_name(path, root)
        self.lines = Lines("")
        self.problems: list[Problem] = []
        self.cut: set[int] = set()

    def report(self, errors: ValidationError, model: type[BaseModel], loc: Loc, name: str) -> None:
        """Take down what pydantic found while reading the value at `loc`, which `name` calls in the author's words."""
        self.take(faults_in(errors, model), loc, name)

    def take(self, faults: Iterable[Fault], loc: Loc, name: str, check: str = "") -> None:
        """Take down mistakes in the value at `loc`, which `name` calls in the author's words; `check` is the check's name."""
        for place, message in faults:
            if message.endswith("got nothing") and self.lines.of((*loc, *place)) in self.cut:
                continue  # what is there was read as a comment, and is reported as that
            self.add((*loc, *place), ": ".join(part for part in (name, _spot(place)) if part), message, check)

    def add(self, loc: Loc, where: str, message: str, check: str = "") -> None:
        """Take down one problem at a place in the file."""
        self.problems.append(Problem(self.file, self.lines.of(loc), where, message, check=check))


def open_source(path: Path, root: Path, wanted: str, such_as: str) -> tuple[Source, Data | None]:
    """Return the file and its data, or None when it cannot be read at all; the source's problems say why.

    `root` is the folder that file names in messages start from. `wanted` and `such_as` say what the file should be
    ('a bank') and be called ('front-office.yml').
    """
    source = Source(path, root)
    if not _NAME.fullmatch(path.stem):
        source.add((), "", f"expected a file name of lower-case words joined by hyphens, such as '{such_as}', got '{path.name}'")
        return source, None
    try:
        text = read_text(path)
        data = parse(text, wanted)
    except Refused as refusal:
        source.problems.append(Problem(source.file, refusal.line, "", refusal.message))
        return source, None
    except OSError as error:
        source.add((), "", f"expected a file that can be read, got '{error.strerror}'")
        return source, None
    source.lines = Lines(text, path)
    source.problems += [Problem(source.file, line, "", message) for line, message in cut_texts(text)]
    source.cut = {problem.line for problem in source.problems}
    source.problems += _oddities(source, data)
    return source, data


def _oddities(source: Source, data: Data) -> Iterator[Problem]:
    """Yield what the texts of a file hold that readers would not see as it was meant, each at its line."""
    title = data.get("title") if isinstance(data, dict) else None
    latin = isinstance(title, str) and has_latin(title)
    for loc, text in _suspects(data, ()):
        marks = () if _is_plain(loc) else raw_markup(text)
        for passage, message in (*odd_characters(text, latin), *marks):
            yield Problem(source.file, source.lines.of_passage(loc, passage), _spot(loc), message)


def _suspects(data: Data, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the texts of a file, each with its place, but for questions in which no text can hold anything odd: most of them."""
    for step, value in data.items() if isinstance(data, dict) else [("", data)]:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _texts(item, (*loc, step, index)) if _is_suspect(item) else ()
        else:
            yield from _texts(value, (*loc, step) if isinstance(data, dict) else loc)


def _is_suspect(data: Data) -> bool:
    """Say whether a value has a text that is worth a closer look."""
    if isinstance(data, str):
        return may_be_odd(data)
    return any(map(_is_suspect, data.values() if isinstance(data, dict) else data))


def _texts(data: Data, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield loc, data
    else:
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*loc, step))


def _is_plain(loc: Loc) -> bool:
    """Say whether the text at a place is shown as it is: no Markdown is read there."""
    names = [step for step in loc if isinstance(step, str)]
    return not _PLAIN.isdisjoint([*names, ".".join(names[-2:])]) or loc == ("title",)


def _spot(loc: Loc) -> str:
    """Describe a place in a file in words: `options, 2, why`, counting from 1."""
    return ", ".join(str(step + 1) if isinstance(step, int) else step for step in loc)
