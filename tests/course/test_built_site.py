"""What stands in the files of a built site: weight, links, hosts, and what the search index does not tell."""

import gzip
import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml

from course import library
from places import ROOT
from policy_reader import refused
from quizbank.site.assets import all_assets, folder_assets
from sites import Site

pytestmark = pytest.mark.site

ASSETS = "assets/quiz/"
# The script that stands for the theme's is on every page, and brings that when somebody searches.
IN_THE_THEMES_PLACE = "search"
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the fast one, where it was built
BANKS = sorted((ROOT / "quizzes").glob("*.yml"))


class Document(HTMLParser):
    """One HTML file: its tags with their attributes."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def ids(self) -> list[str]:
        """Return every id in the order of the page."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def addresses(self, *tags: str) -> list[str]:
        """Return what the given tags point at."""
        return [attributes[key] for tag, attributes in self.tags if tag in tags for key in ("href", "src") if key in attributes]


@cache
def _document(site: Site, name: str) -> Document:
    return Document(site.folder / name)


def _documents(site: Site) -> dict[str, Document]:
    return {name: _document(site, name) for name in site.pages()}


def _assets_of(document: Document) -> list[str]:
    return [address for address in document.addresses("link", "script") if ASSETS in address]


@cache
def _questions(bank: Path) -> list[dict[str, Any]]:
    """Return the questions of a bank as they are written. Nobody may change them."""
    questions: list[dict[str, Any]] = yaml.load(bank.read_text(encoding="utf-8"), LOADER)["questions"]  # noqa: S506 - a safe one
    return questions


@pytest.fixture(scope="module", params=["online", "offline"])
def site(request: pytest.FixtureRequest) -> Site:
    """The real site, as for the web and as for a folder."""
    built: Site = request.getfixturevalue(f"{request.param}_site")
    return built


def test_pages_without_questions_and_words_of_the_glossary_carry_no_byte_of_ours(site: Site) -> None:
    for name, document in _documents(site).items():
        loaded = [address.rpartition("/")[2].partition("-")[0] for address in _assets_of(document)]
        of_theme = loaded.count(IN_THE_THEMES_PLACE)
        assert of_theme == ('class="md-header' in document.text), name
        loaded = [part for part in loaded if part != IN_THE_THEMES_PLACE]
        works = any(sign in document.text for sign in ("<quiz-question", "data-quiz-page", "<quiz-attempts"))
        has_terms = 'class="term"' in document.text
        has_figures = 'class="site-figure"' in document.text
        assert works == ("quiz" in loaded), name
        assert (works or has_terms) == ("question" in loaded), name
        assert has_figures == ("figures" in loaded), name
        folds = re.search(r'<(?:details|div) class="[^"]*\bsuccess\b', document.text)
        has_script = works or has_terms  # and in it what prints answers; else that is a script of its own beside the style sheet
        assert loaded.count("print") == (works or bool(folds)) + (bool(folds) and not has_script), name
        assert bool(loaded or of_theme) == (ASSETS in document.text), name
    lost = (site.folder / "404.html").read_text(encoding="utf-8")
    loads = re.findall(rf'src="[^"]*{ASSETS}(\w+)-', lost)
    assert loads == ["shell", IN_THE_THEMES_PLACE], "which says it in the chosen language"


def _zipped(text: str) -> int:
    """Return how many bytes travel of a file: compressed, as servers do."""
    return len(gzip.compress(text.encode(), compresslevel=6))


def _weight(files: Iterable[Path]) -> int:
    return sum(_zipped(file.read_text(encoding="utf-8")) for file in files)


