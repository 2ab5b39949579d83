"""The command line: `python hooks/quizbank check` reads banks and chapters and prints what is wrong, without building."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quizbank.facts import check_facts
from quizbank.library import Library, read_library
from quizbank.notes import check_notes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="quizbank", description=__doc__)
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="check banks and links")
    check.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    check.set_defaults(run=_check)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    root: Path = options.root
    missing = [name for name in ("docs", "quizzes") if not (root / name).is_dir()]
    if missing:
        print(f"{root}: expected the folders docs and quizzes, got no {' and no '.join(missing)}", file=sys.stderr)
        return 1
    library = read_library(root / "quizzes", root / "docs", root)
    untaught, coverage = check_facts(root, library.chapters)
    problems = [*library.problems, *check_notes(library.banks, library.chapters, library.terms), *untaught]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(_summary(library), *([coverage] if coverage else []), sep="\n")
    print(f"{len(problems)} problem" + "s" * (len(problems) != 1))
    return 1 if problems else 0


def _summary(library: Library) -> str:
    questions = [question for bank in library.banks.values() for question in bank.questions]
    kinds = Counter(question.kind for question in questions)
    levels = Counter(question.bloom for question in questions)
    return "\n".join(
        [
            f"{len(library.chapters)} pages, {len(library.banks)} banks, {len(questions)} questions",
            "kinds: " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())),
            "levels: " + ", ".join(f"{level} {count}" for level, count in sorted(levels.items())),
        ]
    )
