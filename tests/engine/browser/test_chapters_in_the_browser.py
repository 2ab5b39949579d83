"""A chapter's page as its reader meets it: where one is, what is done, words of the glossary, and answers that are asked for."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Request, Route, ViewportSize, expect

import small_project
from arriving import arrive
from audit import violations
from learner import Question, answer_all, tab_to
from sites import Build, Site
from until import until
from watch import OpenPage

FILES = {
    **small_project.FILES,
    "docs/glossary.md": small_project.GLOSSARY,
    "docs/outsourcing.md": small_project.OUTSOURCING.replace(
        "Another party does it.",
        '!!! question "Try first"\n    Who drives the bus?\n\n!!! abstract "Core idea"\n    Another party.\n\n'
        "The provider does it.",
    ),
}
PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
SHIFTS = """new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
})"""


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    """The small site, with a glossary and a box that asks first."""
    return serve(FILES)


@pytest.fixture
def chapter(page: Page, site: Site) -> Page:
    """A chapter that nobody has opened before."""
    page.set_viewport_size(PHONE)
    page.goto(site.page("outsourcing"))
    return page


def _state(page: Page) -> Locator:
    return page.locator(".notes-state")


def _bar(page: Page) -> Locator:
    return page.locator(".notes-bar")


def _go_to(page: Page, section: str) -> None:
    page.locator(f"#{section}").evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY)")


def test_the_state_goes_from_not_started_over_reading_to_the_quiz(chapter: Page, site: Site) -> None:
    expect(_state(chapter)).to_have_text("Not started")
    _go_to(chapter, "where-it-is-done")
    expect(_state(chapter)).to_have_text("Reading")
    assert chapter.evaluate("JSON.parse(localStorage.getItem('small-site:place:outsourcing.md')).section") == "where-it-is-done"
    chapter.reload()
    expect(_state(chapter)).to_have_text("Reading")
    Question(chapter, "school-bus").answer("Offshoring")
    expect(_state(chapter)).to_have_text("Quiz done 1 of 5")
    chapter.goto(site.quiz("five-kinds"))
    expect(Question(chapter, "school-bus").verdict).to_be_visible()
    expect(chapter.locator("quiz-set")).to_contain_text("5 questions")
    Question(chapter, "needs-judgement").answer("True")
    chapter.goto(site.page("outsourcing"))
    expect(_state(chapter)).to_have_text("Quiz done 2 of 5")


def test_another_tab_tells_what_is_done(chapter: Page, site: Site) -> None:
    other = chapter.context.new_page()
    other.goto(site.quiz("five-kinds"))
    answer_all(other)
    expect(_state(chapter)).to_have_text("Quiz done 5 of 5")


def test_the_bar_says_where_one_is_and_moves_nothing(chapter: Page) -> None:
    expect(_bar(chapter)).to_be_hidden()
    for section, words in {
        "where-it-is-done": "2 of 3 · Where it is done",
        "who-does-the-work": "1 of 3 · Who does the work",
    }.items():
        _go_to(chapter, section)
        expect(_bar(chapter).locator("div")).to_have_text(words)
        expect(_bar(chapter).locator("div")).to_be_in_viewport()
    chapter.evaluate("scrollTo(0, 0)")
    expect(_bar(chapter)).to_be_hidden()
    assert chapter.evaluate(SHIFTS) == 0


def test_the_bar_is_not_printed_nor_what_only_a_screen_can_do(chapter: Page) -> None:
    _go_to(chapter, "where-it-is-done")
    expect(_bar(chapter).locator("div")).to_be_visible()
    chapter.emulate_media(media="print")
    for part in (".notes-bar", ".notes-head", ".notes-practise", ".notes-end", ".notes-guess", ".notes-answer > summary"):
        expect(chapter.locator(part).first).to_be_hidden()
    expect(chapter.get_by_text("Another party.", exact=True)).to_be_visible()


IS_BELOW_THE_BAR = """() => {
    const top = document.querySelector("#where-it-is-done").getBoundingClientRect().top;
    return top >= document.querySelector(".notes-bar > div").getBoundingClientRect().bottom;
}"""


def test_a_heading_that_a_link_leads_to_stands_below_the_bar(chapter: Page) -> None:
    chapter.get_by_text("On this page").click()
    chapter.locator(".notes-contents").get_by_role("link", name="Where it is done").click()
    expect(_bar(chapter).locator("div")).to_have_text("2 of 3 · Where it is done")
    until(chapter, IS_BELOW_THE_BAR)  # the page still moves when the list of sections has closed above
    expect(chapter.locator("#where-it-is-done")).to_be_in_viewport()
    expect(_bar(chapter).locator("div")).to_have_text("2 of 3 · Where it is done")


def test_the_list_of_sections_is_for_narrow_screens(chapter: Page) -> None:
    summary = chapter.locator(".notes-contents summary")
    expect(summary).to_be_visible()
    assert summary.evaluate("element => element.offsetHeight") >= 44
    chapter.set_viewport_size(DESKTOP)
    expect(summary).to_be_hidden()
    expect(chapter.locator(".md-sidebar--secondary")).to_be_visible()


def test_without_javascript_a_chapter_is_complete(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False, viewport=PHONE)
    page.goto(site.page("outsourcing"))
    expect(_bar(page)).to_be_hidden()
    expect(_state(page)).to_be_empty()
    expect(page.get_by_text(re.compile(r"\d+ minutes? to read"))).to_be_visible()
    page.get_by_text("On this page").click()
    expect(page.locator(".notes-contents a")).to_have_text(["Who does the work", "Where it is done", "What it needs"])
    expect(page.get_by_text("Another party.", exact=True)).to_be_hidden()
    page.get_by_label("Your guess").fill("The bus company")
    page.get_by_text("Show the answer").click()
    expect(page.get_by_text("Another party.", exact=True)).to_be_visible()
    page.locator("a.term").click()
    expect(page).to_have_url(f"{site.page('glossary')}#provider")


def test_what_is_guessed_is_kept_nowhere(chapter: Page) -> None:
    chapter.get_by_label("Your guess").fill("The bus company")
    chapter.get_by_text("Show the answer").click()
    expect(chapter.get_by_label("Your guess")).to_have_value("The bus company")
    assert "bus company" not in chapter.evaluate("JSON.stringify(localStorage)")


def _card(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Provider")


def test_a_word_opens_as_a_sheet_on_a_phone_and_as_a_card_beside_it_on_a_desktop(chapter: Page) -> None:
    word = chapter.locator("a.term")
    word.click()
    box = _card(chapter).bounding_box()
    assert box
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, PHONE["width"], PHONE["height"])
    chapter.get_by_role("button", name="Close").click()
    expect(word).to_be_focused()
    chapter.set_viewport_size(DESKTOP)
    word.click()
    box, place = _card(chapter).bounding_box(), word.bounding_box()
    assert box
    assert place
    assert 0 <= box["y"] - place["y"] - place["height"] < 12
    assert box["x"] <= place["x"] + 1
    assert box["width"] < DESKTOP["width"] / 2
    chapter.mouse.click(5, 5)
    expect(_card(chapter)).to_have_count(0)
    expect(word).to_be_focused()


def _asked_of(page: Page) -> list[str]:
    """Return the names of the files that the page asks for from now on, but for its icon: that is the browser's own wish."""
    asked: list[str] = []

    def note(request: Request) -> None:
        name = request.url.rpartition("/")[2]
        if not name.startswith("favicon"):
            asked.append(name.partition("-")[0])

    page.on("request", note)
    return asked


