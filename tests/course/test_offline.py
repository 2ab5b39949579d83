"""The whole site from a folder, by file:// addresses: reading, questions, search, and not one request to a host."""

import re

import pytest
from playwright.sync_api import Page, expect

from sites import Site
from watch import OpenPage

CHAPTER = "bpo-concept"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page that may request files and nothing else."""
    return open_page(only_files=True)


def _answer_first(page: Page) -> str:
    """Answer the first question on the page with its first option. Returns the verdict."""
    question = page.locator("quiz-question").first
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name="Check", exact=True).click()
    verdict = question.locator(".quiz-verdict")
    expect(verdict).to_have_text(re.compile(r"(Right|Not right)\. [01] of 1 mark\.$"))
    return verdict.inner_text()


def test_a_reader_goes_through_the_chapters_by_their_links(page: Page, offline_site: Site) -> None:
    page.goto(offline_site.page())
    page.get_by_role("article").get_by_role("link", name="2. BPO: the concept").click()
    expect(page).to_have_url(offline_site.page(CHAPTER))
    expect(page.get_by_role("heading", level=1)).to_have_text("2. BPO: the concept")
    page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Quiz: BPO: the concept").click()
    expect(page).to_have_url(offline_site.page(f"quiz/{CHAPTER}"))
    page.get_by_role("navigation", name="Footer").get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^3"))


def test_a_quiz_works_and_its_answers_survive_a_reload(page: Page, offline_site: Site) -> None:
    page.goto(offline_site.page(f"quiz/{CHAPTER}"))
    verdict = _answer_first(page)
    page.reload()
    expect(page.locator("quiz-question").first.locator(".quiz-verdict")).to_have_text(verdict)
    expect(page.locator("quiz-question").first.get_by_role("radio").first).to_be_checked()
    expect(page.locator(".quiz-notice")).to_have_count(0)


def test_the_link_of_a_question_opens_its_passage(page: Page, offline_site: Site) -> None:
    page.goto(offline_site.page(f"quiz/{CHAPTER}"))
    _answer_first(page)
    link = page.locator("quiz-question").first.get_by_role("link", name="Read again")
    title = link.inner_text().removeprefix("Read again: ")
    link.click()
    expect(page).to_have_url(re.compile(rf"/{CHAPTER}\.html#"))
    heading = page.get_by_role("article").get_by_role("heading", name=title, exact=True)
    expect(heading).to_be_in_viewport()
    assert page.url.endswith(f"#{heading.get_attribute('id')}")


def test_a_question_in_the_notes_works(page: Page, offline_site: Site) -> None:
    page.goto(offline_site.page(CHAPTER))
    _answer_first(page)


@pytest.mark.parametrize("start", ["", f"quiz/{CHAPTER}"])
def test_search_finds_a_word_and_its_result_opens_the_page(page: Page, offline_site: Site, start: str) -> None:
    page.goto(offline_site.page(start))
    page.get_by_role("textbox", name="Search").press_sequentially("payroll")
    results = page.locator(".md-search-result__link")
    expect(results.filter(has_text=re.compile("payroll", re.IGNORECASE))).not_to_have_count(0)
    results.first.click()
    expect(page).to_have_url(re.compile(r"^file://.*\.html\?h="))
    expect(page.get_by_role("article")).to_contain_text(re.compile("payroll", re.IGNORECASE))