def test_a_page_of_notes_with_questions_loads_at_most_8_kilobytes_of_script_and_style(site: Site) -> None:
    weighed = 0
    for name, document in _documents(site).items():
        notes = not name.startswith("kinds")  # which shows every kind, to authors
        if notes and "<quiz-question" in document.text and "<quiz-set" not in document.text:
            for_paper = {attributes.get("href") for _, attributes in document.tags if attributes.get("media") == "print"}
            addresses = [address for address in _assets_of(document) if address not in for_paper]  # fetched behind all others
            files = {site.folder / ASSETS / address.rpartition("/")[2] for address in addresses}
            themes = {file for file in files if file.name.startswith(f"{IN_THE_THEMES_PLACE}-")}
            assert _weight(files - themes) <= 8192, name
            assert 0 < _weight(themes) <= 2560, name  # where the theme's own would be 35 KB
            weighed += 1
    assert weighed >= len(BANKS)


def _later(document: Document) -> list[str]:
    """Return the files that a page fetches when it needs them, as seen from the site's root."""
    names = ("marking", "terms", "returning", "settings")
    named = [attributes.get(f"data-{name}", "") for _, attributes in document.tags for name in names]
    return [path for paths in named for path in paths.split()]


def test_what_a_page_fetches_later_is_there_and_is_not_fetched_before(site: Site) -> None:
    chapters = 0
    for name, document in _documents(site).items():
        later = _later(document)
        chapters += "<quiz-chapter" in document.text
        if "<quiz-chapter" in document.text:
            assert {path.rpartition("/")[2].partition("-")[0] for path in later} >= {"checking", "terms"}, name
        assert not [path for path in later if not (site.folder / path).is_file()], name
        at_once = {address.rpartition("/")[2] for address in _assets_of(document)}
        assert at_once.isdisjoint(path.rpartition("/")[2] for path in later), name
    assert chapters == len({bank.chapter for bank in library().banks.values()})


def test_the_numbers_of_a_chapter_agree_with_each_other_and_with_its_quiz(site: Site) -> None:
    for bank in library().banks.values():
        folder, quiz = bank.chapter.removesuffix(".md"), f"quiz/{bank.name}"
        files = (f"{name}.html" if site.flat else f"{name}/index.html" for name in (folder, quiz))
        chapter, page = (_document(site, file) for file in files)
        buttons = [int(number) for number in re.findall(r'data-say="chapter.practise" data-n="(\d+)"', chapter.text)]
        (end,) = re.findall(r"Take the quiz \((\d+) questions?, (\d+) min\)", chapter.text)
        (parts,) = [attributes["data-parts"].split() for tag, attributes in chapter.tags if tag == "quiz-chapter"]
        assert len(parts) == sum(buttons) == page.text.count("<quiz-question "), bank.name
        assert tuple(map(int, end)) == bank.quick, bank.name
        assert f'data-say="set.questions" data-n="{len(parts)}"' in page.text, bank.name
        assert f'data-say="question.marks" data-n="{bank.marks}"' in page.text, bank.name


def test_every_asset_is_named_by_its_content(site: Site) -> None:
    files = sorted((site.folder / ASSETS).iterdir())
    assert {f"assets/quiz/{file.name}" for file in files} > {asset.path for asset in all_assets()}
    fixed = {asset.path for asset in folder_assets("any")}  # what Firefox stored hangs on the name of the file
    for file in files:
        assert f"assets/quiz/{file.name}" in fixed or hashlib.sha256(file.read_bytes()).hexdigest()[:10] in file.name


def test_every_link_leads_to_a_page_and_a_place_that_are_there(site: Site) -> None:
    documents = _documents(site)
    ids = {name: set(document.ids()) for name, document in documents.items()}
    broken = []
    for name, document in documents.items():
        for address in document.addresses("a", "link", "script", "img"):
            target, fragment = urldefrag(urljoin(f"{site.url}{name}", address))
            if not target.startswith(site.url):
                continue
            file = unquote(target.removeprefix(site.url).partition("?")[0])
            file = f"{file}index.html" if file.endswith("/") or not file else file
            if not (site.folder / file).is_file() or (fragment and unquote(fragment) not in ids.get(file, set())):
                broken.append(f"{name}: {address}")
    assert broken == []


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    for name, document in _documents(site).items():
        ids = document.ids()
        assert len(ids) == len(set(ids)), f"{name}: {sorted({each for each in ids if ids.count(each) > 1})}"


