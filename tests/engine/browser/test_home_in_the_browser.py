"""The home page of a learner who comes back: where to go on, what is due, the week; and the page of who has never been here."""

import datetime
import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import small_project
from audit import overflow, violations
from learner import Question
from player import asked, check, choose, on_bar, push
from sites import Site
from until import until
from watch import OpenPage

HOME: Mapping[str, str] = small_project.changed(
    "docs/index.md",
    (
        "There is no question on this page.",
        "/// home\n///\n\nWelcome, whoever you are.\n\n/// quiz | two-kinds#last-letter\n///\n\nThere is more on other pages.",
    ),
)
DAY = datetime.datetime(2027, 1, 6, 9, 30)  # a Wednesday
FIRST = "Welcome, whoever you are."
# What a home page loads of the engine, in bytes: for everybody, and in all for a learner who comes back.
MOST_AT_FIRST = 8_600
NOT_WEIGHED = tuple(f"assets/quiz/{name}-" for name in ("catalogue", "marks", "search"))
MOST_OF_A_RETURN = 14_500


@pytest.fixture(scope="module")
def site(serve: Callable[..., Site]) -> Site:
    return serve(HOME)


@pytest.fixture
def home(page: Page) -> Page:
    page.clock.set_fixed_time(DAY)
    return page


def panel(page: Page) -> Locator:
    return page.locator("quiz-home")


def card(page: Page, name: str) -> Locator:
    """Return a card of the panel: `continue`, `review` or `mistakes`."""
    return panel(page).locator(f"[data-at={name}]")


def come_back(page: Page, site: Site, days: int = 0) -> None:
    page.clock.set_fixed_time(DAY + datetime.timedelta(days=days))
    page.goto(site.page())
    expect(panel(page).locator("li[data-state]")).to_have_count(7)


def requests_of(page: Page) -> list[str]:
    """Return the list of addresses that the page asks for from now on. Its own list is empty while its clock is set."""
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    return asked_for


def read_to(page: Page, site: Site, section: str) -> None:
    page.goto(f"{site.page('outsourcing')}#{section}")
    until(page, "section => JSON.parse(localStorage.getItem('small-site:place:outsourcing.md'))?.section === section", section)


def days(page: Page) -> list[str | None]:
    return [each.get_attribute("data-state") for each in panel(page).locator("li").all()]


def test_who_has_never_been_here_sees_the_page_as_it_is(home: Page, site: Site) -> None:
    asked_for = requests_of(home)
    home.goto(site.page())
    expect(home.get_by_text(FIRST)).to_be_visible()
    expect(home.get_by_role("button", name="Check")).to_be_visible()  # the scripts have run
    expect(panel(home)).to_be_hidden()
    home.wait_for_load_state("networkidle")
    assert any("/question-" in address for address in asked_for)
    assert [address for address in asked_for if "/catalogue-" in address or "/returning-" in address] == []


def weight_of(asked_for: list[str], site: Site) -> int:
    """Return what scripts and styles weigh in transit, each once, but no lists from the banks, nor the theme's part."""
    files = {address.removeprefix(site.url) for address in asked_for if "/assets/quiz/" in address}
    ours = [file for file in files if not file.startswith(NOT_WEIGHED)]
    return sum(len(gzip.compress((site.folder / file).read_bytes(), compresslevel=6)) for file in ours)


def test_all_that_a_home_page_loads_stays_light(home: Page, site: Site) -> None:
    asked_for = requests_of(home)
    home.goto(site.page())
    home.wait_for_load_state("networkidle")
    assert 7_000 < weight_of(asked_for, site) <= MOST_AT_FIRST
    read_to(home, site, "where-it-is-done")
    asked_for.clear()
    come_back(home, site)
    home.wait_for_load_state("networkidle")
    assert 13_000 < weight_of(asked_for, site) <= MOST_OF_A_RETURN


def test_without_javascript_the_page_is_that_of_a_first_visit(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site.page())
    expect(page.get_by_text(FIRST)).to_be_visible()
    expect(panel(page)).to_be_hidden()


def test_the_language_alone_makes_nobody_a_learner(home: Page, site: Site) -> None:
    home.goto(site.page())
    home.evaluate("localStorage.setItem('small-site:language:chosen', JSON.stringify({v: 3, language: 'hi'}))")
    home.reload()
    expect(home.get_by_role("button", name="जाँचें")).to_be_visible()
    expect(panel(home)).to_be_hidden()


