"""Pages whose scripts do not come, or break: the learner is told, and everything else works."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from learner import Question
from sites import Site
from watch import OpenPage

WORDS = re.compile("Part of this page didn’t load. Reload the page.")


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(browser_may_tell="Failed to load resource")


def _note(page: Page) -> Locator:
    return page.get_by_role("alert").filter(has_text=WORDS)


def _lose(page: Page, script: str) -> None:
    """Answer requests for a script of ours as a host does that does not have it."""
    page.route(re.compile(rf"/assets/quiz/{script}-"), lambda route: route.fulfill(status=404, body="Not found"))


def _break(page: Page, script: str, text: str) -> None:
    """Put other text behind the name of a script."""

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body=text)

    page.route(re.compile(rf"/assets/quiz/{script}-"), answer)


def _opens_its_answer(question: Locator) -> None:
    """Say that a question that did not start shows its answer all the same."""
    question.get_by_text("Answer and explanation").click()
    expect(question.locator(".quiz-explanation")).to_be_visible()


def test_a_page_on_which_everything_starts_shows_no_note(page: Page, small_site: Site) -> None:
    page.goto(small_site.quiz("two-kinds"))
    expect(page.get_by_role("button", name="Check", exact=True)).to_have_count(2)
    page.wait_for_load_state()
    expect(page.locator(".quiz-not-started")).to_have_count(1)
    expect(page.locator(".quiz-not-started")).to_be_hidden()


def test_a_question_whose_marking_does_not_come_says_so_and_the_others_work(page: Page, small_site: Site) -> None:
    _lose(page, "fill-in")
    page.goto(small_site.quiz("two-kinds"))
    expect(_note(page)).to_be_visible()
    lost = page.locator("#q-middle-letter")
    expect(lost.locator("xpath=preceding-sibling::*[1]")).to_have_class(re.compile("quiz-not-started"))
    _opens_its_answer(lost)
    Question(page, "last-letter").answer("False")
    expect(page.locator(".quiz-score")).to_have_text("Answered: 1 of 2. Marks so far: 1 of 1.")


def test_a_quiz_whose_result_does_not_come_says_so_and_its_questions_work(page: Page, small_site: Site) -> None:
    _lose(page, "schedule")  # which the result waits for
    page.goto(small_site.quiz("two-kinds"))
    expect(_note(page)).to_be_visible()
    Question(page, "last-letter").answer("False")
    expect(Question(page, "last-letter").verdict).to_have_text("✓ Correct. 1 of 1 mark.")


def test_without_the_script_that_starts_all_others_the_page_says_so(page: Page, small_site: Site) -> None:
    page.route(re.compile("/assets/quiz/question-"), lambda route: route.abort("blockedbyclient"))
    page.goto(small_site.quiz("two-kinds"))
    expect(_note(page)).to_be_visible()
    _opens_its_answer(page.locator("#q-last-letter"))


@pytest.mark.parametrize(
    ("script", "text"), [("set", "throw new Error('broken');"), ("fill-in", "this is no script"), ("attempt", "// empty")]
)
def test_a_script_that_breaks_or_says_nothing_is_told_of(browser: Browser, small_site: Site, script: str, text: str) -> None:
    with browser.new_context() as context:  # its errors are meant
        page = context.new_page()
        _break(page, script, text)
        page.goto(small_site.quiz("two-kinds"))
        expect(_note(page)).to_be_visible()
        Question(page, "last-letter").answer("False")
        expect(Question(page, "last-letter").verdict).to_have_text("✓ Correct. 1 of 1 mark.")


def test_a_page_that_is_swapped_in_without_one_of_its_scripts_says_so(page: Page, swapping_site: Site) -> None:
    page.goto(swapping_site.page())
    _lose(page, "set")
    link = page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Quiz: Two kinds", exact=True)
    link.click()
    expect(_note(page)).to_be_visible()
    Question(page, "last-letter").answer("False")
    expect(Question(page, "last-letter").verdict).to_have_text("✓ Correct. 1 of 1 mark.")


def test_a_practice_page_that_does_not_start_says_so_and_names_what_works(page: Page, small_site: Site) -> None:
    _lose(page, "catalogue")
    page.goto(small_site.page("today"))
    expect(_note(page)).to_be_visible()
    expect(page.get_by_text("This page needs JavaScript. The list of all quizzes works without it.")).to_be_visible()
