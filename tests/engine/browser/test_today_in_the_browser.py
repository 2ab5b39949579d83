"""Days of study on the page Today, with the clock moved: what comes back, an exam date, a session that is left."""

import datetime
import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

import small_project
from audit import overflow, violations_in_both_schemes
from learner import FOCUS_IS_LOST, HAS_FOCUS, RIGHT, WRONG, Question, choose_all_chapters
from player import on_bar, push
from sites import Build, Server, Site
from watch import OpenPage

ANSWERS = {
    "right": {**RIGHT, "middle-letter": ((), "process"), "last-letter": (("False",), None)},
    "wrong": {**WRONG, "middle-letter": ((), "paper"), "last-letter": (("True",), None)},
}
FIRST_DAY = datetime.datetime(2027, 1, 4, 9, 30)  # the learner's own time


def on_day(page: Page, number: int, site: Site, chosen: bool = True) -> Page:
    """Open Today on a day of the study, counted from 0. Where no chapters were `chosen`, it asks from those that were begun."""
    if chosen:
        choose_all_chapters(page)
    page.clock.set_fixed_time(FIRST_DAY + datetime.timedelta(days=number))
    page.goto(site.page("today"))
    return page


def status(page: Page) -> Locator:
    return page.locator("[data-at=piles]")


def asked(page: Page) -> str:
    """Return the id of the question that is being asked."""
    return str(page.locator("quiz-today quiz-question").get_attribute("id")).removeprefix("q-")


def study_one(page: Page) -> list[str]:
    """Answer the question on the page. Returns its id, in a list."""
    name = asked(page)
    options, typed = ANSWERS["right"][name]
    Question(page, name).give(*options, typed=typed)
    push(on_bar(page, "Check"))
    return [name]


def study(page: Page, how: str = "right", button: str = "Check") -> list[str]:
    """Take the session that is offered. Returns the ids that were asked, in order."""
    page.get_by_role("button", name="Start (").click()
    ids = []
    while page.get_by_role("heading", name="Session complete").count() == 0:
        expect(page.locator("quiz-today quiz-question:not(:has(.quiz-verdict))")).to_be_visible()
        ids.append(asked(page))
        question = Question(page, ids[-1])
        options, typed = ANSWERS[how][ids[-1]]
        question.give(*options, typed=typed)
        push(on_bar(page, button))
        push(on_bar(page, "Next").or_(on_bar(page, "See result")))
    return ids


def end(page: Page) -> None:
    """End the session from its question."""
    for name in ("Pause", "End session"):
        page.get_by_role("button", name=name).click()


