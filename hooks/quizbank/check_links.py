"""Where links lead: in pages of the notes, and in the texts of banks."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from quizbank.chapters import Chapter
from quizbank.model import Bank, Objective, Question
from quizbank.page_links import typed_links
from quizbank.problems import Problem, did_you_mean
from quizbank.text import OUTSIDE_ADDRESS, PAGE_ADDRESS

Pages = Mapping[str, Collection[str]]


def page_links(chapter: Chapter, pages: Pages, files: Collection[str]) -> Iterator[Problem]:
    """Yield the links of a page that lead nowhere. `pages` has the ids of each page; `files` are other files of docs/."""
    for link in chapter.links:
        message = _link_fault(chapter.path, link.target, pages, files)
        if message:
            yield Problem(chapter.file, link.line, "link", message)


def bank_links(bank: Bank, pages: Pages, files: Collection[str]) -> Iterator[Problem]:
    """Yield the links in a bank's texts that lead nowhere. They start from the docs folder."""
    parts: list[tuple[tuple[str | int, ...], Objective | Question]] = [
        *((("objectives", index), objective) for index, objective in enumerate(bank.objectives)),
        *((bank.positions[question.id], question) for question in bank.questions),
    ]
    for place, part in parts:
        for keys, address in typed_links(part):
            if message := _bank_link_fault(address, pages, files):
                yield Problem(bank.file, bank.source.of((*place, *keys)), f"{part.id}: link", message)


def _bank_link_fault(address: str, pages: Pages, files: Collection[str]) -> str:
    if OUTSIDE_ADDRESS.match(address):
        return ""
    if PAGE_ADDRESS.fullmatch(address):
        return _link_fault("", address, pages, files)
    return f"expected an address such as 'https://…' or a page such as 'bpo-concept.md#front-office', got '{address}'"


def _link_fault(home: str, target: str, pages: Pages, files: Collection[str]) -> str:
    """Return what is wrong with a link on the page `home` ('' for none), or ''."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return f"expected an address, got '{target}'"
    if parts.scheme or parts.netloc:
        return ""
    path = home
    if parts.path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(home), unquote(parts.path)))
    if path not in pages:
        hint = did_you_mean(path, [*pages, *files])
        return "" if path in files else f"expected a file in docs/, got '{target}'{hint}"
    if parts.fragment and parts.fragment not in pages[path]:
        hint = did_you_mean(parts.fragment, pages[path])
        return f"expected the id of a heading in {path}, got '{parts.fragment}'{hint}"
    return ""