def test_after_reading_one_goes_on_at_the_section(home: Page, site: Site) -> None:
    read_to(home, site, "where-it-is-done")
    come_back(home, site)
    expect(card(home, "continue")).to_have_text("Continue Where it is done", use_inner_text=True)
    card(home, "continue").click()
    home.wait_for_url("**/outsourcing/#where-it-is-done")


def test_after_the_end_of_a_chapter_comes_its_quiz_and_then_the_next_chapter(home: Page, site: Site) -> None:
    read_to(home, site, "what-it-needs")
    come_back(home, site)
    expect(card(home, "continue")).to_contain_text("Quiz: Five kinds")
    kept = [f"small-site:answer:{name}" for name in small_project.QUESTION_IDS]
    answer = json.dumps({"v": 3, "picked": ["a"], "points": [], "typed": {}, "checked": True})
    home.evaluate("([keys, text]) => keys.forEach((key) => localStorage.setItem(key, text))", [kept, answer])
    come_back(home, site)
    expect(card(home, "continue")).to_contain_text("Two kinds")
    expect(card(home, "continue")).to_have_attribute("href", site.page("words"))


def test_who_has_answered_and_left_nothing_open_goes_on_in_the_chapter_of_the_last_answer(home: Page, site: Site) -> None:
    home.goto(site.quiz("two-kinds"))
    Question(home, "last-letter").answer("False")
    come_back(home, site)
    expect(card(home, "continue")).to_contain_text("Quiz: Two kinds")


def test_a_quiz_that_was_left_goes_on_at_its_question(home: Page, site: Site) -> None:
    read_to(home, site, "where-it-is-done")
    home.clock.set_fixed_time(DAY + datetime.timedelta(minutes=5))
    home.goto(site.page("quiz/five-kinds"))
    choose(home)
    check(home, "Outsourcing")
    push(on_bar(home, "Next"))
    expect(asked(home).option("Payroll")).to_be_visible()
    come_back(home, site, days=1)
    expect(card(home, "continue")).to_contain_text("Quiz: Five kinds")
    card(home, "continue").click()
    expect(asked(home).option("Payroll")).to_be_visible()
    assert home.evaluate("location.search") == ""  # a reload, and the way back, find the page as it is


def test_a_quiz_whose_questions_have_all_gone_to_another_is_passed_over(home: Page, site: Site) -> None:
    read_to(home, site, "where-it-is-done")
    attempt = {"v": 3, "way": "study", "ids": ["last-letter"], "day": 20000, "started": 9e12}
    home.evaluate("text => localStorage.setItem('small-site:attempt:quiz:five-kinds', text)", json.dumps(attempt))
    come_back(home, site)
    expect(card(home, "continue")).to_contain_text("Where it is done")


def test_a_daily_review_that_was_left_goes_on_the_same_day_and_not_on_another(home: Page, site: Site) -> None:
    read_to(home, site, "where-it-is-done")
    home.clock.set_fixed_time(DAY + datetime.timedelta(minutes=5))
    home.goto(site.page("today"))
    home.get_by_role("button", name="Start (").click()
    first = asked(home).root.get_attribute("id")
    come_back(home, site)
    expect(card(home, "continue")).to_contain_text("Daily review")
    card(home, "continue").click()
    expect(asked(home).root).to_have_attribute("id", first or "")
    come_back(home, site, days=1)
    expect(card(home, "continue")).to_contain_text("Where it is done")


def test_a_mock_test_that_was_left_is_where_to_go_on(home: Page, site: Site) -> None:
    read_to(home, site, "where-it-is-done")
    attempt = {"v": 3, "way": "level", "ids": ["school-bus"], "day": 20000, "started": 9e12}
    home.evaluate("text => localStorage.setItem('small-site:attempt:level', text)", json.dumps(attempt))  # of another day
    sitting = {"v": 3, "paper": "gone", "seed": "7", "ids": [["school-bus"]], "started": 9e12}
    home.evaluate("text => localStorage.setItem('small-site:sitting:gone~7', text)", json.dumps(sitting))
    come_back(home, site)
    expect(card(home, "continue")).to_contain_text("Where it is done")  # that paper is not there any more


def test_one_tap_leads_to_the_first_due_question(home: Page, site: Site) -> None:
    home.goto(site.quiz("five-kinds"))
    Question(home, "school-bus").answer("Offshoring")
    come_back(home, site, days=1)
    expect(card(home, "review")).to_contain_text("5 ready, about 5 min")
    card(home, "review").click()
    expect(home.get_by_role("heading", name="Question 1 of 5", exact=True)).to_be_visible()
    expect(home.locator("quiz-today quiz-question#q-school-bus")).to_be_visible()
    assert home.evaluate("location.search") == ""