def test_the_meanings_come_with_the_first_word_that_is_opened_and_once(chapter: Page) -> None:
    chapter.wait_for_load_state("networkidle")
    asked = _asked_of(chapter)
    assert "The firm that does the work" not in chapter.content()
    tab_to(chapter.locator("a.term"))
    for _ in range(2):
        chapter.keyboard.press("Enter")
        expect(_card(chapter)).to_contain_text("The firm that does the work.")
        chapter.keyboard.press("Escape")
        expect(_card(chapter)).to_have_count(0)
        expect(chapter.locator("a.term")).to_be_focused()
    assert sorted(asked) == ["terms", "terms", "terms"]  # its looks, its script, and the meanings


def test_a_word_that_is_opened_with_a_key_held_opens_a_new_tab_as_links_do(chapter: Page, site: Site) -> None:
    with chapter.context.expect_page() as opened:
        chapter.locator("a.term").click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(f"{site.page('glossary')}#provider")
    expect(_card(chapter)).to_have_count(0)


@pytest.mark.parametrize("kind", ["js", "css"])
def test_where_the_meaning_is_lost_the_word_leads_to_the_glossary(open_page: OpenPage, site: Site, kind: str) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    page.route(re.compile(rf"/assets/quiz/terms-\w+\.{kind}"), lambda route: route.fulfill(status=404, body="Not found"))
    page.goto(site.page("outsourcing"))
    page.locator("a.term").click()
    expect(page).to_have_url(f"{site.page('glossary')}#provider")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_on_a_chapter_with_a_word_open(
    open_page: OpenPage, site: Site, scheme: str, size: ViewportSize
) -> None:
    page = open_page(color_scheme=scheme, viewport=size)
    page.goto(site.page("outsourcing"))
    page.get_by_text("Show the answer").click()
    _go_to(page, "who-does-the-work")
    expect(_bar(page).locator("div")).to_be_visible()
    found = violations(page)
    page.locator("a.term").click()
    expect(_card(page)).to_be_visible()
    found += violations(page)
    assert not found, "\n".join(found)


