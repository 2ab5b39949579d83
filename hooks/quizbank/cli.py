"""The command line: `python hooks/quizbank check` reads banks and chapters and prints what is wrong, without building."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quizbank.library import Library, read_library
from quizbank.schema import bank_schema


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="quizbank", description=__doc__)
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="check banks and links")
    check.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="print the JSON Schema of a bank")
    schema.set_defaults(run=_schema)
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
    for problem in library.problems:
        print(problem, file=sys.stderr)
    print(_summary(library))
    return 1 if library.problems else 0


def _schema(options: argparse.Namespace) -> int:
    print(bank_schema(), end="")
    return 0


def _summary(library: Library) -> str:
    questions = [question for bank in library.banks.values() for question in bank.questions]
    kinds = Counter(question.kind for question in questions)
    levels = Counter(question.bloom for question in questions)
    return "\n".join(
        [
            f"{len(library.chapters)} pages, {len(library.banks)} banks, {len(questions)} questions",
            "kinds: " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())),
            "levels: " + ", ".join(f"{level} {count}" for level, count in sorted(levels.items())),
            *([library.coverage] if library.coverage else []),
            f"{len(library.problems)} problem" + "s" * (len(library.problems) != 1),
        ]
    )
