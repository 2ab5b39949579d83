"""The shell around the pages as it is built: what belongs together, what leads on, what search sees, and the style sheet."""

import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

import shell_project
from quizbank.course import Topic
from quizbank.site.topics import topic_style

pytestmark = pytest.mark.site
BuildSite = Callable[..., Path]


class Links(HTMLParser):
    """The links of a page, by the name of the landmark they stand in: address, words and whether it is the page itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.found: dict[str, list[tuple[str, str, str]]] = {}
        self.link: tuple[str, str] | None = None
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in ("nav", "article"):
            self.inside.append(told.get("aria-label", tag))
        elif tag == "a":
            self.link, self.words = (told.get("href", ""), told.get("aria-current", "")), ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("nav", "article"):
            self.inside.pop()
        elif tag == "a" and self.link and self.inside:
            self.found.setdefault(self.inside[-1], []).append((self.link[0], " ".join(self.words.split()), self.link[1]))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def site(build_site: BuildSite) -> Path:
    """The small site in its shell."""
    return build_site(shell_project.FILES, SITE_URL="https://a.example/")


def links(site: Path, page: str) -> Mapping[str, list[tuple[str, str, str]]]:
    return Links((site / page / "index.html").read_text(encoding="utf-8")).found


def test_the_tabs_are_the_parts_that_begin_with_a_page_and_the_rest_stands_in_the_footer(site: Path) -> None:
    found = links(site, "outsourcing")
    assert found["Main"] == [("..", "Home", ""), ("../learn/", "Learn", "true")]
    assert found["About this site"] == [("../teachers/", "For teachers", "")]


def test_a_chapter_and_its_quiz_lead_to_each_other(site: Path) -> None:
    terms = ("./#key-terms", "Key terms", "")
    assert links(site, "words")["This chapter"] == [("./", "Read", "page"), ("../quiz/two-kinds/", "Quiz", ""), terms]
    there = ("../../words/#key-terms", "Key terms", "")
    assert links(site, "quiz/two-kinds")["This chapter"] == [("../../words/", "Read", ""), ("./", "Quiz", "page"), there]
    assert links(site, "outsourcing")["This chapter"] == [("./", "Read", "page"), ("../quiz/five-kinds/", "Quiz", "")]


def test_a_quiz_stands_in_the_navigation_as_its_chapter_and_has_no_row_of_its_own(site: Path) -> None:
    beside = links(site, "quiz/two-kinds")["Navigation"]
    assert ("../../words/", "2. Words", "true") in beside
    assert [address for address, _, _ in beside if "quiz/" in address] == []
    assert links(site, "quiz/two-kinds")["Main"][1] == ("../../learn/", "Learn", "true")


STEPS = {
    "": [("learn/", "Next Learn")],
    "learn": [("..", "Previous Home"), ("../outsourcing/", "Next 1. Outsourcing")],
    "outsourcing": [("../learn/", "Previous Learn"), ("../quiz/five-kinds/", "Next Quiz: Five kinds")],
    "quiz/five-kinds": [("../../outsourcing/", "Previous 1. Outsourcing"), ("../../words/", "Next 2. Words")],
    "words": [("../quiz/five-kinds/", "Previous Quiz: Five kinds"), ("../quiz/two-kinds/", "Next Quiz: Two kinds")],
    "mock-exams": [("../quizzes/", "Previous Chapter quizzes"), ("..", "Next Home")],
    "mock/small": [("../../mock-exams/", "Previous Mock tests"), ("../..", "Next Home")],
    "teachers": [("..", "Next Home")],
    "kinds": [("..", "Next Home")],
}


@pytest.mark.parametrize("page", STEPS)
def test_every_page_knows_its_next_step(site: Path, page: str) -> None:
    assert [(address, words) for address, words, _ in links(site, page)["Footer"]] == STEPS[page]


def test_a_part_of_the_site_lists_what_is_in_it_with_each_chapters_quiz(site: Path) -> None:
    listed = [(address, words) for address, words, _ in links(site, "learn")["article"]]
    assert listed == [
        ("../outsourcing/", "1. Outsourcing"),
        ("../quiz/five-kinds/", "Quiz"),
        ("../words/", "2. Words"),
        ("../quiz/two-kinds/", "Quiz"),
        ("../quizzes/", "Chapter quizzes"),
        ("../mock-exams/", "Mock tests"),
    ]
    text = (site / "learn/index.html").read_text(encoding="utf-8")
    assert '<p><span data-say="quizzes.purpose">Each chapter has a quiz.' in text  # what the page that it leads to is for


def test_the_list_of_quizzes_leads_to_each_of_them(site: Path) -> None:
    addresses = [address for address, _, _ in links(site, "quizzes")["article"]]
    assert addresses == ["../quiz/five-kinds/", "../outsourcing/", "../quiz/two-kinds/", "../words/"]


def test_an_address_that_is_not_there_leads_on(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert '<h1 data-say="shell.lost">Page not found</h1>' in text
    assert [address for address, _, _ in Links(text).found["article"]] == ["/.", "/learn/"]
    assert 'for="__query"><span data-say="shell.lost_search">Search the notes</span></label>' in text


def test_a_chapter_says_its_topic_by_word_number_and_look(site: Path) -> None:
    words, outsourcing = ((site / page / "index.html").read_text(encoding="utf-8") for page in ("words", "outsourcing"))
    assert (
        '<p class="site-place" data-topic="letters">Letters · <span data-say="shell.chapter" data-n="2">Chapter 2</span></p>'
        in words
    )
    assert '<p class="site-place"><span data-say="shell.chapter" data-n="1">Chapter 1</span></p>' in outsourcing
    assert words.count('data-topic="letters"') == 4  # the edge of the header, the place, the row, the navigation
    quiz = (site / "quiz/two-kinds/index.html").read_text(encoding="utf-8")
    assert (
        '<p class="site-place" data-topic="letters">Letters · <span data-say="shell.chapter" data-n="2">Chapter 2</span></p>'
        in quiz
    )


def test_search_finds_a_page_by_words_that_the_page_does_not_show(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    for words, page in (("full form", "words/"), ("MCQ", "quizzes/")):
        assert [doc["location"] for doc in docs if words in doc["text"]] == [page]
        text = (site / page / "index.html").read_text(encoding="utf-8")
        assert words not in text
        assert "data-found-by" not in text


def test_search_finds_the_pages_on_which_a_learner_practises(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    found = {doc["location"] for doc in docs}
    assert {"today/", "flashcards/", "progress/", "quizzes/", "mock-exams/", "mock/small/", "teachers/"} <= found


def test_the_style_sheet_holds_the_shell_and_the_topics_in_one_small_file(site: Path) -> None:
    (sheet,) = (site / "assets/stylesheets").glob("site-*.css")
    text = sheet.read_text(encoding="utf-8").partition(".md-header.site-header")[2]
    assert ".site-tabs" in text
    assert ".site-figure" in text
    assert re.search(r"--site-letters: ?#6b3fa0", text)
    assert "/*" not in text


def test_a_topic_without_colours_for_dark_pages_gets_some() -> None:
    style = topic_style({"acid": Topic(line="#aa0000", area="#ffeeee")})
    assert style == (
        ":root{--site-acid:#aa0000;--site-acid-soft:#ffeeee;}\n"
        '@media screen{[data-md-color-scheme="slate"]{--site-acid:color-mix(in srgb,#aa0000 40%,#fff);'
        "--site-acid-soft:color-mix(in srgb,#aa0000 40%,#000);}}\n"
        '[data-topic="acid"]{--topic:var(--site-acid);--topic-soft:var(--site-acid-soft);--topic-line:solid}\n'
    )
    assert topic_style({}) == ""
