"""axe finds nothing on the pages of this course, light or dark, answered or not, wide or narrow; and no page scrolls sideways."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from audit import overflow, violations, violations_of_colour, violations_of_structure
from course import library
from sites import Site
from watch import OpenPage

NAME = max(library().banks, key=lambda name: len({question.kind for question in library().banks[name].questions}))
QUIZ, CHAPTER = f"quiz/{NAME}", library().banks[NAME].chapter.removesuffix(".md")
TITLE = next(iter(library().chapters[library().banks[NAME].chapter].headings.values())).title
WORD = max(re.findall(r"[a-z]{4,}", TITLE.lower()), key=len)
PHONE: ViewportSize = {"width": 360, "height": 800}
SIZES: dict[str, ViewportSize] = {"phone": PHONE, "desktop": {"width": 1280, "height": 800}}
SCHEMES = ("light", "dark")
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


def test_no_page_breaks_a_rule_of_structure_or_scrolls_sideways_on_a_narrow_phone(page: Page, online_site: Site) -> None:
    """Names, roles, labels, ids, headings: on every page that somebody wrote, and of those that are made on one of each sort.

    They do not hang on the colours, so one scheme shows them.
    """
    names = online_site.pages()
    assert "404.html" in names
    assert len(names) > len(library().chapters) + len(library().banks)
    written = {online_site.page(path.removesuffix(".md").removesuffix("index").rstrip("/")) for path in library().chapters}
    made = {online_site.url + name.removesuffix("index.html") for name in _one_of_each(online_site)}
    page.set_viewport_size({"width": 320, "height": 800})
    found: list[str] = []
    for url in (online_site.url + name.removesuffix("index.html") for name in names):
        page.goto(url)
        found += overflow(page)
        if url in written | made:
            found += violations_of_structure(page)
        if "/quiz/" in url:
            _answer_all(page)
            found += overflow(page)
    assert not found, "\n".join(found)


def test_no_style_sheet_keeps_a_page_upright(page: Page, online_site: Site) -> None:
    page.goto(online_site.quiz(NAME))
    found = Axe().run(page, options={"runOnly": ["css-orientation-lock"]}).response
    assert [rule["id"] for rule in found["passes"]] == ["css-orientation-lock"], found["violations"]


CLASSES = re.compile(r"""\bclass=["']?([^"'>]+)""")


def _one_of_each(site: Site) -> list[str]:
    """Return as few pages as hold every class that an element of the site has: so every component that has colours."""
    holds = {name: {each for found in CLASSES.findall(_html(site, name)) for each in found.split()} for name in site.pages()}
    wanted = set().union(*holds.values())
    chosen: list[str] = []
    while wanted:
        chosen.append(max(sorted(holds), key=lambda name: (len(holds[name] & wanted), -len(_html(site, name)))))
        wanted -= holds[chosen[-1]]
    return chosen


def _html(site: Site, name: str) -> str:
    return (site.folder / name).read_text(encoding="utf-8")


def test_axe_finds_no_weak_contrast_on_pages_that_hold_every_component(coloured_page: Page, online_site: Site) -> None:
    found: list[str] = []
    for name in _one_of_each(online_site):
        coloured_page.goto(online_site.url + name.removesuffix("index.html"))
        if not name.startswith("papers/"):  # what is to be printed is black on white
            _scheme_is_as_wanted(coloured_page)
        found += violations_of_colour(coloured_page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_an_answered_quiz(coloured_page: Page, online_site: Site) -> None:
    """Light on a phone, dark on a desktop: no colour of a question hangs on the width."""
    light = coloured_page.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
    coloured_page.set_viewport_size(SIZES["phone" if light else "desktop"])
    coloured_page.goto(online_site.quiz(NAME))
    _answer_all(coloured_page)
    for summary in coloured_page.locator("quiz-question summary:visible").all()[:6]:
        summary.click()
    expect(coloured_page.locator("quiz-question details[open]")).not_to_have_count(0)
    _scheme_is_as_wanted(coloured_page)
    found = violations(coloured_page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_while_searching(coloured_page: Page, online_site: Site, size: str) -> None:
    coloured_page.set_viewport_size(SIZES[size])
    coloured_page.goto(online_site.page())
    coloured_page.keyboard.press("/")
    expect(coloured_page.get_by_role("textbox", name="Search")).to_be_focused()
    found = violations(coloured_page)
    coloured_page.keyboard.type(WORD)
    expect(coloured_page.locator(".md-search-result__link").first).to_be_visible()
    expect(coloured_page.locator(".md-search-result__meta")).to_have_text(re.compile("pages? found"))
    found += violations(coloured_page)
    assert not found, "\n".join(found)


def test_on_a_phone_every_chapter_and_its_quiz_are_two_taps_away(page: Page, online_site: Site) -> None:
    page.set_viewport_size(PHONE)
    for bank in library().banks.values():
        for address in map(online_site.page, (bank.chapter.removesuffix(".md"), f"quiz/{bank.name}")):
            page.goto(online_site.page("glossary"))
            page.get_by_role("navigation", name="Main").get_by_role("link", name="Learn").click()
            page.locator(f"article a[href='{address}']").click()
            expect(page).to_have_url(address)
