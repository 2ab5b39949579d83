"""The command line.

`python hooks/quizbank check` reads banks and notes and prints what is wrong, without building; `schema` prints the JSON Schema
of a bank, `schema paper` that of a paper; `zip` packs a built site.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quizbank.facts import check_facts
from quizbank.library import Library, read_library
from quizbank.lint import lint
from quizbank.notes import check_notes
from quizbank.offline.edition import source_time, write_zip
from quizbank.schema import bank_schema, paper_schema

SCHEMAS = {"bank": bank_schema, "paper": paper_schema}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="quizbank", description="Question banks for a study site.")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="check banks, links and notes")
    check.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="print the JSON Schema of a bank or a paper")
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default="bank", help="what the schema describes")
    schema.set_defaults(run=_schema)
    pack = commands.add_parser("zip", help="pack a built site into one file to hand out")
    pack.add_argument("folder", type=Path, help="the built site")
    pack.add_argument("target", type=Path, help="the zip file to write")
    pack.set_defaults(run=_zip)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    """Print all problems, then the linter's findings, then counts. Warnings alone do not fail the command."""
    root: Path = options.root
    missing = [name for name in ("docs", "quizzes") if not (root / name).is_dir()]
    if missing:
        print(f"{root}: expected the folders docs and quizzes, got no {' and no '.join(missing)}", file=sys.stderr)
        return 1
    library = read_library(root / "quizzes", root / "docs", root)
    untaught, coverage = check_facts(root, library.chapters)
    problems = [*library.problems, *check_notes(library.banks, library.chapters, library.terms), *untaught]
    findings = lint(library.banks)
    for line in [*problems, *findings]:
        print(line, file=sys.stderr)
    errors = len(problems) + sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    print(_summary(library), *([coverage] if coverage else []), sep="\n")
    print(f"{_counted(errors, 'problem')}, {_counted(warnings, 'warning')}")
    return 1 if errors else 0


def _schema(options: argparse.Namespace) -> int:
    print(SCHEMAS[options.of](), end="")
    return 0


def _zip(options: argparse.Namespace) -> int:
    try:
        size = write_zip(options.folder, options.target, source_time(Path()))
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.target}: {size / 1e6:.1f} MB")
    return 0


def _summary(library: Library) -> str:
    questions = [question for bank in library.banks.values() for question in bank.questions]
    parts = [part for question in questions for part in question.parts]
    kinds = Counter(question.kind for question in [*questions, *(part for part in parts if part not in questions)])
    levels = Counter(part.bloom for part in parts)
    asked = f"{len(questions)} questions" + (f" ({len(parts)} with those inside cases)" if len(parts) > len(questions) else "")
    papers = f", {_counted(len(library.papers), 'paper')}" if library.papers else ""
    return "\n".join(
        [
            f"{len(library.chapters)} pages, {len(library.banks)} banks, {asked}{papers}",
            "kinds: " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())),
            "levels: " + ", ".join(f"{level} {count}" for level, count in sorted(levels.items())),
        ]
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)