def test_the_numbers_are_those_of_the_pages_to_which_they_lead(home: Page, site: Site) -> None:
    home.goto(site.quiz("five-kinds"))
    Question(home, "school-bus").answer("Offshoring")
    Question(home, "needs-judgement").answer("True", typed="it does")
    Question(home, "back-office-tasks").answer("Telephone sales")
    for day in (0, 1, 2, 40):
        come_back(home, site, days=day)
        words = {name: card(home, name).inner_text().split("\n") for name in ("review", "mistakes")}
        home.goto(site.page("today"))
        expect(home.locator("[data-at=score]")).to_have_text(words["review"][-1])
        home.goto(site.page("mistakes"))
        expect(home.locator("[data-at=score]")).to_have_text(words["mistakes"][0])
        expect(home.locator("[data-at=fixed]")).to_have_text(words["mistakes"][-1])
    assert words["mistakes"][0] == "2 mistakes to fix"


def test_the_panel_says_what_daily_review_says_where_no_chapter_was_read(home: Page, site: Site) -> None:
    home.goto(site.page())
    home.evaluate("localStorage.setItem('small-site:settings:main', JSON.stringify({v: 3, goal: 2}))")
    come_back(home, site)
    expect(card(home, "review")).to_have_text("Daily review No chapter read or chosen yet", use_inner_text=True)
    card(home, "review").click()
    expect(home.locator("[data-at=unread] .quiz-score")).to_have_text("No chapter read or chosen yet")


def test_mistakes_are_fixed_from_the_home_page_in_one_tap(home: Page, site: Site) -> None:
    home.goto(site.quiz("five-kinds"))
    Question(home, "school-bus").answer("Offshoring")
    come_back(home, site)
    expect(card(home, "mistakes")).to_contain_text("1 mistake to fix")
    home.clock.set_fixed_time(DAY + datetime.timedelta(minutes=1))
    card(home, "mistakes").click()
    check(home, "Outsourcing")
    push(on_bar(home, "See result"))
    expect(home.get_by_role("heading", name="Session complete")).to_be_visible()
    come_back(home, site)
    expect(card(home, "mistakes")).to_contain_text("No mistakes to fix")
    expect(card(home, "mistakes")).to_contain_text("Fixed so far: 1")


def test_a_finished_day_is_said_to_be_finished_here_and_on_daily_review(home: Page, site: Site) -> None:
    home.goto(site.quiz("two-kinds"))
    Question(home, "last-letter").answer("True")
    come_back(home, site, days=1)
    card(home, "review").click()
    check(home, "False")
    push(on_bar(home, "Next"))
    for name in ("Pause", "End session"):
        home.get_by_role("button", name=name).click()
    expect(home.get_by_role("heading", name="Session complete")).to_be_visible()
    come_back(home, site, days=1)
    expect(card(home, "review")).to_have_text("Done for today. Nothing returns tomorrow.", use_inner_text=True)
    card(home, "review").click()
    expect(home.locator("[data-at=score]")).to_have_text("Done for today. Nothing returns tomorrow.")
    expect(home.get_by_role("button", name="Start (1 question)")).to_be_visible()  # for who wants more
    come_back(home, site, days=2)
    expect(card(home, "review")).to_contain_text("1 ready")


def test_the_week_shows_each_day_by_a_shape_and_says_it(home: Page, site: Site) -> None:
    home.goto(site.quiz("five-kinds"))
    Question(home, "school-bus").answer("Outsourcing")
    Question(home, "wages-and-costs").answer("(A)")
    come_back(home, site)
    assert days(home) == ["past", "past", "done", "ahead", "ahead", "ahead", "ahead"]
    expect(panel(home).locator("li[aria-current]")).to_contain_text("Wednesday: 2 answers")
    expect(panel(home).locator("li[data-state=done] i")).to_have_text("✓")
    come_back(home, site, days=1)
    assert days(home) == ["past", "past", "done", "open", "ahead", "ahead", "ahead"]
    expect(panel(home).locator("[data-at=days]")).to_have_text("1 day this week")
    come_back(home, site, days=5)  # Monday
    assert days(home) == ["open", *["ahead"] * 6]


