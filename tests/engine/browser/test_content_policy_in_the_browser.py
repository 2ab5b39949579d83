"""The policy of the pages in a browser: nothing that the site does is refused, and what does not belong to it is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

import policy_site
from arriving import arrive
from learner import Question
from mock_site import Mock
from player import asked, choose
from sites import Build, Site
from until import until
from watch import OpenPage

pytestmark = pytest.mark.searches

TELL = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
  window.wasRefused = true;
  refused(`${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`);
});"""
# One of each type, at each depth.
ONLINE = [
    *("", "learn/", "words/", "quiz/two-kinds/", "kinds/", "quizzes/", "teachers/", "mock-exams/", "mock/small/"),
    *("papers/small-set-a.html", "papers/small-set-a-key.html", "404.html"),
]
FOLDER = ("index", "learn/index", "words", "quiz/two-kinds", "mock-exams", "mock/small", "papers/small-set-a")


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The site on the web."""
    return serve(policy_site.FILES)


def watched(page: Page) -> list[str]:
    """Return what the policy will have refused in this page and those after it."""
    refused: list[str] = []
    page.expose_function("refused", lambda told: refused.append(told))
    page.add_init_script(TELL)
    return refused


def changes_its_colours(page: Page) -> None:
    """Choose dark colours by hand, and see them again when the page is loaded."""
    for _ in range(2):  # the choices on the way to dark
        page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def finds_its_way(page: Page) -> None:
    """Search for a word of another page, and go there."""
    page.get_by_role("textbox", name="Search").press_sequentially("judgement")
    page.locator(".md-search-result__link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Outsourcing")


@pytest.mark.parametrize("swaps", [False, True])
def test_a_way_through_the_site_is_refused_nothing(open_page: OpenPage, serve: Callable[..., Site], swaps: bool) -> None:
    site = serve(policy_site.SWAPPING if swaps else policy_site.FILES)
    comes = arrive if swaps else Page.goto
    page = open_page(service_workers="allow")
    refused = watched(page)
    page.goto(site.page())
    until(page, "navigator.serviceWorker.controller?.state === 'activated'")
    changes_its_colours(page)
    comes(page, site.page())
    page.evaluate("window.stayed = true")
    follow(page, "Main", "Learn", "Learn")
    page.get_by_role("article").get_by_role("link", name="2. Words", exact=True).click()
    expect(page.locator("#shown")).to_have_text("Shown.")  # by the page's own script
    expect(page.locator("#shown")).to_have_css("color", "rgb(1, 2, 3)")
    follow(page, "This chapter", "Quiz", "Quiz: Two kinds")
    choose(page)
    asked(page)
    comes(page, site.page("mock-exams"))
    page.evaluate("window.stayed = true")
    page.get_by_role("article").get_by_role("link", name="Small paper").first.click()
    page.get_by_role("button", name="Start").first.click()
    Mock(page).asked()
    assert page.evaluate("window.stayed === true") is swaps
    page.goto(site.page("words"))
    finds_its_way(page)
    assert refused == []


def follow(page: Page, landmark: str, name: str, title: str) -> None:
    """Go to a page by a link in one part of this one."""
    page.get_by_role("navigation", name=landmark).get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_no_type_of_page_is_refused_anything(page: Page, site: Site) -> None:
    refused = watched(page)
    for address in ONLINE:
        page.goto(site.url + address)
        page.wait_for_load_state()
    assert refused == []


def test_in_a_folder_pages_work_and_are_refused_nothing(open_page: OpenPage, build_site: Build) -> None:
    folder = build_site(policy_site.FILES, offline=True)
    page = open_page(only_files=True)
    refused = watched(page)
    for name in FOLDER:
        page.goto(f"{folder.as_uri()}/{name}.html")
        page.wait_for_load_state()
    page.goto(f"{folder.as_uri()}/quiz/two-kinds.html#all")
    Question(page, "last-letter").answer("False")
    changes_its_colours(page)
    finds_its_way(page)
    assert refused == []


STRANGE = {
    "script-src-attr: inline": "<img src=data:, onerror='window.ran = true'>",
    "img-src: https://a.example/x.png": "<img src=https://a.example/x.png>",
    "style-src-attr: inline": "<p style='color: red'>Red</p>",
    "frame-src: https://a.example": "<iframe src=https://a.example/></iframe>",
}


@pytest.mark.parametrize("told", STRANGE)
def test_what_does_not_belong_to_the_site_is_refused(browser: Browser, site: Site, told: str) -> None:
    with browser.new_context() as context:  # its errors are meant
        page = context.new_page()
        refused = watched(page)
        page.goto(site.page("words"))
        page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", STRANGE[told])
        until(page, "window.wasRefused")
        assert [each.partition(" (")[0] for each in refused] == [told]
        assert page.evaluate("window.ran === undefined")
