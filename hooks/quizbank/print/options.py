"""`quizbank paper`: what it is asked for, and what is wrong with that."""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from quizbank.library import Library
from quizbank.model.paper_header import PaperHeader
from quizbank.papers.draw import is_seed
from quizbank.papers.header import load_header
from quizbank.print.command import Request, make_papers
from quizbank.print.papers import Print
from quizbank.print.pdf import PdfError
from quizbank.problems.problem import Problem, did_you_mean, file_name
from quizbank.problems.report import report
from quizbank.sheets.layout import BOOKLET, NAMES, Layout, layout_faults
from quizbank.word.papers import WordError

_NO_PAPER = "expected a file such as quizzes/papers/class-test.yml that says what a paper asks, got none"
_SET = re.compile("[A-Z]")


def add_command(commands: Any, read: Callable[[Path], Library | None]) -> None:
    """Add the command `paper`. `read` returns the library of a folder, or None after saying that it is no project."""
    paper = commands.add_parser("paper", help="make question papers with answer sheets and keys, as PDF and as Word files")
    paper.add_argument("names", nargs="*", metavar="NAME", help="a file quizzes/papers/NAME.yml; all of them if none is named")
    paper.add_argument("--seed", help="the seed of an earlier paper, to make it again; without it, one that nobody can guess")
    paper.add_argument("--expect", default="", help="the fingerprints of the earlier paper, such as K7F-Q2M: no other is made")
    paper.add_argument("--sets", default="A", help="the sets to make, such as A,B,C: the same questions in other orders")
    paper.add_argument("--word", action="store_true", help="also make Word files to edit; where WeasyPrint is missing, only them")
    paper.add_argument("--layout", default=BOOKLET, help=f"one or more of {', '.join(NAMES)}, with commas between them")
    paper.add_argument("--header", type=Path, metavar="FILE", help="a YAML file with what a school prints at the head of a paper")
    paper.add_argument("--out", type=Path, default=Path("dist"), help="the folder for the files")
    paper.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    paper.set_defaults(run=lambda options: _paper(options, read))


def _paper(options: argparse.Namespace, read: Callable[[Path], Library | None]) -> int:
    """Make the files, unless the banks or papers have problems: a paper drawn from half a bank would be another one."""
    library = read(options.root)
    if library is None:
        return 1
    header, problems = _header(options, library)
    faults = [*report([*_of_quizzes(library.problems, options.root), *problems]), *_faults(options, library)]
    if not faults:
        to = Print(options.out, library.course, Layout(tuple(options.layout.split(","))), header, options.word)
        try:
            faults = make_papers(library, _request(options, library), to, partial(print, flush=True))
        except (PdfError, WordError) as error:
            faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _header(options: argparse.Namespace, library: Library) -> tuple[PaperHeader | None, list[Problem]]:
    """Return the head of the papers: that of a file if one is named, else the course's own."""
    return load_header(options.header, options.root) if options.header else (library.course.paper_header, [])


def _request(options: argparse.Namespace, library: Library) -> Request:
    papers = [library.all_papers[name] for name in options.names or library.all_papers]
    return Request(papers, options.sets.split(","), options.seed, options.expect.split(",") if options.expect else ())


def _faults(options: argparse.Namespace, library: Library) -> Iterator[str]:
    yield from (_unknown_paper(name, library) for name in options.names if name not in library.all_papers)
    for letter in options.sets.split(","):
        if not _SET.fullmatch(letter):
            yield f"expected a set named by one letter from A to Z, got '{letter}'"
    yield from _faults_of_seed(options.seed, options.expect)
    yield from layout_faults(options.layout.split(","))
    if not library.all_papers:
        yield _NO_PAPER


def _faults_of_seed(seed: str | None, expected: str) -> Iterator[str]:
    if seed is None and expected:
        yield f"expected the seed of the paper {expected} with --seed, got none; it was shown when the paper was made"
    if seed is not None and not is_seed(seed):
        yield f"expected a seed of 1 to 16 small letters, digits and hyphens, got '{seed}'"


def _of_quizzes(problems: Sequence[Problem], root: Path) -> list[Problem]:
    folder = file_name(root / "quizzes", root)
    return [problem for problem in problems if problem.file.startswith(f"{folder}/")]


def _unknown_paper(name: str, library: Library) -> str:
    known = ", ".join(library.all_papers) or "none is there"
    return f"expected the name of a paper ({known}), got '{name}'{did_you_mean(name, library.all_papers)}"
