"""axe finds nothing on the pages of this course, light or dark, answered or not, wide or narrow; and no page scrolls sideways."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from audit import load_axe, overflow, violations, violations_of_colour, violations_of_structure
from course import library
from sites import Site
from watch import OpenPage

NAME = max(library().banks, key=lambda name: len({question.kind for question in library().banks[name].questions}))
QUIZ, CHAPTER = f"quiz/{NAME}", library().banks[NAME].chapter.removesuffix(".md")
TITLE = next(iter(library().chapters[library().banks[NAME].chapter].headings.values())).title
WORD = max(re.findall(r"[a-z]{4,}", TITLE.lower()), key=len)
PHONE: ViewportSize = {"width": 360, "height": 800}
SIZES: dict[str, ViewportSize] = {"phone": PHONE, "desktop": {"width": 1280, "height": 800}}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
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
OPEN_ALL = """() => {
    for (const part of document.querySelectorAll("quiz-question :is([hidden], details)")) {
        part.hidden = false;
        part.open = true;
    }
}"""


@pytest.fixture(params=SCHEMES)
def coloured_page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    """An empty page for a reader who prefers light, or dark."""
    return open_page(color_scheme=request.param)


def _prefers_light(page: Page) -> bool:
    return bool(page.evaluate("matchMedia('(prefers-color-scheme: light)').matches"))


def _scheme_is_as_wanted(page: Page) -> None:
    wanted = "default" if _prefers_light(page) else "slate"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)


def _answer_all(page: Page) -> None:
    """Answer every question with its first option, all boxes or some words, so that some are right, some partly, some wrong."""
    page.evaluate(ANSWER_ALL)
    expect(page.get_by_role("button", name="Check", exact=True)).to_have_count(0)
    for verdict in ("is-right", "is-wrong"):
        expect(page.locator(f".quiz-verdict.{verdict}")).not_to_have_count(0)


def _narrow_pages(page: Page, site: Site) -> Iterator[str]:
    """Open every page of the site on a narrow phone. Yields its path."""
    page.set_viewport_size({"width": 320, "height": 800})
    names = site.pages()
    assert "404.html" in names
    assert len(names) > len(library().chapters) + len(library().banks)
    for name in names:
        page.goto(_address(site, name))
        yield name


def test_no_page_scrolls_sideways_on_a_narrow_phone(page: Page, online_site: Site) -> None:
    """Nor a quiz that shows all that it can say of each question, nor one that was answered."""
    found: list[str] = []
    for name in _narrow_pages(page, online_site):
        found += overflow(page)
        if name.startswith("quiz/"):
            page.evaluate(OPEN_ALL)
            found += overflow(page)
        if name.startswith(QUIZ):
            _answer_all(page)
            found += overflow(page)
    assert not found, "\n".join(found)


@pytest.mark.thorough
def test_no_page_breaks_a_rule_of_structure_on_a_narrow_phone(page: Page, online_site: Site) -> None:
    """Names, roles, labels, ids, headings: of every page, while the test below looks at as few as hold every component."""
    found = [one for _ in _narrow_pages(page, online_site) for one in violations_of_structure(page)]
    assert not found, "\n".join(found)


def test_no_style_sheet_keeps_a_page_upright(page: Page, online_site: Site) -> None:
    page.goto(online_site.quiz(NAME))
    load_axe(page)
    found = page.evaluate("options => axe.run(document, options)", {"runOnly": ["css-orientation-lock"]})
    assert [rule["id"] for rule in found["passes"]] == ["css-orientation-lock"], found["violations"]


CLASSES = re.compile(r"""\bclass=["']?([^"'>]+)""")
ELEMENTS = re.compile(r"<[a-z][a-z0-9-]*")


def _one_of_each(site: Site) -> list[str]:
    """Return as few pages as hold every element and every class that the site has: so every component."""
    holds = {name: _components(_html(site, name)) for name in site.pages()}
    wanted = set().union(*holds.values())
    chosen: list[str] = []
    while wanted:
        chosen.append(max(sorted(holds), key=lambda name: (len(holds[name] & wanted), -len(_html(site, name)))))
        wanted -= holds[chosen[-1]]
    return chosen


def _components(html: str) -> set[str]:
    return {each for found in CLASSES.findall(html) for each in found.split()} | set(ELEMENTS.findall(html))


@cache
def _html(site: Site, name: str) -> str:
    return (site.folder / name).read_text(encoding="utf-8")


def _address(site: Site, name: str) -> str:
    return site.url + name.removesuffix("index.html")


def test_axe_finds_nothing_on_pages_that_hold_every_component(page: Page, online_site: Site) -> None:
    """Colours in both schemes, and then the structure on a narrow phone, where more is folded."""
    found: list[str] = []
    for name in _one_of_each(online_site):
        page.set_viewport_size(SIZES["desktop"])
        page.goto(_address(online_site, name))
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if not name.startswith("papers/"):  # what is to be printed is black on white
                _scheme_is_as_wanted(page)
            found += violations_of_colour(page)
        page.set_viewport_size({"width": 320, "height": 800})
        found += violations_of_structure(page)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_on_an_answered_quiz(coloured_page: Page, online_site: Site) -> None:
    """Light on a phone, dark on a desktop: no colour of a question depends on the width."""
    coloured_page.set_viewport_size(SIZES["phone" if _prefers_light(coloured_page) else "desktop"])
    coloured_page.goto(online_site.quiz(NAME))
    _answer_all(coloured_page)
    for summary in coloured_page.locator("quiz-question summary:visible").all()[:6]:
        summary.click()
    expect(coloured_page.locator("quiz-question details[open]")).not_to_have_count(0)
    _scheme_is_as_wanted(coloured_page)
    found = violations(coloured_page)
    assert not found, "\n".join(found)


@pytest.mark.searches
def test_axe_finds_nothing_while_searching(coloured_page: Page, online_site: Site) -> None:
    """Light on a desktop, dark on a phone: no colour of the search depends on the width."""
    coloured_page.set_viewport_size(SIZES["desktop" if _prefers_light(coloured_page) else "phone"])
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
    page.goto(online_site.page("glossary"))
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Learn").click()
    banks = list(library().banks.values())
    pages = [online_site.page(name) for bank in banks for name in (bank.chapter.removesuffix(".md"), f"quiz/{bank.name}")]
    links = [page.locator(f"article a[href='../{address.removeprefix(online_site.url)}']") for address in pages]
    for link in links:
        link.click(trial=True)  # it could be tapped: where it leads is what it says
    links[-1].click()
    expect(page).to_have_url(pages[-1])
