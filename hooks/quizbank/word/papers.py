"""Writes the sheets of question papers as Word files. The library that makes them is imported only when one is made."""

import re
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

from quizbank.problems.advice import installing
from quizbank.sheets.layout import LARGE_SIZE, NORMAL_SIZE, Layout
from quizbank.strings.words import Words

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HELP = f"Word files need the package '{{name}}', which is not installed: run once: {installing('exchange')}"


class WordError(Exception):
    """A Word file cannot be made; the message says why and what to do."""


class Document(NamedTuple):
    """A sheet as a whole HTML document, and the name of its files without their ending."""

    name: str
    html: str


def write_word(documents: Sequence[Document], out: Path, words: Words, layout: Layout, tell: Callable[[str], None]) -> None:
    """Write the files into a folder; `tell` is called with each. Raises WordError where the library is missing."""
    try:
        from quizbank.word.document import word_file
        from quizbank.word.package import PAGE, PAGES, Sheet
    except ImportError as error:
        raise WordError(_HELP.format(name=error.name)) from error
    out.mkdir(parents=True, exist_ok=True)
    foot, size = words.say("paper.page", page=PAGE, pages=PAGES), LARGE_SIZE if layout.large else NORMAL_SIZE
    for number, document in enumerate(documents, 1):
        path = out / f"{document.name}.docx"
        title = title_of(document.html)
        path.write_bytes(word_file(document.html, Sheet(title, words.language, _parted(title), foot, size), layout.separate))
        tell(f"{number} of {len(documents)}: {path}")


def title_of(html: str) -> str:
    """Return the title of a whole HTML document."""
    found = _TITLE.search(html)
    return " ".join(unescape(found[1]).split()) if found else ""


def _parted(title: str) -> tuple[str, str]:
    """Return what a sheet is called, and behind the comma which set and paper it is."""
    name, _, label = title.partition(", ")
    return name, label
