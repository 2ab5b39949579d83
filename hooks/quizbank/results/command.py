"""`quizbank results`: the results of a class from answers that learners or their teacher hand over."""

import argparse
import csv
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from quizbank.library import Library
from quizbank.papers.draw import DEFAULT_SEED, is_seed
from quizbank.papers.fingerprint import bare
from quizbank.problems.problem import did_you_mean
from quizbank.problems.wording import counted
from quizbank.results.analysis import Class
from quizbank.results.answers.reading import Reader, anonymous, files_in
from quizbank.results.csv_file import results_csv
from quizbank.results.forms import Test, chapter_test, mock_test, printed_test
from quizbank.results.page import results_page
from quizbank.results.view import View
from quizbank.strings.words import Words

OUT = Path("dist/results.html")  # dist/ is kept out of Git


class Unusable(ValueError):
    """What is wrong with the options of the command."""


def add_command(commands: Any, read: Callable[[Path], Library | None]) -> None:
    """Add the command `results`. `read` returns the library of a folder, or None after saying that it is no project."""
    results = commands.add_parser("results", help="the results of a class, from learners' backups or a table of answers")
    results.add_argument("files", nargs="*", type=Path, metavar="FILES", help="backups (.json), tables (.csv), or their folders")
    results.add_argument("--paper", metavar="NAME", help="the paper quizzes/papers/NAME.yml; without it, quizzes of chapters")
    results.add_argument("--seed", help="the seed of a printed paper; without it, the paper is a mock test of the site")
    results.add_argument("--sets", default="A", help="the sets that were printed, such as A,B")
    results.add_argument("--code", default=DEFAULT_SEED, help="the code of the mock test, such as 7b or 7b.K7F-Q2M")
    results.add_argument("--expect", default="", help="the fingerprints on the papers, such as K7F-Q2M: no others are used")
    results.add_argument("--chapter", metavar="BANK", help="only the questions of quizzes/BANK.yml")
    results.add_argument("--anonymous", action="store_true", help="number the learners in the place of their names")
    results.add_argument("--template", type=Path, metavar="FILE", help="write an empty table of answers, and no results")
    results.add_argument("--out", type=Path, default=OUT, help="the page; the CSV file lies beside it under the same name")
    results.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/ and quizzes/")
    results.set_defaults(run=lambda options: _run(options, read))


def _run(options: argparse.Namespace, read: Callable[[Path], Library | None]) -> int:
    library = read(options.root)
    if library is None:
        return 1
    try:
        test = _test(options, library)
        return _template(options.template, test) if options.template else _results(options, library, test)
    except Unusable as fault:
        print(fault, file=sys.stderr)
        return 1


def _results(options: argparse.Namespace, library: Library, test: Test) -> int:
    """Write the page and the CSV file. Returns 1 if any file was refused, though the others are counted."""
    files = files_in(options.files)
    _check_places(options, files)
    words = Words(library.course.language)
    questions = {question.id: question for bank in library.banks.values() for question in bank.questions}
    handed = Reader(library.course.id, test, questions, words).read(files)
    for line in handed.messages:
        print(line, file=sys.stderr)
    if not handed.learners:
        raise Unusable("expected the answers of one learner or more, got none; no page was written")
    learners = anonymous(handed.learners) if options.anonymous else handed.learners
    view = View(library, test, Class(learners), words)
    _write(options.out, view, results_page(view, handed, anonymous=options.anonymous))
    return 1 if handed.refused else 0


def _write(out: Path, view: View, page: str) -> None:
    table = out.with_suffix(".csv")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page, encoding="utf-8")
    table.write_bytes(results_csv(view))
    learners, questions = counted(len(view.group.learners), "learner"), counted(len(view.items), "question")
    print(f"{learners}, {questions}: {out} and {table}")


def _check_places(options: argparse.Namespace, files: list[Path]) -> None:
    """Raise Unusable where there is nothing to read, or where what is written would be published or lie upon what is read."""
    out: Path = options.out
    if not options.files:
        raise Unusable("expected learners' backups (.json) or tables of answers (.csv), got no file")
    if out.suffix != ".html":
        raise Unusable(f"expected a page whose name ends with .html, got {out}")
    if (options.root / "docs").resolve() in out.resolve().parents:
        raise Unusable(f"expected a place outside docs/, which is published with the site, got {out}")
    if out.with_suffix(".csv").resolve() in [file.resolve() for file in files]:
        raise Unusable(f"expected another name with --out, got {out}: its CSV file would take the place of one that is read")


def _test(options: argparse.Namespace, library: Library) -> Test:
    if options.paper is None:
        return _chapters(options, library)
    if options.chapter:
        raise Unusable("expected --paper or --chapter, got both")
    papers = library.mock_papers() if options.seed is None else library.all_papers
    if options.paper not in papers:
        what = "a mock test of the site; a printed paper needs its --seed" if options.seed is None else "a paper"
        raise Unusable(f"expected {what} ({_known(papers)}), got '{options.paper}'{did_you_mean(options.paper, papers)}")
    test = _mock(options, library) if options.seed is None else _printed(options, library)
    _check_expected([*options.expect.split(","), options.code.partition(".")[2]], test)
    return test


def _mock(options: argparse.Namespace, library: Library) -> Test:
    seed = options.code.partition(".")[0]
    _check_seed(seed)
    return mock_test(library, library.mock_papers()[options.paper], seed)


def _printed(options: argparse.Namespace, library: Library) -> Test:
    _check_seed(options.seed)
    letters = options.sets.split(",")
    for letter in letters:
        if not (len(letter) == 1 and "A" <= letter <= "Z"):
            raise Unusable(f"expected a set named by one letter from A to Z, got '{letter}'")
    return printed_test(library, library.all_papers[options.paper], options.seed, letters)


def _chapters(options: argparse.Namespace, library: Library) -> Test:
    if options.seed is not None or options.expect:
        raise Unusable("expected the paper with --paper beside its seed or fingerprint, got none")
    if options.chapter is None:
        return chapter_test(library.course.title, library.banks.values())
    if options.chapter not in library.banks:
        hint = did_you_mean(options.chapter, library.banks)
        raise Unusable(f"expected the name of a published bank ({_known(library.banks)}), got '{options.chapter}'{hint}")
    bank = library.banks[options.chapter]
    return chapter_test(bank.title, [bank])


def _check_seed(seed: str) -> None:
    if not is_seed(seed):
        raise Unusable(f"expected a seed of 1 to 16 small letters, digits and hyphens, got '{seed}'")


def _check_expected(expected: list[str], test: Test) -> None:
    made = [form.fingerprint for form in test.forms]
    for each in filter(None, expected):
        if bare(each) not in map(bare, made):
            why = "the banks or the blueprint have changed since it was printed, or it was another paper, set or seed"
            raise Unusable(f"expected the paper {each}, got {', '.join(made)}: {why}")


def _known(names: Any) -> str:
    return ", ".join(names) or "none is there"


def _template(path: Path, test: Test) -> int:
    """Write the headings of a table: by number where the test has numbers, else by id. Raises Unusable."""
    if path.exists():
        raise Unusable(f"expected a new file for the empty table, got {path}, which is there already")
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(_headings(test))
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    print(path)
    return 0


def _headings(test: Test) -> Iterator[str]:
    yield from ("name", "set") if len(test.forms) > 1 else ("name",)
    for asked in test.forms[0].asked:
        for number, part in asked.named:
            name = number or part.id
            yield f"{name} marks" if part.ticks else name
            if part.reason_marks:
                yield f"{name} reason"
