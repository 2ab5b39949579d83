"""What `quizbank pages` writes, built by Zensical, which runs no hooks, and used by a learner. `make zensical` runs this."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from course import library
from learner import Question
from mock_site import Mock
from places import ROOT
from player import choose, expect_step, on_bar, push
from quizbank.cli import main
from sites import Server, Site
from watch import OpenPage

BANK = next(iter(library().banks.values()))
CHAPTER = BANK.chapter.removesuffix(".md")
PAPER = next(iter(library().mock_papers().values()))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("zensical") / "plain"
    assert main(["pages", str(folder), "--root", str(ROOT)]) == 0
    build = [sys.executable, "-m", "zensical", "build", "--strict", "-f", "mkdocs.yml"]
    run = subprocess.run(build, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    server = Server(folder / "site")
    yield Site(folder / "site", server.url)
    server.stop()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A window that shows the theme's own navigation. Errors, and files that are missing, fail the test."""
    return open_page(viewport={"width": 1400, "height": 900})


def test_every_page_and_every_file_that_the_hooks_make_is_there(site: Site) -> None:
    made = {*site.pages()}
    course = library().course
    practice = {path.removesuffix(".md") for path in course.generated.practice.values()}
    quizzes = {f"quiz/{name}" for name in library().banks}
    tests = {f"mock/{name}" for name in library().mock_papers()}
    assert {f"{name}/index.html" for name in {*practice, *quizzes, *tests}} - made == set()
    assert {f"papers/{name}-set-a.html" for name in library().mock_papers()} - made == set()


def test_no_page_has_an_error_or_asks_for_what_is_not_there(page: Page, site: Site) -> None:
    for name in site.pages():
        if name != "404.html":
            page.goto(site.url + name.removesuffix("index.html"))
    page.wait_for_load_state("networkidle")


def test_the_question_on_the_home_page_gives_its_verdict(page: Page, site: Site) -> None:
    page.goto(site.url)
    expect(page.get_by_role("heading", level=1)).to_have_text(library().course.title)
    question = Question(page, str(page.locator("quiz-question").first.get_attribute("id")).removeprefix("q-"))
    question.root.get_by_role("radio").first.check()
    question.check_button.click()
    expect(question.verdict).to_be_visible()


def test_a_question_in_a_chapter_is_kept_over_a_reload(page: Page, site: Site) -> None:
    page.goto(site.page(CHAPTER))
    question = Question(page, str(page.locator("quiz-question").first.get_attribute("id")).removeprefix("q-"))
    question.button("I don’t know").click()
    expect(question.verdict).to_be_visible()
    page.reload()
    expect(question.verdict).to_be_visible()


def test_a_quiz_is_played_to_its_end(page: Page, site: Site) -> None:
    page.goto(site.page(f"quiz/{BANK.name}"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Quiz: {BANK.title}")
    choose(page, "quick")
    for step in range(1, 11):
        expect_step(page, step, 10)
        push(on_bar(page, "I don’t know"))
        push(on_bar(page, "Next" if step < 10 else "See result"))
    expect(page.get_by_role("heading", name="Your result")).to_be_visible()


def test_the_daily_review_begins_with_what_was_read(page: Page, site: Site) -> None:
    page.goto(site.page(CHAPTER))
    page.locator(".notes-end").scroll_into_view_if_needed()
    expect(page.locator(".notes-state")).to_have_text(re.compile("Reading"))
    page.goto(site.page("today"))
    page.get_by_role("button", name=re.compile(r"^Start \(")).click()
    expect(page.get_by_role("heading", name=re.compile("^Question 1 of "))).to_be_visible()


def test_a_mock_test_is_started(page: Page, site: Site) -> None:
    page.goto(site.page("mock-exams"))
    page.get_by_role("link", name=PAPER.title, exact=True).first.click()
    mock = Mock(page)
    mock.button("Start").click()
    expect(mock.heading).to_have_text(re.compile(r"^Question 1 of \d+, Section "))


def test_a_term_opens_its_card(page: Page, site: Site) -> None:
    page.goto(site.page(CHAPTER))
    word = page.locator("a.term").first
    anchor = str(word.get_attribute("href")).partition("#")[2]
    term = next(term for term in library().terms if term.anchor == anchor)
    word.click()
    expect(page.get_by_role("dialog", name=term.name)).to_contain_text(term.meaning)


def test_light_and_dark_are_chosen(page: Page, site: Site) -> None:
    page.goto(site.url)
    switch = page.locator("label[for^=__palette]:visible")
    switch.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    switch.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"


@pytest.mark.searches
def test_search_finds_a_section_and_no_answer_is_in_its_index(page: Page, site: Site) -> None:
    index = (site.folder / "search.json").read_text(encoding="utf-8")
    said = {question.id: question.explanation for bank in library().banks.values() for question in bank.all_questions}
    texts = " ".join(" ".join(entry["text"].split()) for entry in json.loads(index)["items"])
    assert [name for name, explanation in said.items() if explanation in texts] == []
    titles = [heading.title for heading in library().chapters[BANK.chapter].headings.values()]
    title = next(title for title in titles if re.match(r"\d+\.\d+ ", title))
    page.goto(site.url)
    page.locator(".md-search__button").first.click()
    page.get_by_role("textbox").or_(page.get_by_role("combobox")).first.fill(title.partition(" ")[2])
    expect(page.get_by_role("option", name=title).first).to_be_visible()
