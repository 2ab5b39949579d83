"""Files among the banks that nothing reads, though their author may think so: `plants.yml.txt`, `plants.yaml`, `plants.docx`."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizbank.model.bank import Bank
from quizbank.model.picture import FOLDER as PICTURES
from quizbank.papers.blueprint import FOLDER as PAPERS
from quizbank.problems.problem import Problem, bank_name, file_name, page_name
from quizbank.site.addresses import mock_page
from quizbank.texts.image_files import TYPES

# What may lie beside the banks: schemas, read-me files and licences, and what editors and file managers leave there.
_NO_BANK = re.compile(
    r"(^|/)[.~#]|~$|\.(md|schema\.json|bak|orig|rej|swp|tmp)$|(^|/)(Thumbs\.db|desktop\.ini)$|(^|/)__pycache__/"
    r"|(^|/)(readme|licen[cs]e|copying|notice|authors|changelog)(\.(txt|rst))?$",
    re.IGNORECASE,
)

# The endings that a text editor or a word processor gives to a bank.
_SAVED_AS_TEXT = re.compile(r"\.(txt|text|doc[a-z]?|odt|rtf)$", re.IGNORECASE)
_YAML = re.compile(r"\.ya?ml(\.[^/]*)?$", re.IGNORECASE)


def find_strays(quizzes: Path, root: Path) -> Iterator[Problem]:
    """Yield a problem for each file in the folder of the banks, at any depth, that is neither a bank nor a paper by its name.

    `root` is the folder that file names in messages start from.
    """
    for path in sorted(quizzes.rglob("*")):
        if not path.is_file() or _NO_BANK.search(path.relative_to(quizzes).as_posix()):
            continue
        if path.parent == quizzes / PICTURES and path.suffix.lower() in TYPES:
            continue
        if path.parent not in (quizzes, quizzes / PAPERS) or path.suffix != ".yml":
            yield _stray(path, quizzes, root)


def _stray(path: Path, quizzes: Path, root: Path) -> Problem:
    """Return an error for what was probably to be a bank or a paper, and a warning for any other file."""
    wanted = "expected banks at quizzes/NAME.yml and papers at quizzes/papers/NAME.yml"
    message = f"{wanted}, got '{path.relative_to(quizzes).as_posix()}'{_how_to_save(path)}"
    if _YAML.search(path.name) or _SAVED_AS_TEXT.search(path.name):
        return Problem(file_name(path, root), 1, "", message, breaks=_breaks(path, quizzes))
    return Problem(file_name(path, root), 1, "", message, severity="warning")


def unread_by(strays: Iterable[Problem]) -> dict[str, Problem]:
    """Return, by the name of the bank that a file of YAML would be, what is wrong with the file: the bank's page can say so."""
    start = bank_name("")
    meant = [stray for stray in strays if stray.breaks.startswith(start) and _YAML.search(stray.file)]
    return {stray.breaks.removeprefix(start): stray for stray in meant}


def _breaks(path: Path, quizzes: Path) -> str:
    """Return what a file outside its place would be, for `Problem.breaks`: a bank, or the page of a paper."""
    name = path.name.partition(".")[0]
    return page_name(mock_page(name)) if quizzes / PAPERS in path.parents else bank_name(name)


def _how_to_save(path: Path) -> str:
    if path.suffix == ".yml":
        return ""
    if _YAML.search(path.name):
        return f"; name it '{path.name.partition('.')[0]}.yml'"
    if _SAVED_AS_TEXT.search(path.name):
        return "; save it as plain text with the ending .yml, or keep it elsewhere"
    return "; if it is a bank or a paper, give it the ending .yml, otherwise keep it elsewhere"


def unused_pictures(quizzes: Path, root: Path, banks: Iterable[Bank], all_read: bool) -> Iterator[Problem]:
    """Yield a warning for each file in the folder of questions' pictures that no question shows.

    Where a bank or a question could not be read (`all_read` is false), nobody knows which ones are shown.
    """
    shown = {question.picture.file for bank in banks for question in bank.all_questions if question.picture}
    for path in sorted((quizzes / PICTURES).glob("[!.]*")):
        if all_read and path.suffix in TYPES and path.name not in shown:
            message = "expected a question that shows this picture, got none"
            yield Problem(file_name(path, root), 1, "", message, severity="warning")
