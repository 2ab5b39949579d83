"""A course in Hindi: its pages have the language, Hindi words on them, and no English word of the interface."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Page, expect

import small_project
from learner import loaded_again
from quizbank.strings.words import DEFAULT, Words, entries
from sites import Site

HINDI = Words("hi")
FILES = {**small_project.WITH_CARDS, "course.yml": f"{small_project.COURSE}language: hi\n"}
PAGES = ("index", "outsourcing", "quiz/five-kinds", "kinds", "about-questions", "teachers", "progress", "today")
# Whose words are still being brought into the catalogue, as elements of the pages.
TO_COME = ("quiz-set", "quiz-today", "quiz-progress", "quiz-flashcards", "quiz-mock")


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    return serve(FILES)


class Said(HTMLParser):
    """The texts inside elements that name a key of the catalogue, by that key."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._key = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._key = dict(attrs).get("data-say") or ""

    def handle_data(self, data: str) -> None:
        if self._key:
            self.texts.append((self._key, data))
            self._key = ""


def html_of(site: Site, name: str) -> str:
    path = site.folder / ("index.html" if name == "index" else f"{name}/index.html")
    return path.read_text(encoding="utf-8")


def shown_words(html: str) -> str:
    """Return the words of the article, without scripts, code, and what is still to come."""
    article = html[html.index("<article") : html.index("</article")]
    for name in ("script", "template", "code", "pre", *TO_COME):
        article = re.sub(rf"<{name}\b.*?</{name}>", " ", article, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", article)).split())


def english() -> Iterator[str]:
    """Yield the fixed pieces of English texts that are long enough to be told from the course's own words.

    The examples of kinds are an author's text, and say in English what a task of their kind says.
    """
    for entry in (entry for key, entry in entries(DEFAULT).items() if not key.startswith("kind.")):
        for form in [entry] if isinstance(entry, str) else entry.values():
            yield from (piece.strip() for piece in re.split(r"\{\w+\}", form) if len(piece.strip().split()) > 3)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_in_hindi(site: Site, name: str) -> None:
    html = html_of(site, name)
    assert re.search(r'<html lang="hi"', html)
    assert re.search(r"/words-hi-[0-9a-f]+\.css", html)
    for key, text in Said(html).texts:
        assert re.search("[\u0900-\u097f]", text) or key == "tests.no_negative", (key, text)
    words = shown_words(html)
    assert [piece for piece in english() if piece in words] == []


def test_buttons_and_verdicts_are_in_hindi(page: Page, site: Site) -> None:
    page.goto(site.quiz("five-kinds"))
    question = page.locator("#q-school-bus")
    question.get_by_label("Outsourcing").check()
    question.get_by_role("button", name=HINDI.say("question.check"), exact=True).click()
    expect(question.locator(".quiz-verdict")).to_contain_text(HINDI.say("question.correct"))
    expect(question.get_by_role("button", name=HINDI.say("question.try_again"), exact=True)).to_be_visible()


def test_a_learner_chooses_english_in_a_course_in_hindi(page: Page, site: Site) -> None:
    page.goto(site.page("progress"))
    with loaded_again(page):
        page.locator("quiz-language").get_by_role("button", name="English", exact=True).click()
    page.goto(site.quiz("five-kinds"))
    check = page.locator("#q-school-bus").get_by_role("button", name="Check", exact=True)
    expect(check).to_have_attribute("lang", "en")
    expect(page.locator("#q-school-bus .quiz-marks [data-say]")).to_have_text("1 mark")