def test_pages_load_nothing_from_another_host(site: Site) -> None:
    for name, document in _documents(site).items():
        loaded = document.addresses("link", "script", "img", "iframe", "source", "audio", "video", "object", "embed")
        away = [address for address in loaded if re.match(r"(?:[a-z]+:)?//", address) and not address.startswith(site.url)]
        assert away == [], name


def test_every_page_has_a_policy_that_allows_what_stands_in_it_and_nothing_else(site: Site) -> None:
    faults = {name: found for name, document in _documents(site).items() if (found := list(refused(document.text)))}
    assert faults == {}


def test_every_question_of_every_bank_is_on_its_quiz_page(site: Site) -> None:
    for bank in BANKS:
        name = f"quiz/{bank.stem}.html" if site.flat else f"quiz/{bank.stem}/index.html"
        ids = _document(site, name).ids()
        asked = _questions(bank)
        in_order = [one["id"] for question in asked for one in (question, *question.get("questions", []))]
        assert [each for each in ids if each.startswith("q-")] == [f"q-{question_id}" for question_id in in_order]


def _plain(text: str) -> str:
    """Return the words of a text, without the marks of HTML and of Markdown."""
    return " ".join(re.sub(r"[*`_]", "", html.unescape(re.sub(r"<[^>]+>", " ", text))).split())


REASONS = {"explanation", "hint", "why", "why_true", "why_false", "working", "common"}
CHOICES = {"options", "statements", "pairs", "spare", "steps", "items", "groups"}
ANSWERS = {"answers", "near_misses", "mistakes", "points", "bases"}


def _answers(question: dict[str, object]) -> Iterator[str]:
    """Yield what a question, or one inside a case, says about its answer: reasons, choices, accepted and model answers."""
    for key, value in question.items():
        if key in REASONS | CHOICES | ANSWERS or (key == "answer" and question["kind"] == "short-answer"):
            yield from _texts(value)
        elif key == "questions" and isinstance(value, list):
            for inner in value:
                yield from _answers(inner)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"correct", "misconception"}:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


@cache
def _texts_of_answers() -> frozenset[str]:
    return frozenset(_plain(text) for bank in BANKS for question in _questions(bank) for text in _answers(question))


@cache
def _notes() -> str:
    """Return the words of all notes, and those by which pages are found."""
    pages = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").rglob("*.md"))]
    sought = [word for words in library().course.found_by.values() for word in words]
    return _plain(" ".join([*pages, *sought]))


def test_the_search_index_holds_no_answer(site: Site) -> None:
    docs = json.loads((site.folder / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    indexed = _plain(" ".join(f"{doc['title']} {doc['text']}" for doc in docs))
    assert [
        chapter for chapter in library().chapters.values() if _plain(next(iter(chapter.headings.values())).title) not in indexed
    ] == []
    assert len(_texts_of_answers()) > sum(len(bank.questions) for bank in library().banks.values())
    assert [text for text in _texts_of_answers() if text in indexed and text not in _notes()] == []


def test_the_search_index_holds_no_explanation_and_no_reason_even_by_chance(site: Site) -> None:
    indexed = _plain((site.folder / "search/search_index.json").read_text(encoding="utf-8"))
    questions = [question for bank in BANKS for question in _questions(bank)]
    reasons = [option["why"] for question in questions for option in question.get("options", [])]
    told = [text for text in (*(question["explanation"] for question in questions), *reasons) if _plain(text) in indexed]
    assert told == []


def test_the_search_index_knows_quiz_pages_by_their_title_alone(site: Site) -> None:
    docs = json.loads((site.folder / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    quizzes = [doc for doc in docs if doc["location"].startswith("quiz/")]
    assert len(quizzes) == len(BANKS)
    assert {doc["text"] for doc in quizzes} == {""}
