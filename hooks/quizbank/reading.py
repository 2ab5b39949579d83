"""What reading any author's file needs: its data, and a place for every fault that was found in it, with the line."""

import re
from pathlib import Path

from pydantic import BaseModel, ValidationError

from quizbank.problems import Problem, file_name
from quizbank.wording import faults_in
from quizbank.yaml_reader import Data, Lines, Refused, cut_texts, parse, read_text

Loc = tuple[str | int, ...]

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
        for place, message in faults_in(errors, model):
            if message.endswith("got nothing") and self.lines.of((*loc, *place)) in self.cut:
                continue  # what is there was read as a comment, and is reported as that
            self.add((*loc, *place), ": ".join(part for part in (name, _spot(place)) if part), message)

    def add(self, loc: Loc, where: str, message: str) -> None:
        """Take down one problem at a place in the file."""
        self.problems.append(Problem(self.file, self.lines.of(loc), where, message))


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
    source.lines = Lines(text)
    source.problems += [Problem(source.file, line, "", message) for line, message in cut_texts(text)]
    source.cut = {problem.line for problem in source.problems}
    return source, data


def _spot(loc: Loc) -> str:
    """Tell a place in a file in words: `options, 2, why`, counting from 1."""
    return ", ".join(str(step + 1) if isinstance(step, int) else step for step in loc)
