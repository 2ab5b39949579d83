"""A learner chooses the language of the interface: it is kept, said everywhere, marked with its `lang`, and given back."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

import small_project
from audit import violations
from learner import choose_all_chapters, loaded_again, press, tab_to
from quizbank.strings.words import Words
from sites import Build, Site
from until import until
from watch import OpenPage

HINDI = Words("hi")
WORDS_SCRIPT = re.compile("/assets/quiz/words-hi-.*js")
KEY = "small-site:language:chosen"
NO_LANGUAGES: list[object] = ["tlh", "constructor", {}, None]
DAMAGED: list[object] = ["x", 7, [], {"language": "hi"}, *({"v": 3, "language": name} for name in NO_LANGUAGES)]
READER = small_project.changed("docs/index.md", ("There is no question", "/// language\n///\n\nThere is no question"))


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site, with the choice on its start page, which asks nothing."""
    return serve(READER)


def choice(page: Page) -> Locator:
    return page.locator("quiz-language")


def button(page: Page, name: str) -> Locator:
    return choice(page).get_by_role("button", name=name, exact=True)


def choose(page: Page, name: str) -> None:
    with loaded_again(page):
        button(page, name).click()
    expect(button(page, name)).to_have_attribute("aria-pressed", "true")


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def in_hindi(page: Page, piece: object = None) -> None:
    """Let the browser hold a choice of Hindi, or another piece, before any page is opened."""
    text = json.dumps(json.dumps({"v": 3, "language": "hi"} if piece is None else piece))
    page.add_init_script(f"try {{ localStorage.setItem({json.dumps(KEY)}, {text}) }} catch {{}}")


def check(question: Locator) -> Locator:
    return question.get_by_role("button", name=HINDI.say("question.check"), exact=True)


def test_a_choice_is_kept_over_a_reload_and_can_be_taken_back(page: Page, site: Site) -> None:
    page.goto(site.page("progress"))
    expect(button(page, "English")).to_have_attribute("aria-pressed", "true")
    expect(button(page, "हिन्दी")).to_have_attribute("lang", "hi")
    choose(page, "हिन्दी")
    assert kept(page)["language"] == "hi"
    page.reload()
    expect(button(page, "हिन्दी")).to_have_attribute("aria-pressed", "true")
    expect(choice(page)).to_contain_text(HINDI.say("language.label"))
    expect(choice(page)).to_have_attribute("aria-label", HINDI.say("language.label"))
    choose(page, "English")
    expect(choice(page)).to_contain_text("Language of buttons:")
    expect(page.locator("article [lang=hi]:not(quiz-language *)")).to_have_count(0)


def test_a_choice_is_made_by_keyboard_on_a_page_that_asks_nothing_and_is_read_by_those_that_ask(page: Page, site: Site) -> None:
    page.goto(site.page())
    tab_to(button(page, "हिन्दी"))
    with loaded_again(page):
        page.keyboard.press("Enter")
    expect(choice(page)).to_contain_text(HINDI.say("language.label"))
    page.goto(site.quiz("two-kinds"))
    expect(check(page.locator("#q-last-letter"))).to_be_visible()


def test_a_question_is_answered_in_hindi_while_its_text_stays_english(page: Page, site: Site) -> None:
    in_hindi(page)
    page.goto(site.quiz("five-kinds"))
    question = page.locator("#q-back-office-tasks")
    expect(question.locator(".quiz-marks")).to_have_text(HINDI.say("question.marks", n=2))
    for option in ("Payroll", "Bookkeeping"):
        question.get_by_label(option).check()
    check(question).click()
    verdict = question.locator(".quiz-verdict")
    expect(verdict).to_contain_text(HINDI.say("question.correct"))
    expect(verdict).to_contain_text(HINDI.say("question.marks_of", earned=2, n=2))
    expect(verdict).to_have_attribute("lang", "hi")
    again = question.get_by_role("button", name=HINDI.say("question.try_again"), exact=True)
    expect(again).to_have_attribute("lang", "hi")
    expect(question.locator(".quiz-tag").first).to_have_attribute("lang", "hi")
    assert question.locator(".quiz-stem").evaluate("element => element.closest('[lang]').lang") == "en"
    assert question.locator(".quiz-explanation > p").first.evaluate("element => element.closest('[lang]').lang") == "en"
    again.click()
    expect(check(question)).to_be_visible()


def test_the_form_of_a_number_is_that_of_the_chosen_language(page: Page, site: Site) -> None:
    """In Hindi 0 takes the form of 1, in English that of 2. Both Hindi forms read alike here, so the test tells them apart."""
    in_hindi(page)
    entry = HINDI.table(["question.marks"])[1:-1]
    told = '"question.marks":{"one":"{n} ONE","other":"{n} OTHER"}'

    def answer(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace(entry, told), content_type="text/javascript")

    page.route(WORDS_SCRIPT, answer)
    page.goto(site.quiz("five-kinds"))
    marks = page.locator(".quiz-marks [data-say]")
    expect(marks.first).to_have_text("1 ONE")
    expect(marks.nth(1)).to_have_text("2 OTHER")
    page.evaluate("document.querySelector('.quiz-marks').innerHTML = '<i data-say=\"question.marks\" data-n=\"0\">x</i>'")
    expect(marks.first).to_have_text("0 ONE")


