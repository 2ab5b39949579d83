"""axe finds nothing on any page, light or dark, answered or not, wide or narrow; and no page scrolls sideways."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from audit import overflow, violations
from sites import Site
from watch import OpenPage

QUIZ = "quiz/bpo-services"
CHAPTER = "bpo-services"
PHONE: ViewportSize = {"width": 360, "height": 800}
SIZES: dict[str, ViewportSize] = {"phone": PHONE, "desktop": {"width": 1280, "height": 800}}
SCHEMES = {"light": "default", "dark": "slate"}
ANSWER_ALL = """() => {
    for (const question of document.querySelectorAll("quiz-question")) {
        for (const control of question.querySelectorAll("fieldset :is(input, textarea, select)")) {
            if (control.type === "select-one") control.selectedIndex = 1;
            else if (control.type === "checkbox") control.checked = true;
            else if (control.type !== "radio") control.value = question.dataset.kind === "numeric" ? "17" : "some words";
            else if (!question.querySelector(`[name="${control.name}"]:checked`)) control.checked = true;
        }
        question.querySelector(".quiz-actions button").click();
    }
}"""


@pytest.fixture(params=SCHEMES)
def coloured_page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    """An empty page for a reader who prefers light, or dark."""
    return open_page(color_scheme=request.param)


def _scheme_is_as_wanted(page: Page) -> None:
    wanted = "slate" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)


def _answer_all(page: Page) -> None:
    """Answer every question with its first option, all boxes or some words, so that some are right, some partly, some wrong."""
    page.evaluate(ANSWER_ALL)
    expect(page.get_by_role("button", name="Check", exact=True)).to_have_count(0)
    for verdict in ("is-right", "is-wrong"):
        expect(page.locator(f".quiz-verdict.{verdict}")).not_to_have_count(0)


def _to_visit(names: list[str], page: Page) -> Iterator[str]:
    """Yield the pages to look at: all of them, but two of a sort where one template makes them, and of quizzes in dark."""
    seen: Counter[str] = Counter()
    light = page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    for name in names:
        sort = name.partition("/")[0]
        seen[sort] += 1
        if seen[sort] <= 2 or not (sort in {"papers", "mock"} or (sort == "quiz" and not light)):
            yield name


def test_axe_finds_nothing_on_any_page(coloured_page: Page, online_site: Site) -> None:
    found: list[str] = []
    names = online_site.pages()
    assert "404.html" in names
    assert len(names) >= 16
    for name in _to_visit(names, coloured_page):
        coloured_page.goto(online_site.url + name.removesuffix("index.html"))
        if not name.startswith("papers/"):  # what is to be printed is black on white
            _scheme_is_as_wanted(coloured_page)
        found += violations(coloured_page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_an_unanswered_quiz_on_a_phone(coloured_page: Page, online_site: Site) -> None:
    coloured_page.set_viewport_size(PHONE)
    coloured_page.goto(online_site.page(QUIZ))
    found = violations(coloured_page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_an_answered_quiz(coloured_page: Page, online_site: Site, size: str) -> None:
    coloured_page.set_viewport_size(SIZES[size])
    coloured_page.goto(online_site.page(QUIZ))
    _answer_all(coloured_page)
    for summary in coloured_page.locator("quiz-question summary:visible").all()[:6]:
        summary.click()
    expect(coloured_page.locator("quiz-question details[open]")).not_to_have_count(0)
    _scheme_is_as_wanted(coloured_page)
    found = violations(coloured_page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_the_small_quiz_with_every_kind_and_verdict(coloured_page: Page, small_site: Site) -> None:
    coloured_page.goto(small_site.page("quiz/five-kinds"))
    coloured_page.get_by_role("button", name="Check", exact=True).first.click()
    coloured_page.get_by_label("Your answer").fill("commerce")
    coloured_page.locator("#q-back-office-tasks").get_by_label("Payroll").check()
    for name in ("back-office-tasks", "first-letter"):
        coloured_page.locator(f"#q-{name}").get_by_role("button", name="Check").click()
    for kind in ("is-partly", "is-near"):
        expect(coloured_page.locator(f".quiz-verdict.{kind}")).to_be_visible()
    found = violations(coloured_page)
    coloured_page.locator("#q-school-bus").get_by_role("button", name="I don’t know").click()
    expect(coloured_page.locator(".quiz-verdict.is-unknown")).to_be_visible()
    found += violations(coloured_page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_while_searching(coloured_page: Page, online_site: Site, size: str) -> None:
    coloured_page.set_viewport_size(SIZES[size])
    coloured_page.goto(online_site.page())
    coloured_page.keyboard.press("/")
    expect(coloured_page.get_by_role("textbox", name="Search")).to_be_focused()
    found = violations(coloured_page)
    coloured_page.keyboard.type("payroll")
    expect(coloured_page.locator(".md-search-result__link").first).to_be_visible()
    expect(coloured_page.locator(".md-search-result__meta")).to_have_text(re.compile("matching document"))
    found += violations(coloured_page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_with_the_navigation_open_on_a_phone(coloured_page: Page, online_site: Site) -> None:
    coloured_page.set_viewport_size(PHONE)
    coloured_page.goto(online_site.page(CHAPTER))
    coloured_page.locator("header label[for=__drawer]").click()
    expect(coloured_page.locator(".md-sidebar--primary").get_by_role("link", name="2. BPO, the concept")).to_be_in_viewport()
    found = violations(coloured_page)
    assert not found, "\n".join(found)


def _overflow(page: Page) -> list[str]:
    """Return, for the widths of phones, by how much the page is wider than the window."""
    found = []
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 700})
        found += overflow(page)
    return found


def test_no_page_scrolls_sideways_on_a_phone(page: Page, online_site: Site) -> None:
    found: list[str] = []
    for name in online_site.pages():
        page.goto(online_site.url + name.removesuffix("index.html"))
        found += _overflow(page)
        if name.startswith("quiz/"):
            _answer_all(page)
            found += _overflow(page)
    assert not found, "\n".join(found)
