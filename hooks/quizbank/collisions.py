"""Files of an author's that lie where the site puts something of its own, which would replace them without a word."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from quizbank import about, gallery, mocks, practice
from quizbank.blueprint import Blueprint
from quizbank.check import quiz_page
from quizbank.offline.worker import WORKER
from quizbank.problems import Problem, file_name

# Folders that are the site's alone, and what it puts there.
FOLDERS = {"assets/quiz/": "its scripts and styles", "papers/": "the papers to print"}

_PAGE_FILE = re.compile(r"\.(?:md|markdown|html)$")
_INDEX = re.compile(r"(?:^|/)(?:index|readme)$")


def made_files(banks: Iterable[str], papers: Mapping[str, Blueprint]) -> dict[str, str]:
    """Return the pages and files that the site makes, by path below the docs folder, each with what it is made from."""
    made = {quiz_page(name): f"the quiz of quizzes/{name}.yml" for name in banks}
    for path in practice.pages():
        made[path] = "a practice page"
    for path in mocks.pages(papers):
        made[path] = "a page of the mock exams"
    made[gallery.PAGE] = "the page of all kinds of question"
    made[about.PAGE] = "the page about the questions"
    made[WORKER] = "the script that keeps the site for reading offline"
    return made


def check_collisions(docs: Path, root: Path, files: Collection[str], made: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each of an author's `files` (paths below `docs`) that has the address of something that the site makes."""
    taken = {_address(path): path for path in made}
    for path in sorted(files):
        other = taken.get(_address(path))
        if other is not None:
            message = f"expected another file name, got that of {made[other]}, which the site makes as '{other}'"
            yield Problem(file_name(docs / path, root), 1, "", message)
        elif folder := next((folder for folder in FOLDERS if path.casefold().startswith(folder)), ""):
            message = f"expected another folder, got '{folder}', where the site puts {FOLDERS[folder]}"
            yield Problem(file_name(docs / path, root), 1, "", message)


def _address(path: str) -> str:
    """Return what pages of one address have in common: 'today.md', 'today/index.md' and 'Today.html' are one."""
    page = _PAGE_FILE.sub("", path.casefold())
    return path.casefold() if page == path.casefold() else _INDEX.sub("", page) or "index"
