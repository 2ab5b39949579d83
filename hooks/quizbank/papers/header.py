"""The head of one printing, from a file beside the project's own: read as strictly as any other of an author's files."""

from pathlib import Path

from pydantic import ValidationError

from quizbank.banks.reading import open_source
from quizbank.model.paper_header import PaperHeader
from quizbank.problems.problem import Problem

_WANTED = "expected the head of a paper with keys such as school, class and subject, got something else"


def load_header(path: Path, root: Path) -> tuple[PaperHeader | None, list[Problem]]:
    """Read the file. Returns None in place of the head when anything in it is wrong, and all problems found.

    `root` is the folder that file names in messages start from.
    """
    source, data = open_source(path, root, "the head of a paper", "class-12.yml")
    if data is None:
        return None, source.problems
    if not isinstance(data, dict):
        source.add((), "", _WANTED)
        return None, source.problems
    try:
        return PaperHeader.model_validate(data), source.problems
    except ValidationError as errors:
        source.report(errors, PaperHeader, (), "")
        return None, source.problems