def test_a_week_of_study(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    expect(status(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 7.")
    expect(page.locator("[data-at=score]")).to_have_text("7 ready, about 7 min")  # eight marks
    ids = study(page)
    assert sorted(ids) == sorted(ANSWERS["right"])
    assert "last-letter" in ids[:4]  # chapters are mixed
    expect(page.locator("[data-at=result]")).to_have_text("7 of 7 questions correct.")
    page.get_by_role("button", name="Back to Daily review").click()
    expect(status(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 0.")
    expect(page.get_by_text("Nothing to review now.")).to_be_visible()
    on_day(page, 1, small_site)
    expect(status(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 0.")
    on_day(page, 2, small_site)  # a first right answer lasts two days
    expect(status(page)).to_have_text("Due for review: 7. Mistakes and guesses: 0. New: 0.")
    study(page, "wrong")
    expect(page.get_by_role("heading", name="Mistakes by section")).to_be_visible()
    expect(page.locator("[data-at=tomorrow]")).to_have_text("Done for today. 7 questions return tomorrow.")
    on_day(page, 3, small_site)
    expect(status(page)).to_have_text("Due for review: 7. Mistakes and guesses: 7. New: 0.")
    study(page)
    on_day(page, 30, small_site)
    expect(status(page)).to_have_text("Due for review: 7. Mistakes and guesses: 0. New: 0.")


def test_a_right_guess_comes_back_sooner(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    study(page, button="I guessed")
    on_day(page, 1, small_site)
    expect(status(page)).to_have_text("Due for review: 7. Mistakes and guesses: 7. New: 0.")


def test_with_an_exam_date_everything_comes_back_before_it(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    page.get_by_text("Exam date and settings").click()
    page.get_by_label("Exam date").fill("2027-01-14")
    page.get_by_label("Exam date").dispatch_event("change")
    expect(page.get_by_text("Days to your exam: 10.")).to_be_visible()
    expect(page.get_by_label("Exam date")).to_be_focused()
    for day in (0, 2, 5, 9):
        on_day(page, day, small_site)
        if page.get_by_role("button", name="Start (").count():
            study(page)
    logs = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes(':card:')).map(([, text]) => text)")
    last = [max(day for _, day, _ in json.loads(log)["log"]) for log in logs]
    first = (FIRST_DAY.date() - datetime.date(1970, 1, 1)).days
    assert len(last) == 7
    assert min(last) >= first + 5
    on_day(page, 11, small_site)
    expect(page.get_by_text("The date of your exam has come.")).to_be_visible()


def test_a_session_that_is_left_goes_on_at_its_question_with_all_that_was_answered(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    page.get_by_role("button", name="Start (7 questions)").click()
    running = page.locator("quiz-today[data-running]")  # for which the style sheet takes the page's links away
    expect(running).to_have_count(1)
    first = asked(page)
    options, typed = ANSWERS["right"][first]
    Question(page, first).give(*options, typed=typed)
    push(on_bar(page, "Check"))
    page.reload()
    expect(page.get_by_role("heading", name="Question 1 of 7")).to_be_visible()  # its feedback was not read to the end, perhaps
    expect(Question(page, first).verdict).to_contain_text("Correct.")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="Question 2 of 7")).to_be_visible()
    assert not page.evaluate(FOCUS_IS_LOST)
    second = asked(page)
    options, typed = ANSWERS["wrong"][second]
    Question(page, second).give(*options, typed=typed)
    page.locator(".md-nav--primary a", has_text="Words").first.evaluate("link => link.click()")  # out of view on the stage
    expect(page.get_by_role("heading", level=1)).to_have_text("Words")
    page.go_back()
    expect(page.get_by_role("heading", name="Question 2 of 7")).to_be_visible()
    assert asked(page) == second
    push(on_bar(page, "Check"))
    expect(Question(page, second).verdict).to_contain_text("Incorrect.")
    end(page)
    expect(page.locator("[data-at=result]")).to_have_text("1 of 2 questions correct.")
    expect(running).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Start (5 questions)")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => /:(attempt|response):/.test(key))") == []


def test_two_tabs_in_one_session_count_a_question_once_and_leave_it_together(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    page.get_by_role("button", name="Start (7 questions)").click()
    study_one(page)
    other = page.context.new_page()
    on_day(other, 0, small_site)
    expect(other.get_by_role("button", name="Next")).to_be_visible()
    for tab in (page, other):
        tab.get_by_role("button", name="Next").click()
        expect(tab.get_by_role("heading", name="Question 2 of 7")).to_be_visible()
    end(other)
    expect(other.locator("[data-at=result]")).to_have_text("1 of 1 question correct.")
    expect(page.get_by_role("button", name="Start (6 questions)")).to_be_focused()
    page.get_by_role("button", name="Start (6 questions)").click()
    end(page)
    expect(page.locator("[data-at=unanswered]")).to_have_text("You answered nothing in this session.")


def test_a_session_of_another_day_is_chosen_anew(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    page.get_by_role("button", name="Start (7 questions)").click()
    expect(page.get_by_role("heading", name="Question 1 of 7")).to_be_visible()
    on_day(page, 1, small_site)
    expect(page.get_by_role("button", name="Start (7 questions)")).to_be_visible()
    expect(page.locator("quiz-today quiz-question")).to_have_count(0)


def test_answers_of_a_quiz_page_count_and_stay_as_they_are(page: Page, small_site: Site) -> None:
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(small_site.quiz("two-kinds"))
    Question(page, "last-letter").answer("True")
    on_day(page, 1, small_site, chosen=False)
    expect(status(page)).to_have_text("Due for review: 1. Mistakes and guesses: 1. New: 1.")  # of the chapter that was begun
    page.get_by_text("Exam date and settings").click()
    page.get_by_role("checkbox", name="Five kinds").check()
    expect(status(page)).to_have_text("Due for review: 1. Mistakes and guesses: 1. New: 6.")
    study(page)
    page.goto(small_site.quiz("two-kinds"))
    expect(Question(page, "last-letter").option("True")).to_be_checked()


def test_settings_come_when_they_are_opened_and_are_asked_for_again_where_they_were_lost(
    open_page: OpenPage, small_site: Site
) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    on_day(page, 0, small_site)
    summary, form = page.get_by_text("Exam date and settings"), page.locator(".quiz-settings")
    expect(page.get_by_role("button", name="Start (7 questions)")).to_be_visible()
    assert "/settings-" not in page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name).join()")
    page.context.route("**/settings-*.js", lambda route: route.abort())
    summary.click()
    expect(page.get_by_text("The settings could not be loaded.")).to_be_visible()
    expect(form).to_be_hidden()  # nobody chooses in vain
    page.context.unroute_all()
    summary.click()
    summary.click()
    expect(form).to_be_visible()
    expect(page.get_by_text("The settings could not be loaded.")).to_be_hidden()
    page.get_by_label("Questions per session").select_option("50")
    page.goto(f"{small_site.page('today')}?settings")  # as the home page leads here
    expect(page.get_by_label("Questions per session")).to_have_value("50")


def test_a_clock_that_stood_in_the_past_for_a_moment_changes_no_schedule(page: Page, small_site: Site) -> None:
    for day in (0, 2):
        on_day(page, day, small_site)
        study(page)
    kept = "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes(':card:')).sort())"
    before = page.evaluate(kept)
    on_day(page, -2000, small_site)
    assert page.evaluate(kept) == before


def test_the_review_asks_from_chapters_that_were_begun_until_the_learner_chooses(page: Page, small_site: Site) -> None:
    page.clock.set_fixed_time(FIRST_DAY)
    page.goto(small_site.quiz("two-kinds"))
    Question(page, "last-letter").answer("False")
    on_day(page, 0, small_site, chosen=False)
    page.get_by_text("Exam date and settings").click()
    others = page.get_by_role("checkbox", name="Five kinds")
    expect(others).not_to_be_checked()
    page.get_by_label("Questions per session").select_option("50")  # which chooses no chapter
    page.evaluate("localStorage.setItem('small-site:place:outsourcing.md', JSON.stringify({v: 3, section: 's', at: 1}))")
    page.reload()
    expect(status(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 6.")  # its chapter was opened
    page.get_by_text("Exam date and settings").click()
    others.uncheck()
    page.reload()
    expect(status(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 1.")


def test_who_has_read_and_chosen_nothing_is_told_so_and_offered_where_to_begin(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site, chosen=False)
    expect(page.locator("[data-at=unread] .quiz-score")).to_have_text("No chapter read or chosen yet")
    expect(page.get_by_text("Daily review asks only from chapters that you have read or chosen.")).to_be_visible()
    expect(page.get_by_role("button", name="Start (")).to_be_hidden()
    expect(status(page)).to_be_hidden()
    actions = page.locator("[data-at=unread] .quiz-actions")
    expect(actions.get_by_role("link", name="Start with chapter 1")).to_have_attribute("href", re.compile("/outsourcing/$"))
    expect(actions.get_by_role("link", name="Find your level")).to_have_attribute("href", re.compile("/level/$"))
    actions.get_by_role("button", name="Choose chapters").click()
    expect(page.get_by_role("checkbox", name="Five kinds")).to_be_focused()
    assert not any(box.is_checked() for box in page.get_by_role("checkbox").all())
    page.get_by_role("checkbox", name="Two kinds").check()
    expect(actions).to_be_hidden()
    expect(page.get_by_role("button", name="Start (2 questions)")).to_be_visible()
    page.get_by_role("checkbox", name="Two kinds").uncheck()
    expect(actions).to_be_visible()


def test_an_address_that_begins_a_review_begins_none_where_no_chapter_was_read(page: Page, small_site: Site) -> None:
    page.goto(f"{small_site.page('today')}?start")
    expect(page.get_by_role("link", name="Start with chapter 1")).to_be_visible()
    expect(page.locator("quiz-today quiz-question")).to_have_count(0)


def test_chapters_that_were_not_read_are_left_out(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    page.get_by_text("Exam date and settings").click()
    page.get_by_role("checkbox", name="Five kinds").uncheck()
    expect(page.get_by_role("checkbox", name="Five kinds")).to_be_focused()
    expect(status(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 2.")
    assert sorted(study(page)) == ["last-letter", "middle-letter"]


def test_a_clock_that_was_wrong_and_another_time_zone_lose_nothing(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(timezone_id="Pacific/Auckland")
    on_day(page, 400, small_site)
    study(page)
    on_day(page, 0, small_site)
    expect(status(page)).to_have_text("Due for review: 0. Mistakes and guesses: 0. New: 0.")
    on_day(page, 3, small_site)
    expect(status(page)).to_have_text("Due for review: 7. Mistakes and guesses: 0. New: 0.")


def test_today_by_keyboard_alone(page: Page, small_site: Site) -> None:
    on_day(page, 0, small_site)
    page.get_by_role("button", name="Start (").focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Question 1 of 7")
    expect(heading).to_be_visible()
    if heading.evaluate(HAS_FOCUS):  # and not the one box that is asked for
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('quiz-question') !== null")
    on_bar(page, "I don’t know").focus()
    page.keyboard.press("Enter")
    expect(on_bar(page, "Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Question 2 of 7")).to_be_visible()
    assert not page.evaluate(FOCUS_IS_LOST)


def test_axe_finds_nothing_on_today_in_any_state(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    on_day(page, 0, small_site)
    page.get_by_text("Exam date and settings").click()
    found = violations_in_both_schemes(page) + overflow(page)
    page.get_by_role("button", name="Start (").click()
    found += violations_in_both_schemes(page) + overflow(page)
    push(on_bar(page, "I don’t know"))
    found += violations_in_both_schemes(page) + overflow(page)
    end(page)
    found += violations_in_both_schemes(page)
    assert found == []


def test_without_javascript_today_says_what_works(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_site.page("today"))
    expect(page.get_by_text("This page needs JavaScript. The list of all quizzes works without it.")).to_be_visible()
    page.get_by_role("link", name="list of all quizzes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chapter quizzes")


def test_words_that_do_not_arrive_can_be_asked_for_again(open_page: OpenPage, small_site: Site) -> None:
    page = open_page(browser_may_tell="Failed to load resource")
    on_day(page, 0, small_site)
    page.context.route("**/bank-*.js", lambda route: route.abort())
    page.get_by_role("button", name="Start (").click()
    expect(page.get_by_text("This question could not be loaded. Your answers are saved.")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_focused()
    page.context.unroute_all()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", name="Question 1 of 7")).to_be_visible()
    expect(page.locator("quiz-today quiz-question")).to_be_visible()


@pytest.mark.parametrize("gone", ["404", "another page in its place"])
def test_a_site_that_was_published_anew_says_so_and_goes_on_after_a_reload(
    open_page: OpenPage, build_site: Build, new_server: Callable[[], Server], gone: str
) -> None:
    server = new_server()
    server.folder = build_site(small_project.FILES, SITE_URL=server.url)
    site = Site(server.folder, server.url)
    page = open_page(browser_may_tell="Failed to load resource", theme_may_fail=True)
    on_day(page, 0, site)
    page.get_by_role("button", name="Start (7 questions)").click()
    number = len(study_one(page))
    new_words = [(f"quizzes/{name}.yml", "explanation: ", "explanation: Look here. ") for name in ("five-kinds", "two-kinds")]
    files = {**small_project.FILES}
    for path, old, new in new_words:
        files[path] = files[path].replace(old, new)
    server.folder = build_site(files, SITE_URL=server.url)
    if gone != "404":
        page.context.route("**/bank-*.js", lambda route: route.fulfill(status=200, body="<!doctype html>"))
    while not page.get_by_text("This site has been updated.").is_visible():  # until the first question of the other chapter
        page.get_by_role("button", name="Next").click()
        reload = page.get_by_role("button", name="Reload")
        expect(reload.or_(page.locator("quiz-question:not(:has(.quiz-verdict))"))).to_be_visible()
        if not reload.is_visible():
            number += len(study_one(page))
    expect(page.get_by_text("This site has been updated. Reload to go on; your answers are saved.")).to_be_visible()
    expect(page.get_by_role("button", name="Reload")).to_be_focused()
    page.context.unroute_all()
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("heading", name=f"Question {number + 1} of 7")).to_be_visible()
    study_one(page)
    expect(page.locator(".quiz-explanation")).to_contain_text("Look here.")
