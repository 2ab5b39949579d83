"""The command line.

`python hooks/quizbank check` reads banks and notes and prints what is wrong, without building; `schema` prints the JSON Schema of
a bank, `schema paper` that of a paper, `schema course` that of the course profile, `schema questions` that of exported questions;
`paper` makes question papers as PDF and Word files; `results` reads the answers of a class; `zip` packs a built site; `pages`
writes it as plain pages; `name` prints the names that follow from the profile; `export` writes files for other systems, `import`
reads theirs into a bank of drafts, and `drafts` lists what these want.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from operator import attrgetter
from pathlib import Path

from quizbank import __version__
from quizbank.blind.command import blind_report
from quizbank.blind.model import NoModel
from quizbank.checks.all_checks import check_everything
from quizbank.course import NEUTRAL, Course, read_course
from quizbank.exports import command as export
from quizbank.exports.json.schema import questions_schema
from quizbank.imports import command as import_
from quizbank.imports import drafts
from quizbank.library import Library, read_library
from quizbank.notes.cards import objectives_without_card
from quizbank.notes.nav import SETTINGS
from quizbank.offline.edition import source_time, write_zip
from quizbank.plain import command as pages
from quizbank.print import options as paper
from quizbank.problems.problem import did_you_mean
from quizbank.problems.report import report
from quizbank.problems.wording import counted
from quizbank.results import command as results
from quizbank.schemas import bank_schema, course_schema, paper_schema
from quizbank.site.safety import header
from quizbank.start.command import add_commands

NAMES: dict[str, Callable[[Course], str]] = {name: attrgetter(name) for name in ("id", "book", "epub", "zip")}
SCHEMAS = {"bank": bank_schema, "paper": paper_schema, "course": course_schema, "questions": questions_schema}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="quizbank", description="Question banks for a study site.")
    parser.add_argument("--version", action="version", version=f"quizbank {__version__}")
    commands = parser.add_subparsers(required=True)
    check = commands.add_parser("check", help="check banks, links and notes")
    check.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    check.add_argument("--all", action="store_true", help="also print the problems that only follow from others")
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="print the JSON Schema of a bank, a paper, the course or an export")
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default="bank", help="what the schema describes")
    schema.set_defaults(run=_schema)
    pack = commands.add_parser("zip", help="pack a built site into one file to hand out")
    pack.add_argument("folder", type=Path, help="the built site")
    pack.add_argument("target", type=Path, nargs="?", help="the zip file to write; without it, the one named after the course")
    pack.set_defaults(run=_zip)
    add_commands(commands)
    name = commands.add_parser("name", help="print what the course's profile calls a file")
    name.add_argument("of", choices=NAMES, help="the file that is made")
    name.add_argument("--root", type=Path, default=Path(), help="the folder that holds course.yml")
    name.set_defaults(run=_name)
    paper.add_command(commands, _library)
    blind = commands.add_parser("blind", help="measure how far wording alone answers the questions")
    blind.add_argument("names", nargs="*", metavar="BANK", help="a bank quizzes/BANK.yml; all of them if none is named")
    blind.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    blind.set_defaults(run=_blind)
    export.add_command(commands, _library)
    results.add_command(commands, _library)
    import_.add_command(commands, _library)
    drafts.add_command(commands, _library)
    pages.add_command(commands, _library)
    header.add_command(commands)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    """Print all errors, causes first, then warnings, then counts. Warnings alone do not fail the command."""
    root: Path = options.root
    library = _library(root)
    if library is None:
        return 1
    problems, coverage = check_everything(library, root)
    for line in report(problems, everything=options.all):
        print(line, file=sys.stderr)
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    print(_summary(library), *([coverage] if coverage else []), sep="\n")
    print(f"{counted(errors, 'problem')}, {counted(warnings, 'warning')}")
    return 1 if errors else 0


def _library(root: Path) -> Library | None:
    """Return everything below `root`, or None after saying that it is no project."""
    missing = [name for name in ("docs", "quizzes") if not (root / name).is_dir()]
    if missing:
        print(f"{root}: expected the folders docs and quizzes, got no {' and no '.join(missing)}", file=sys.stderr)
        return None
    return read_library(root / "quizzes", root / "docs", root, root / SETTINGS)


def _blind(options: argparse.Namespace) -> int:
    """Print what a guesser finds who sees only the wording. It is a measure: it fails only where it cannot be taken."""
    library = _library(options.root)
    if library is None:
        return 1
    banks = library.all_banks
    faults = [_unknown_bank(name, banks) for name in options.names if name not in banks]
    if not faults:
        try:
            print(*blind_report(banks, library.course.language, options.names), sep="\n")
        except NoModel as error:
            faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _unknown_bank(name: str, banks: Collection[str]) -> str:
    return f"expected the name of a bank ({', '.join(banks)}), got '{name}'{did_you_mean(name, banks)}"


def _schema(options: argparse.Namespace) -> int:
    print(SCHEMAS[options.of](), end="")
    return 0


def _name(options: argparse.Namespace) -> int:
    course, problems = read_course(options.root)
    for line in report(problems):
        print(line, file=sys.stderr)
    if problems:
        return 1
    print(NAMES[options.of](course))
    return 0


def _zip(options: argparse.Namespace) -> int:
    course, problems = read_course(Path()) if options.target is None else (NEUTRAL, [])
    for line in report(problems):
        print(line, file=sys.stderr)
    if problems:
        return 1
    target: Path = options.target or Path(course.zip)
    try:
        size = write_zip(options.folder, target, source_time(Path()))
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{target}: {size / 1e6:.1f} MB")
    return 0


def _summary(library: Library) -> str:
    questions = [question for bank in library.all_banks.values() for question in bank.questions]
    parts = [part for bank in library.all_banks.values() for part in bank.parts]
    kinds = Counter(question.kind for bank in library.all_banks.values() for question in bank.all_questions)
    levels = Counter(part.bloom for part in parts)
    asked = counted(len(questions), "question") + (
        f" ({len(parts)} with those inside cases)" if len(parts) > len(questions) else ""
    )
    papers = f", {counted(len(library.all_papers), 'paper')}" if library.all_papers else ""
    drafts = f", {counted(library.left_out.count, 'draft')} left out" if library.left_out.count else ""
    off = f" ({len(library.kept_back.banks)} not published)" if library.kept_back.banks else ""
    return "\n".join(
        [
            f"{counted(len(library.chapters), 'page')}, {counted(len(library.all_banks), 'bank')}{off}, {asked}{drafts}{papers}",
            "kinds: " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())),
            "levels: " + ", ".join(f"{level} {count}" for level, count in sorted(levels.items())),
            _flashcards(library),
        ]
    )


def _flashcards(library: Library) -> str:
    banks = [(bank, library.chapters.get(bank.chapter)) for bank in library.banks.values()]
    objectives = [objective for bank, _ in banks for objective in bank.objectives]
    without = sum(len(objectives_without_card(bank, chapter, library.course.key_idea)) for bank, chapter in banks)
    return f"flashcards: {counted(len(library.terms), 'word')}, {len(objectives) - without} of {len(objectives)} objectives"