def test_a_weekly_goal_is_kept_and_goes_into_the_backup(home: Page, site: Site, tmp_path: Path) -> None:
    home.goto(site.quiz("five-kinds"))
    Question(home, "school-bus").answer("Outsourcing")
    come_back(home, site)
    home.get_by_label("Weekly goal").select_option("2 days")
    expect(panel(home).locator("[data-at=days]")).to_have_text("1 of 2 days this week")
    home.goto(site.page("today"))
    home.get_by_text("Exam date and settings").click()
    home.get_by_label("Questions per session").select_option("50")  # which changes no goal
    come_back(home, site)
    expect(home.get_by_label("Weekly goal")).to_have_value("2")
    expect(panel(home).locator("[data-at=days]")).to_have_text("1 of 2 days this week")
    home.goto(site.quiz("two-kinds"))
    home.clock.set_fixed_time(DAY + datetime.timedelta(days=1))
    Question(home, "last-letter").answer("False")
    come_back(home, site, days=1)
    expect(panel(home).locator("[data-at=days]")).to_have_text("2 days this week: goal reached")
    home.goto(site.page("progress"))
    with home.expect_download() as download:
        home.get_by_role("button", name="Download backup").click()
    backup = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert backup["pieces"]["settings:main"]["goal"] == 2


def test_the_days_to_the_exam_lead_to_its_date(home: Page, site: Site) -> None:
    read_to(home, site, "where-it-is-done")
    come_back(home, site)
    card(home, "exam").click()
    expect(home.get_by_label("Exam date")).to_be_visible()
    for date, words in (
        ("2027-01-16", "10 days to your exam"),
        ("2027-01-07", "1 day to your exam"),
        ("2027-01-06", "Your exam is today. Good luck!"),
    ):
        home.goto(f"{site.page('today')}?settings")
        home.get_by_label("Exam date").fill(date)
        home.get_by_label("Exam date").dispatch_event("change")
        come_back(home, site)
        expect(card(home, "exam")).to_have_text(words)
    come_back(home, site, days=1)
    expect(card(home, "exam")).to_have_text("Your exam date has passed")


def test_another_tab_changes_what_is_shown(home: Page, site: Site) -> None:
    read_to(home, site, "where-it-is-done")
    come_back(home, site)
    other = home.context.new_page()
    other.clock.set_fixed_time(DAY)
    other.goto(site.quiz("five-kinds"))
    Question(other, "school-bus").answer("Offshoring")
    expect(card(home, "mistakes")).to_contain_text("1 mistake to fix")


def test_a_script_that_does_not_come_leaves_the_page_of_a_first_visit(open_page: OpenPage, site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    read_to(page, site, "where-it-is-done")
    page.context.route("**/returning-*.js", lambda route: route.abort())
    page.goto(site.page())
    expect(page.get_by_role("button", name="Check")).to_be_visible()
    expect(panel(page)).to_be_hidden()


SHIFTS = """
window.shifts = [];
const nameOf = ({ node, previousRect, currentRect }) => [node?.outerHTML?.slice(0, 60), previousRect.y, currentRect.y];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ sources }) => sources.map(nameOf))))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_moves_when_the_panel_is_filled(open_page: OpenPage, site: Site, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    read_to(page, site, "where-it-is-done")
    page.add_init_script(SHIFTS)
    come_back(page, site)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifts") == []
    assert overflow(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_panel(open_page: OpenPage, site: Site, scheme: str) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": 360, "height": 740})
    page.clock.set_fixed_time(DAY)
    page.goto(site.quiz("five-kinds"))
    Question(page, "school-bus").answer("Offshoring")
    come_back(page, site, days=1)
    assert violations(page) + overflow(page) == []


def test_a_reminder_is_saved_for_the_calendar(home: Page, site: Site) -> None:
    home.goto(f"{site.page('today')}?settings")
    home.get_by_label("Time of the reminder").fill("07:15")
    home.get_by_label("Exam date").fill("2027-01-16")
    home.get_by_label("Exam date").dispatch_event("change")
    with home.expect_download() as download:
        home.get_by_role("button", name="Add a daily reminder to your calendar").click()
    assert download.value.suggested_filename == "daily-review.ics"
    lines = Path(download.value.path()).read_bytes().decode().replace("\r\n ", "").split("\r\n")
    assert {"DTSTART:20270106T071500", "RRULE:FREQ=DAILY;UNTIL=20270116T071500", "UID:daily-review@small-site"} <= set(lines)
    assert f"URL:{site.page('today')}?start" in lines
    expect(home.get_by_text("The reminder is saved as daily-review.ics.")).to_be_visible()
