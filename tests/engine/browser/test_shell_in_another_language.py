"""The frame of every page in the language that a learner has chosen: the choice, names, titles, what the theme says."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

import shell_project
from audit import overflow, violations
from learner import loaded_again, press, tab_to
from quizbank.strings.words import Words
from sites import Site
from watch import OpenPage

HINDI = Words("hi")
THUMB = 44  # CSS pixels: WCAG 2.2, success criterion 2.5.5
CHOICE = json.dumps(json.dumps({"v": 3, "language": "hi"}))


@pytest.fixture(scope="module")
def shell_site(serve: Callable[..., Site]) -> Site:
    return serve(shell_project.FILES)


def choice(page: Page, name: str) -> Locator:
    return page.locator(".site-header").get_by_role("button", name=name, exact=True)


def in_hindi(page: Page) -> None:
    page.add_init_script(f"localStorage.setItem('small-site:language:chosen', {CHOICE})")


@pytest.mark.parametrize("name", ["", "learn", "words", "quiz/two-kinds", "today"])
def test_the_header_of_every_page_offers_the_other_language_by_keyboard(page: Page, shell_site: Site, name: str) -> None:
    page.goto(shell_site.page(name))
    hindi = choice(page, "हिन्दी")
    expect(hindi).to_have_attribute("lang", "hi")
    expect(choice(page, "English")).to_be_hidden()
    tab_to(hindi)
    with loaded_again(page):
        page.keyboard.press("Enter")
    expect(choice(page, "English")).to_have_attribute("lang", "en")
    expect(hindi).to_be_hidden()
    expect(page.get_by_role("navigation", name=HINDI.say("shell.tabs")).get_by_role("link")).to_have_text(["मुख पृष्ठ", "सीखें"])
    with loaded_again(page):
        choice(page, "English").click()
    expect(page.get_by_role("navigation", name="Main").get_by_role("link")).to_have_text(["Home", "Learn"])


def test_the_choice_is_as_large_as_a_thumb_and_nothing_moves_when_it_changes(page: Page, shell_site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(shell_site.page("words"))
    before = choice(page, "हिन्दी").bounding_box()
    assert before
    assert min(before["width"], before["height"]) >= THUMB
    assert not overflow(page)
    with loaded_again(page):
        choice(page, "हिन्दी").click()
    expect(choice(page, "English")).to_be_visible()
    assert choice(page, "English").bounding_box() == before
    assert not overflow(page)


def test_without_javascript_or_storage_the_header_offers_nothing(open_page: OpenPage, shell_site: Site) -> None:
    without = open_page(java_script_enabled=False)
    without.goto(shell_site.page("words"))
    expect(without.locator(".site-language").first).to_be_hidden()
    blocked = open_page(theme_may_fail=True)
    refusal = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
    blocked.add_init_script(refusal)
    blocked.goto(shell_site.page("words"))
    expect(blocked.locator(".site-language:not([hidden])")).to_have_count(0)


def test_names_titles_and_purposes_are_in_hindi_and_titles_of_notes_are_not(page: Page, shell_site: Site) -> None:
    in_hindi(page)
    page.goto(shell_site.page("learn"))
    expect(page).to_have_title("सीखें - Small site")
    expect(page.get_by_role("heading", level=1)).to_have_text("सीखें")
    expect(page.get_by_role("heading", level=2)).to_have_text("अक्षर और काम")
    expect(page.get_by_role("article")).to_contain_text("दो अध्याय, हर अध्याय की एक प्रश्नोत्तरी।")
    card = page.locator(".site-card", has_text=HINDI.say("quizzes.title"))
    expect(card).to_contain_text(HINDI.say("quizzes.purpose"))
    quiz = page.get_by_role("link", name=HINDI.say("site.quiz", title="2. Words"))
    expect(quiz).to_have_text(HINDI.say("shell.quiz"))
    expect(page.get_by_role("link", name="2. Words", exact=True)).to_be_visible()
    quiz.click()
    expect(page).to_have_title(f"{HINDI.say('site.quiz', title='Two kinds')} - Small site")
    expect(page.locator(".site-step[rel=next]")).to_contain_text(HINDI.say("theme.next"))


def test_a_mock_test_says_in_hindi_what_its_author_wrote_of_it(page: Page, shell_site: Site) -> None:
    in_hindi(page)
    page.goto(shell_site.page("mock/small"))
    expect(page).to_have_title("छोटा प्रश्न पत्र - Small site")
    expect(page.get_by_role("heading", level=1)).to_have_text("छोटा प्रश्न पत्र")
    expect(page.locator(".quiz-pattern li")).to_have_text("सभी प्रश्न अनिवार्य हैं।")
    expect(page.locator(".quiz-pattern")).to_contain_text(HINDI.say("paper.notice", style="छोटी परीक्षा"))
    section = page.get_by_role("rowheader")
    expect(section).to_have_text("A. विकल्प चुनें")
    expect(section).to_have_attribute("lang", "hi")


@pytest.mark.parametrize("selector", ["quiz-mock .md-button", ".site-rail a", ".site-tab"])
def test_a_label_stands_lower_than_the_middle_by_as_much_as_its_letters_hang_from_their_line(
    page: Page, shell_site: Site, selector: str
) -> None:
    in_hindi(page)
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto(shell_site.page("words" if selector == ".site-rail a" else "mock/small"))
    label = page.locator(selector).filter(has_text=re.compile("[\u0900-\u097f]"), visible=True).first
    expect(label).to_be_visible()
    lower = label.evaluate("""label => {
        const range = document.createRange();
        range.selectNodeContents(label);
        const middle = ({ top, bottom }) => (top + bottom) / 2;
        const lower = middle(range.getBoundingClientRect()) - middle(label.getBoundingClientRect());
        return lower / parseFloat(getComputedStyle(label).fontSize);
    }""")
    assert 0.05 <= lower <= 0.2  # of its letters' height


def test_pages_that_instant_navigation_swaps_in_bring_the_words_that_they_need(page: Page, serve: Callable[..., Site]) -> None:
    in_hindi(page)
    page.goto(serve(shell_project.SWAPPING).page("words"))
    expect(page.locator(".site-rail")).to_contain_text(HINDI.say("shell.read"))
    page.evaluate("window.same = true")
    page.locator(".site-rail").get_by_role("link", name=HINDI.say("shell.quiz"), exact=True).click()
    expect(page.locator(".quiz-lobby")).to_contain_text(HINDI.say("set.view_all"))
    expect(page.locator(".quiz-standing")).to_have_text(HINDI.say("set.standing", done=0, all=2))
    page.locator(".site-tab").last.click()
    expect(page).to_have_title("सीखें - Small site")
    page.locator(".site-card").get_by_role("link", name=HINDI.say("tests.title"), exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HINDI.say("tests.title"))
    expect(page.get_by_role("article")).to_contain_text(HINDI.say("tests.timing"))
    assert page.evaluate("window.same")


@pytest.mark.searches
def test_what_the_theme_says_of_a_search_is_in_hindi(page: Page, shell_site: Site) -> None:
    page.set_viewport_size({"width": 1200, "height": 800})
    in_hindi(page)
    page.goto(shell_site.page("words"))
    box = page.locator(".md-search__input")
    expect(box).to_have_attribute("placeholder", HINDI.say("theme.search"))
    box.press_sequentially("letter")
    result = page.locator(".md-search-result__meta")
    expect(result).to_contain_text("पृष्ठ मिल")
    expect(result).to_have_attribute("lang", "hi")
    box.fill("")
    box.press_sequentially("zzzz")
    expect(result).to_have_text(HINDI.say("theme.none"))


def test_a_text_of_the_author_that_is_called_like_a_part_of_the_site_stays(page: Page, shell_site: Site) -> None:
    in_hindi(page)
    page.goto(shell_site.page("outsourcing"))
    expect(page.locator(".site-tab").first).to_have_text("मुख पृष्ठ")
    own = '<p id="own">Learn <a>more</a> of it</p><i id="name">Learn</i>'
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", own)
    page.evaluate("document.querySelector('quiz-question').insertAdjacentHTML('beforeend', '<b id=\"option\">Learn</b>')")
    expect(page.locator("#name")).to_have_text("सीखें")
    expect(page.locator("#own")).to_have_text("Learn more of it")
    expect(page.locator("#option")).to_have_text("Learn")


def test_axe_finds_nothing_in_the_shell_in_hindi(page: Page, shell_site: Site) -> None:
    in_hindi(page)
    found: list[str] = []
    for name in ("", "learn", "words"):
        page.goto(shell_site.page(name))
        expect(page.locator(".site-tab").first).to_have_text("मुख पृष्ठ")
        found += violations(page)
    assert not found, "\n".join(found)
    tab_to(choice(page, "English"))
    press(page, "Tab")
