"""The words of the languages that a learner may choose instead of the course's: scripts that bring them, and which a page names.

A file for each area of the catalogue, so that a page brings the areas that it says and no others. What every page shows by its
text alone, the names of the site's parts and what the theme says, is a file of its own.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from html import unescape

from quizbank.site import scripts
from quizbank.site.assets import Asset, alone, areas_in, joined, keys_in, language_sheet, named, source_of
from quizbank.site.minify import minified_closed_script
from quizbank.strings.words import Words, entries, languages

# On every page, so these come with what says them.
_EVERYWHERE = ("shell",)
# What the theme shows, and the titles of the pages that the site makes: the navigation has them as plain text.
_THEME, _TITLE = "theme", "title"
# What is longer is no name that stands on every page.
_LONGEST_NAME = 45
_TAG = re.compile(r"<[^>]*>")
_MOCK = "<quiz-mock"
_DECLARED = re.compile(r'data-words="([^"]*)"')


@cache
def words_script(language: str) -> Asset:
    """Return the script that says pages again in a language that is not the course's."""
    sheet = language_sheet(language)
    texts = "".join(_words_pushed(language, area) for area in _EVERYWHERE)
    known = f'{texts}const LANGUAGE = "{language}", SHEET = "{sheet.path if sheet else ""}";\n'
    return named(f"words-{language}", ".js", minified_closed_script(alone(known + joined(scripts.OTHER_LANGUAGE))))


@cache
def area_script(language: str, area: str) -> Asset:
    """Return the script that brings the words of one area of the catalogue."""
    return named(f"words-{language}-{area}", ".js", _words_pushed(language, area))


def _words_pushed(language: str, area: str) -> str:
    keys = (key for key in entries(language) if key.startswith(f"{area}."))
    return f'((globalThis.quizWords??={{}})["{language}"]??=[]).push({Words(language).table(keys)});\n'


def names_of(course: str, language: str) -> dict[str, str]:
    """Return what every page shows by its text alone, by that text in the language of the course."""
    known, other = Words(course), Words(language)
    return {known.say(key): other.say(key) for key in entries(language) if _is_name(key)}


def names_script(stem: str, language: str, names: Mapping[str, str]) -> Asset:
    """Return a script that brings names by their text in the language of the course."""
    text = json.dumps(names, ensure_ascii=False, separators=(",", ":"))
    return named(f"{stem}-{language}", ".js", f'Object.assign((globalThis.quizNames??={{}})["{language}"]??={{}},{text});\n')


def _is_name(key: str) -> bool:
    area, _, name = key.partition(".")
    return area == _THEME or (name == _TITLE and area in _pages())


@cache
def _pages() -> frozenset[str]:
    """Return the areas of the pages that the site makes: each says what its page is for."""
    keys = entries(Words().language)
    return frozenset(key.partition(".")[0] for key in keys if key.endswith((".purpose", ".counted", ".drawn")))


def areas_of(parts: Iterable[str]) -> set[str]:
    """Return the areas whose words the question script and some parts say."""
    return {*_areas(""), *(area for part in parts if part in scripts.PARTS for area in _areas(part))}


@cache
def _areas(part: str) -> frozenset[str]:
    """Return the areas of a part, or without its name, of the question script."""
    source = source_of(part) if part else joined(scripts.QUESTION)
    return frozenset(key.partition(".")[0] for key in keys_in(source))


class Names:
    """What pages show by its text alone, in one language: the names on every page, and the texts that some pages show.

    `texts` are the course's own, by what they stand for on its pages. Those `of_papers`, such as "Choose", are too common to be
    known on any page but that of a mock test.
    """

    def __init__(self, course: str, language: str, texts: Mapping[str, str], of_papers: Collection[str]) -> None:
        long = {text for text in texts if len(text) > _LONGEST_NAME}.difference(of_papers)
        everywhere = texts.keys() - long - set(of_papers)
        self._shown = [_pattern(text) for text in sorted(long)]
        self.everywhere = names_script("names", language, names_of(course, language) | _picked(texts, everywhere))
        self.long = names_script("texts", language, _picked(texts, long))
        self.papers = names_script("papers", language, _picked(texts, of_papers))

    def shown_in(self, html: str) -> list[Asset]:
        """Return what a whole page needs."""
        text = " ".join(unescape(_TAG.sub("", html)).split())
        long = [self.long] if any(pattern.search(text) for pattern in self._shown) else []
        return [self.everywhere, *long, *([self.papers] if _MOCK in html else [])]


def _picked(texts: Mapping[str, str], names: Collection[str]) -> dict[str, str]:
    return {text: other for text, other in texts.items() if text in names}


def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds a text on a page, where "#" stands for a number."""
    return re.compile(re.escape(text).replace(r"\#", r"\d[\d.,]*"))


class OtherLanguages:
    """The scripts of all languages but the course's.

    `course` is its language, and `texts` are its own names and texts in others: by language, and by what they stand for. Those
    `of_papers` stand on the pages of mock tests.
    """

    def __init__(self, course: str, texts: Mapping[str, Mapping[str, str]], of_papers: Collection[str] = ()) -> None:
        own = Words(course).language
        self._names = {each: Names(own, each, texts.get(each, {}), of_papers) for each in languages() if each != own}

    def assets(self) -> Iterator[Asset]:
        """Yield everything that some page may name."""
        for language, names in self._names.items():
            areas = sorted({key.partition(".")[0] for key in entries(language)} - {*_EVERYWHERE, _THEME})
            yield from (
                words_script(language),
                names.everywhere,
                names.long,
                names.papers,
                *(area_script(language, area) for area in areas),
            )

    def named_in(self, html: str) -> str:
        """Return a whole page whose scripts name the files that it needs, in the place of the areas that they have declared."""
        areas = areas_in(html)
        return _DECLARED.sub(lambda declared: self._attributes(areas | set(declared[1].split()), html), html)

    def _attributes(self, areas: set[str], html: str) -> str:
        return " ".join(
            f'data-words-{language}="{" ".join(asset.path for asset in self._files(language, areas, names.shown_in(html)))}"'
            for language, names in self._names.items()
        )

    def _files(self, language: str, areas: set[str], names: list[Asset]) -> list[Asset]:
        said = (area_script(language, area) for area in sorted(areas - {*_EVERYWHERE, _THEME}))
        return [words_script(language), *names, *said]
