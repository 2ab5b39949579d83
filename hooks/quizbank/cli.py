"""The command line.

`python hooks/quizbank check` reads banks and notes and prints what is wrong, without building; `schema` prints the JSON Schema
of a bank, `schema paper` that of a paper, `schema course` that of the course profile, `schema questions` that of exported
questions; `paper` makes question papers as PDF files; `zip` packs a built site; `name` prints the names that follow from the
profile.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path

from quizbank.blind.command import blind_report
from quizbank.blind.model import NoModel
from quizbank.checks.all_checks import check_everything
from quizbank.course import NEUTRAL, Course, read_course
from quizbank.exports import command as export
from quizbank.exports.json.schema import questions_schema
from quizbank.library import Library, read_library
from quizbank.notes.cards import objectives_without_card
from quizbank.notes.nav import SETTINGS
from quizbank.offline.edition import source_time, write_zip
from quizbank.papers.draw import is_seed
from quizbank.print.command import Request, make_papers
from quizbank.print.pdf import PdfError
from quizbank.problems.problem import Problem, did_you_mean, file_name
from quizbank.problems.report import report
from quizbank.problems.wording import counted
from quizbank.schemas import bank_schema, course_schema, paper_schema
from quizbank.site.safety import header
from quizbank.start.command import add_commands

NAMES: dict[str, Callable[[Course], str]] = {"id": attrgetter("id"), "book": attrgetter("book"), "zip": attrgetter("zip")}
_NO_PAPER = "expected a file such as quizzes/papers/class-test.yml that says what a paper asks, got none"
_SET = re.compile("[A-Z]")
SCHEMAS = {"bank": bank_schema, "paper": paper_schema, "course": course_schema, "questions": questions_schema}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="quizbank", description="Question banks for a study site.")
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
    paper = commands.add_parser("paper", help="make question papers with answer sheets and keys as PDF files")
    paper.add_argument("names", nargs="*", metavar="NAME", help="a file quizzes/papers/NAME.yml; all of them if none is named")
    paper.add_argument("--seed", help="the seed of an earlier paper, to make it again; without it, one that nobody can guess")
    paper.add_argument("--expect", default="", help="the fingerprints of the earlier paper, such as K7F-Q2M: no other is made")
    paper.add_argument("--sets", default="A", help="the sets to make, such as A,B,C: the same questions in other orders")
    paper.add_argument("--out", type=Path, default=Path("dist"), help="the folder for the files")
    paper.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    paper.set_defaults(run=_paper)
    blind = commands.add_parser("blind", help="measure how far wording alone answers the questions")
    blind.add_argument("names", nargs="*", metavar="BANK", help="a bank quizzes/BANK.yml; all of them if none is named")
    blind.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    blind.set_defaults(run=_blind)
    export.add_command(commands, _library)
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


def _paper(options: argparse.Namespace) -> int:
    """Make PDF files of papers, unless the banks or papers have problems: a paper drawn from half a bank would be another one."""
    library = _library(options.root)
    if library is None:
        return 1
    letters = options.sets.split(",")
    faults = [
        *report(_of_quizzes(library.problems, options.root)),
        *(_unknown_paper(name, library) for name in options.names if name not in library.all_papers),
        *(f"expected a set named by one letter from A to Z, got '{each}'" for each in letters if not _SET.fullmatch(each)),
        *_faults_of_seed(options.seed, options.expect),
        *(() if library.all_papers else [_NO_PAPER]),
    ]
    if not faults:
        papers = [library.all_papers[name] for name in options.names or library.all_papers]
        request = Request(papers, letters, options.seed, options.expect.split(",") if options.expect else ())
        try:
            faults = make_papers(library, request, options.out, partial(print, flush=True))
        except PdfError as error:
            faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


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