def test_questions_that_come_later_are_in_the_chosen_language(page: Page, site: Site) -> None:
    in_hindi(page)
    choose_all_chapters(page)
    page.goto(site.page("today"))
    page.locator("quiz-today [data-do=start]").click()
    question = page.locator("quiz-question").first
    skip = page.locator(".player-bar").get_by_role("button", name=HINDI.say("question.skip"), exact=True)
    expect(skip).to_have_attribute("lang", "hi")
    marks = question.locator(".quiz-marks [data-say]")
    expect(marks).to_have_attribute("lang", "hi")
    expect(marks).to_have_text(HINDI.say("question.marks", n=int(marks.get_attribute("data-n") or 0)))


def test_pages_that_instant_navigation_swaps_in_are_in_the_chosen_language(page: Page, serve: Callable[..., Site]) -> None:
    in_hindi(page)
    page.goto(serve(small_project.swapping(READER)).page())
    expect(choice(page)).to_contain_text(HINDI.say("language.label"))
    page.evaluate("window.same = true")
    page.get_by_role("article").get_by_role("link", name="outsourcing").click()
    expect(check(page.locator("#q-school-bus"))).to_be_visible()
    expect(page.locator("#q-school-bus .quiz-marks [data-say]")).to_have_attribute("lang", "hi")
    page.go_back()
    expect(choice(page)).to_be_visible()
    expect(choice(page)).to_contain_text(HINDI.say("language.label"))
    assert page.evaluate("window.same")


def test_where_the_words_do_not_come_everything_is_in_the_language_of_the_course(open_page: OpenPage, site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    in_hindi(page)
    page.route(WORDS_SCRIPT, lambda route: route.fulfill(status=404, body="Not found"))
    page.goto(site.quiz("two-kinds"))
    question = page.locator("#q-last-letter")
    question.get_by_label("False").check()
    question.get_by_role("button", name="Check", exact=True).click()
    expect(question.locator(".quiz-verdict")).to_contain_text("Correct. 1 of 1 mark")
    page.goto(site.page())
    expect(choice(page)).to_contain_text("Language of buttons:")


@pytest.mark.parametrize("piece", DAMAGED)
@pytest.mark.parametrize("name", ["", "quiz/two-kinds#all"])
def test_a_damaged_choice_is_none(page: Page, site: Site, piece: object, name: str) -> None:
    in_hindi(page, piece)
    page.goto(site.quiz(name[5:-4]) if name.startswith("quiz/") else site.page(name))
    if name:
        expect(page.get_by_role("button", name="Check", exact=True)).to_have_count(2)
    else:
        expect(button(page, "English")).to_have_attribute("aria-pressed", "true")


def test_in_a_folder_the_choice_holds_on_every_page(open_page: OpenPage, build_site: Build) -> None:
    folder: Path = build_site(READER, offline=True)
    page = open_page(only_files=True)
    page.goto(f"{folder.as_uri()}/index.html")
    choose(page, "हिन्दी")
    expect(choice(page)).to_contain_text(HINDI.say("language.label"))
    page.goto(f"{folder.as_uri()}/quiz/two-kinds.html#all")
    expect(check(page.locator("#q-last-letter"))).to_be_visible()
    page.goto(f"{folder.as_uri()}/index.html")
    expect(choice(page)).to_contain_text(HINDI.say("language.label"))


def test_without_javascript_or_storage_there_is_no_choice(open_page: OpenPage, site: Site) -> None:
    without = open_page(java_script_enabled=False)
    without.goto(site.page())
    expect(choice(without)).to_be_hidden()
    blocked = open_page(theme_may_fail=True)
    refusal = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
    blocked.add_init_script(refusal)
    blocked.goto(site.page())
    until(blocked, "Boolean(customElements.get('quiz-language'))")
    expect(choice(blocked)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_in_two_languages(open_page: OpenPage, site: Site, scheme: Any) -> None:
    page = open_page(color_scheme=scheme)
    in_hindi(page)
    found: list[str] = []
    for name in ("", "progress", "quiz/two-kinds#all"):
        page.goto(site.quiz(name[5:-4]) if name.startswith("quiz/") else site.page(name))
        expect(page.locator("[data-say][lang=hi]").first).to_be_attached()
        found += violations(page)
    question = page.locator("#q-last-letter")
    question.get_by_label("True").check()
    check(question).focus()
    press(page, "Enter")
    expect(question.locator(".quiz-verdict")).to_have_attribute("lang", "hi")
    found += violations(page)
    assert not found, "\n".join(found)
