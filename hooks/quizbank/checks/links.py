"""Where links lead and pictures come from: in pages of the notes, and in the texts of banks."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self
from urllib.parse import unquote, urlsplit

from quizbank.model.bank import Bank, Objective, once
from quizbank.model.question import Question
from quizbank.notes.chapters import Chapter, PictureLink
from quizbank.notes.page_links import typed_links
from quizbank.notes.pictures import picture_path
from quizbank.problems.problem import Problem, bank_name, did_you_mean, page_name
from quizbank.site.addresses import quiz_page
from quizbank.texts.image_files import ImageFile, NoPicture
from quizbank.texts.inline import OUTSIDE_ADDRESS, PAGE_ADDRESS

Place = tuple[str | int, ...]

_SITE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class Page(NamedTuple):
    """The ids that links to a page may name, and those of them that an author wrote: no other is suggested."""

    anchors: frozenset[str]
    written: tuple[str, ...]

    @classmethod
    def of(cls, written: Sequence[str], made: Iterable[str] = ()) -> Self:
        """Return a page with ids that were written and others that were made from the words of headings."""
        return cls(frozenset([*written, *made]), tuple(written))


Pages = Mapping[str, Page]


class _Fault(NamedTuple):
    """What is wrong with a link: the sentence, what the link needs ('page plants.md', or ''), and whether that is missing."""

    message: str
    thing: str = ""
    missing: bool = False

    def problem(self, file: str, line: int, where: str) -> Problem:
        return Problem(
            file,
            line,
            where,
            self.message,
            breaks=self.thing if self.missing else "",
            needs=(self.thing,) if self.thing else (),
        )


def page_links(chapter: Chapter, pages: Pages, files: Collection[str]) -> Iterator[Problem]:
    """Yield the links of a page that lead nowhere. `pages` has the ids of each page; `files` are other files of docs/."""
    for link in chapter.links:
        fault = _link_fault(chapter.path, link.target, pages, files)
        if fault:
            yield fault.problem(chapter.file, link.line, "link")


def bank_links(bank: Bank, pages: Pages, files: Collection[str]) -> Iterator[Problem]:
    """Yield the links in a bank's texts that lead nowhere. They start from the docs folder."""
    for part, place, address in _links(bank):
        if fault := _bank_link_fault(address, pages, files):
            yield fault.problem(bank.file, bank.source.of(place), f"{part}: link")


@once
def _links(bank: Bank) -> list[tuple[str, Place, str]]:
    """Return the links in a bank's texts: the id of what holds each, the keys that lead to the text, and the address."""
    parts: list[tuple[Place, Objective | Question]] = [
        *((("objectives", index), objective) for index, objective in enumerate(bank.objectives)),
        *((bank.positions[question.id], question) for question in bank.questions),
    ]
    return [(part.id, (*place, *keys), address) for place, part in parts for keys, address in typed_links(part)]


def _bank_link_fault(address: str, pages: Pages, files: Collection[str]) -> _Fault | None:
    if OUTSIDE_ADDRESS.match(address):
        return None
    if PAGE_ADDRESS.fullmatch(address):
        return _link_fault("", address, pages, files)
    return _Fault(f"expected an address such as 'https://…' or a page such as 'plants.md#leaves', got '{address}'")


def _link_fault(home: str, target: str, pages: Pages, files: Collection[str]) -> _Fault | None:
    """Return what is wrong with a link on the page `home` ('' for none), or None."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return _Fault(f"expected an address, got '{target}'")
    if parts.scheme or parts.netloc:
        return None
    path = home
    if parts.path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(home), unquote(parts.path)))
    if path not in pages:
        message = f"expected a file in docs/, got '{target}'"
        return None if path in files else _Fault(message + did_you_mean(path, [*pages, *files]), _thing(path), missing=True)
    if parts.fragment and parts.fragment not in pages[path].anchors:
        hint = did_you_mean(parts.fragment, pages[path].written)
        return _Fault(f"expected the id of a heading in {path}, got '{parts.fragment}'{hint}", _thing(path))
    return None


def _thing(path: str) -> str:
    """Return what a link to a path needs, for `Problem.needs`: the page, or the bank that it is made from."""
    name = posixpath.basename(path).removesuffix(".md")
    return bank_name(name) if path == quiz_page(name) else page_name(path)


def check_pictures(chapters: Mapping[str, Chapter], files: Mapping[str, ImageFile | NoPicture]) -> Iterator[Problem]:
    """Yield what is wrong with the pictures of the notes. A file that is missing is reported as a link that leads nowhere."""
    for chapter in chapters.values():
        for picture in chapter.pictures:
            path = picture_path(chapter.path, picture.target)  # without one, its address is reported as a link's
            faults = _faults(picture, files.get(path)) if path else ()
            yield from (Problem(chapter.file, picture.line, "picture", message) for message in faults)


def _faults(picture: PictureLink, file: ImageFile | NoPicture | None) -> Iterator[str]:
    if picture.alt is None:
        yield "expected a picture as ![what it shows](assets/name.png), got its address elsewhere"
        return
    if not picture.alt.strip():
        yield f"expected words between '![' and ']' for readers who cannot see '{picture.target}', got none"
    if _SITE.match(picture.target):
        yield f"expected a picture in docs/, got the address of another site, '{picture.target}'"
    elif isinstance(file, NoPicture):
        yield str(file)
