"""`quizbank drafts`: what is still wanted in each draft, with the line where it belongs."""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizbank.banks.gaps import CHECK
from quizbank.imports.bank.yaml_text import WANTED
from quizbank.library import Library
from quizbank.model.bank import Bank, Draft
from quizbank.problems.problem import Problem, did_you_mean
from quizbank.problems.wording import counted


def add_command(commands: Any, read: Callable[[Path], Library | None]) -> None:
    """Add the command `drafts`. `read` returns the library of a folder, or None after saying that it is no project."""
    parser = commands.add_parser("drafts", help="list what is wanted in drafts, by bank and question")
    parser.add_argument("names", nargs="*", metavar="BANK", help="a bank quizzes/BANK.yml; all of them if none is named")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    parser.set_defaults(run=lambda options: _drafts(options, read))


def _drafts(options: argparse.Namespace, read: Callable[[Path], Library | None]) -> int:
    library = read(options.root)
    if library is None:
        return 1
    known = {*library.all_banks, *library.left_out.banks}
    unknown = [name for name in options.names if name not in known]
    for name in unknown:
        print(f"expected the name of a bank, got '{name}'{did_you_mean(name, known)}", file=sys.stderr)
    if unknown:
        return 1
    for line in listed(library, options.names, options.root):
        print(line)
    return 0


def listed(library: Library, names: list[str], root: Path) -> Iterator[str]:
    """Yield the lines about the drafts of the named banks, of all banks if none is named. Their files lie below `root`."""
    problems = library.left_out.problems
    banks = [bank for name, bank in sorted(library.left_out.banks.items()) if not names or name in names]
    for bank in banks:
        yield f"{bank.file}: {counted(len(bank.drafts), 'draft')}"
        lines = (root / bank.file).read_text(encoding="utf-8", errors="replace").split("\n")
        for draft in bank.drafts:
            yield from _of_draft(bank, draft, problems, lines)
    unread = {problem.file for problem in problems} - {bank.file for bank in library.left_out.banks.values()}
    if not names:
        yield from map(str, sorted(problem for problem in problems if problem.file in unread))
    if not banks and not unread:
        yield "no drafts"


def _of_draft(bank: Bank, draft: Draft, problems: tuple[Problem, ...], lines: list[str]) -> Iterator[str]:
    own = sorted(problem for problem in problems if problem.file == bank.file and problem.line in draft.lines)
    yield from (f"  {_in_its_words(problem, lines)}" for problem in own)
    if not own:
        yield f"  {bank.file}:{draft.lines.start}: {draft.id}: nothing is wanted; take 'draft: yes' out to publish it"


def _in_its_words(problem: Problem, lines: list[str]) -> Problem:
    """Return what is wanted in a gap as the comment in its line says it, if there is one."""
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    _, sign, wanted = line.partition(WANTED)
    return replace(problem, message=f"expected {wanted.strip()}, got nothing") if sign and problem.check == CHECK else problem