def test_after_instant_navigation_a_chapter_starts_again(page: Page, serve: Callable[..., Site]) -> None:
    page.set_viewport_size(PHONE)
    arrive(page, serve(small_project.swapping(FILES)).page("outsourcing"))
    page.evaluate("window.stayed = true")
    page.locator("a.term").click()
    page.get_by_role("link", name="In the glossary").click()
    expect(page.locator("h1")).to_have_text("Glossary")
    page.go_back()
    expect(_state(page)).to_have_text(re.compile("Not started|Reading"))
    page.locator("a.term").click()
    expect(_card(page)).to_be_visible()
    assert page.evaluate("window.stayed")


def test_from_a_folder_words_open_and_answers_are_checked(open_page: OpenPage, build_site: Build) -> None:
    folder = build_site(FILES, offline=True)
    page = open_page(only_files=True)
    page.goto(f"{folder.as_uri()}/outsourcing.html")
    page.locator("a.term").click()
    expect(_card(page)).to_contain_text("The firm that does the work.")
    page.keyboard.press("Escape")
    expect(page.locator("a.term")).to_be_focused()
    Question(page, "school-bus").answer("Outsourcing")
    expect(_state(page)).to_have_text("Quiz done 1 of 5")


def test_what_checks_answers_comes_with_the_first_of_them(chapter: Page) -> None:
    chapter.wait_for_load_state("networkidle")
    asked = _asked_of(chapter)
    expect(Question(chapter, "school-bus").check_button).to_be_visible()
    assert asked == []
    Question(chapter, "school-bus").answer("Outsourcing")
    assert asked == ["checking"]
    chapter.reload()  # what was checked is shown at once
    expect(Question(chapter, "school-bus").verdict).to_be_visible()


def test_an_empty_answer_and_i_do_not_know_fetch_it_as_well(chapter: Page) -> None:
    question = Question(chapter, "school-bus")
    question.check_button.click()
    expect(question.feedback).to_have_text("Choose or write an answer first.")
    chapter.reload()
    question.button("I don’t know").click()
    expect(question.verdict).to_be_visible()


def test_where_what_checks_answers_is_lost_the_answer_opens_and_the_next_try_works(open_page: OpenPage, site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    lost = re.compile(r"/assets/quiz/checking-")

    def answer(route: Route) -> None:
        route.fulfill(status=404, body="Not found")

    page.route(lost, answer)
    page.goto(site.page("outsourcing"))
    question = Question(page, "school-bus")
    question.give("Outsourcing")
    question.check_button.click()
    expect(page.get_by_role("alert").filter(has_text="Part of this page didn’t load.")).to_be_visible()
    question.root.get_by_text("Answer and explanation").click()
    expect(question.explanation).to_be_visible()
    page.unroute(lost, answer)
    question.check_button.click()
    expect(question.verdict).to_be_visible()
